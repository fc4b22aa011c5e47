package org.breachledger.intake.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.store.StageColumns.Column;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Stores the rows of a pass that speak of no known incident: each once, with its first verdicts
 * where there are any, else marked to be assessed.
 */
final class NewIncidents {

  /** As the row has it. */
  private static final List<String> AS_THEY_COME =
      List.of(
          "reference",
          "day",
          "day_from",
          "type_key",
          "words_key",
          "people_key",
          "counted_as",
          "facts",
          "sheet",
          "row");

  /** As it was found. */
  private static final List<String> AS_FOUND =
      List.of("incident_id", "school_id", "identity_key", "ordinal");

  /** What is stored of a row, whoever judges it: column of the register and where it comes from. */
  private static final Map<String, String> ROW = row();

  private static final List<String> STAGES = List.of("stale_type", "stale_score", "stale_duties");

  private static final String INSERT =
      """
      insert into incident (import_id, first_import_id, %s) overriding system value
      select ?, ?, %s
      from found f join incoming i on i.seq = f.seq %s
      where f.pass = ? and f.outcome in ('imported', 'imported-with-gaps')
      """;

  /** A stretch of the file at a time: the counts say how little that is. */
  private static final String JUDGED =
      "join judged j on j.seq = f.seq and f.seq between %1$d and %2$d and i.seq between %1$d and %2$d";

  /** As the search for repeats reads them; what the words told stands under its own names. */
  private static final String ARRIVING =
      """
      create temp table arriving on commit drop as
      select f.incident_id, f.school_id, i.reference, i.v_breach_type as breach_type,
        i.v_day as day, i.v_repeat_from as repeat_from, i.v_registered_at as registered_at,
        i.v_reference_key as reference_key, i.v_counted_as as counted_as,
        null::bigint as repeat_of
      from found f join incoming i on i.seq = f.seq
      where f.pass = 1 and f.outcome in ('imported', 'imported-with-gaps')
      """;

  private final JdbcClient jdbc;
  private final @Nullable JudgedTable judged;

  /**
   * New incidents of one file.
   *
   * @param judged where their first verdicts come from; null where all are left to be assessed
   */
  NewIncidents(JdbcClient jdbc, @Nullable JudgedTable judged) {
    this.jdbc = jdbc;
    this.judged = judged;
  }

  /** Stores the new incidents of a pass; those of later passes are few and left to be assessed. */
  void store(int pass, long importId) {
    if (judged == null || pass > 1) {
      insert(ROW, "", pass, importId);
      return;
    }
    // Each step must know how many rows the one before it left.
    jdbc.sql("analyze found (seq, pass, outcome, incident_id, school_id)").update();
    jdbc.sql(ARRIVING).update();
    jdbc.sql("analyze arriving (incident_id, school_id, breach_type, day)").update();
    judged.verdicts().findRepeats();
    jdbc.sql("create index on repeated (incident_id)").update();
    Map<String, String> row = judgedRow(judged.verdicts());
    judged.each((first, last) -> insert(row, JUDGED.formatted(first, last), pass, importId));
  }

  private static Map<String, String> row() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("trust_id", "current_trust()");
    row.put("gaps", "f.notices");
    AS_THEY_COME.forEach(column -> row.put(column, "i." + column));
    AS_FOUND.forEach(column -> row.put(column, "f." + column));
    return row;
  }

  private static Map<String, String> judgedRow(FirstVerdicts verdicts) {
    Map<String, String> row = new LinkedHashMap<>(ROW);
    for (Column column : verdicts.columnsOfWords().columns()) {
      row.put(column.name(), "i.v_" + column.name());
    }
    for (Column column : verdicts.columnsOfIncident().columns()) {
      row.put(column.name(), "j." + column.name());
    }
    row.put("repeat_of", "j.repeated");
    STAGES.forEach(stage -> row.put(stage, "false"));
    return row;
  }

  private void insert(Map<String, String> row, String from, int pass, long importId) {
    String names = String.join(", ", row.keySet());
    String values = String.join(", ", row.values());
    jdbc.sql(INSERT.formatted(names, values, from)).params(importId, importId, pass).update();
  }
}
