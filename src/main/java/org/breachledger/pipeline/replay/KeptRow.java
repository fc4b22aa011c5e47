package org.breachledger.pipeline.replay;

import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.recurrence.Recurrence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A row of a comparison as a run kept it, or as it is worked out again.
 *
 * @param schoolId 0 for all schools
 * @param subType empty for the whole type
 */
public record KeptRow(
    int schoolId,
    String school,
    String breachType,
    String subType,
    int previous,
    int current,
    String verdict) {

  /** What tells a row from the others of its comparison. */
  String key() {
    return schoolId + "\n" + breachType + "\n" + subType;
  }

  /** The numbers and the verdict in one phrase. */
  public String words() {
    return previous + " before, " + current + " now, " + verdict;
  }

  /** Whether both say the same. */
  boolean agrees(KeptRow other) {
    return words().equals(other.words());
  }

  static KeptRow of(Recurrence row) {
    return new KeptRow(
        row.schoolId(),
        row.school(),
        row.breachType(),
        row.subType(),
        row.previous(),
        row.current(),
        row.verdict().name());
  }

  /** What a run kept, by key and in its order. */
  static Map<String, KeptRow> ofRun(JdbcClient jdbc, long run) {
    Map<String, KeptRow> rows = new LinkedHashMap<>();
    jdbc.sql("select * from recurrence_result where manifest_id = ? order by position")
        .param(run)
        .query(
            row -> {
              KeptRow kept =
                  new KeptRow(
                      row.getInt("school_id"),
                      row.getString("school"),
                      row.getString("breach_type"),
                      row.getString("sub_type"),
                      row.getInt("previous"),
                      row.getInt("current"),
                      row.getString("verdict"));
              rows.put(kept.key(), kept);
            });
    return rows;
  }
}
