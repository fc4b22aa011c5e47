package org.breachledger.casework.store;

import java.util.Optional;
import org.breachledger.casework.CaseRules;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.intake.store.IncidentRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An incident held while a person puts something on record about it. Within a transaction. */
final class RecordedCase {

  private final JdbcClient jdbc;
  private final IncidentRegister register;
  private final CaseRules rules;

  RecordedCase(JdbcClient jdbc, IncidentRegister register, CaseRules rules) {
    this.jdbc = jdbc;
    this.register = register;
    this.rules = rules;
  }

  /** Nobody imports, undoes or decides at the same time; the incident must be there. */
  void hold(long incidentId) {
    register.waitForTurn();
    boolean there =
        jdbc.sql("select incident_id from incident where incident_id = ? for update")
            .param(incidentId)
            .query(Long.class)
            .optional()
            .isPresent();
    if (!there) {
      throw CaseRefused.unknown("there is no incident " + incidentId);
    }
  }

  /** What was recorded, as fields of the incident, which every later stage reads. */
  void remember(long incidentId) {
    Optional<Moment> reviewed =
        jdbc.sql("select signed from case_review where incident_id = ? order by review_id limit 1")
            .param(incidentId)
            .query(String.class)
            .optional()
            .map(Moment::parse);
    Facts facts =
        rules.recorded(new CaseRecords(jdbc, rules.profile()).decisions(incidentId), reviewed);
    // The day it is counted on may be one of these, too.
    jdbc.sql(
            """
            update incident set recorded_facts = r.facts, stale_duties = true,
              stale_type = stale_type or recorded_facts is distinct from r.facts
            from (select ?::jsonb as facts) r where incident_id = ?
            """)
        .params(FactsJson.write(facts), incidentId)
        .update();
  }

  /** What a person says of its people and factors changes its score. */
  void scoreAgain(long incidentId) {
    jdbc.sql("update incident set stale_score = true where incident_id = ?")
        .param(incidentId)
        .update();
  }

  /** A finding at closure changes as what an incident is counted. */
  void countAgain(long incidentId) {
    jdbc.sql("update incident set stale_type = true where incident_id = ?")
        .param(incidentId)
        .update();
  }
}
