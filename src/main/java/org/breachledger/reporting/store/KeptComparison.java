package org.breachledger.reporting.store;

import java.util.List;
import org.breachledger.recurrence.KeptRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a run kept of its comparison. Call within a transaction. */
public final class KeptComparison {

  private KeptComparison() {}

  /** The rows of a run in its order, all schools first. */
  public static List<KeptRow> of(JdbcClient jdbc, long run) {
    return jdbc.sql(
            "select school_id, school, breach_type, sub_type, previous, current, verdict"
                + " from recurrence_result where manifest_id = ? order by position")
        .param(run)
        .query(KeptRow.class)
        .list();
  }
}
