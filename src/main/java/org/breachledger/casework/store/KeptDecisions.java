package org.breachledger.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.breachledger.casework.Decision;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decisions as they are put on record: added, never changed. Within a transaction. */
final class KeptDecisions {

  private final JdbcClient jdbc;

  KeptDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds a decision and gives its number. */
  long add(long incidentId, Decision decision, String account, Instant at) {
    return jdbc.sql(
            """
            insert into case_decision (incident_id, subject, outcome, decided, by_role, by_name,
              why, delay, recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning decision_id
            """)
        .param(incidentId)
        .param(decision.subject())
        .param(decision.outcome())
        .param(decision.when().written())
        .param(decision.by().role().orElse(null))
        .param(decision.by().name().orElse(null))
        .param(decision.why().orElse(null))
        .param(decision.delay().orElse(null))
        .param(account)
        .param(Timestamp.from(at))
        .query(Long.class)
        .single();
  }
}
