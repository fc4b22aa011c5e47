package org.breachledger.reporting.store;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The comparison a run kept, as papers print it. */
public final class ComparedTypes {

  private static final String SQL =
      """
      select school_id, breach_type, sub_type, previous, current, compared_previous,
        compared_current, left_out, verdict, short_evidence
      from recurrence_result where manifest_id = ? order by position
      """;

  private ComparedTypes() {}

  /** The rows of a run, all schools first. */
  public static List<ComparedType> of(JdbcClient jdbc, long manifest) {
    return jdbc.sql(SQL).param(manifest).query((row, number) -> ComparedType.of(row)).list();
  }
}
