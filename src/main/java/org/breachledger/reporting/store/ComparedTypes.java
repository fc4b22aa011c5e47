package org.breachledger.reporting.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The comparison a run kept, as papers print it. */
public final class ComparedTypes {

  private static final String SQL =
      """
      select school_id, breach_type, sub_type, previous, current, verdict, short_evidence
      from recurrence_result where manifest_id = ? order by position
      """;

  private ComparedTypes() {}

  /** The rows of a run, all schools first. */
  public static List<ComparedType> of(JdbcClient jdbc, long manifest) {
    return jdbc.sql(SQL)
        .param(manifest)
        .query(
            (row, number) ->
                new ComparedType(
                    row.getInt("school_id"),
                    row.getString("breach_type"),
                    row.getString("sub_type"),
                    row.getInt("previous"),
                    row.getInt("current"),
                    row.getString("verdict"),
                    row.getString("short_evidence")))
        .list();
  }
}
