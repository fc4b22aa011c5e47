package org.breachledger.deadline.batch;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.WarningStage;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Notes what is to be warned of: each stage of each duty of each incident once for each moment it
 * was due at, never a duty that is not required. A date that is corrected sets a clock anew. After
 * downtime only what is true now: a duty overdue by then is not warned of as running out as well.
 */
public final class DeadlineWatch {

  private static final String ONCE =
      """
      insert into deadline_warning (incident_id, duty, stage, raised_at, due_at, to_tell)
      values (?, ?, ?, ?, ?, true)
      on conflict do nothing
      """;

  /** What was due at another moment, and not told yet, is not so any more. */
  private static final String MOVED =
      """
      update deadline_warning set to_tell = false
      where incident_id = ? and duty = ? and to_tell and due_at is distinct from ?
      """;

  private final DeadlineRules rules;
  private final JdbcClient jdbc;

  /** Watches by the rules of the policy at work; call within a transaction. */
  public DeadlineWatch(DeadlineRules rules, JdbcClient jdbc) {
    this.rules = rules;
    this.jdbc = jdbc;
  }

  /**
   * Looks at every duty that is overdue or that time alone can still change.
   *
   * @param at when it looks, by the clock
   * @return how many warnings are new, by stage; a stage nothing is at is not in the map
   */
  public Map<WarningStage, Integer> look(AsOf asOf, Instant at) {
    Map<WarningStage, Integer> counts = new LinkedHashMap<>();
    IncidentReader open =
        new IncidentReader(
            jdbc,
            "i.open_duties",
            "i.incident_id in (select incident_id from incident_glance"
                + " where trust_id = current_trust() and overdue)");
    for (StoredIncident incident = open.read(); incident != null; incident = open.read()) {
      DeadlineFacts facts =
          DeadlineFacts.from(incident.facts(), Optional.ofNullable(incident.categoryLevel()));
      for (DutyVerdict verdict : rules.judge(facts, asOf)) {
        Optional<WarningStage> stage = WarningStage.of(verdict, asOf);
        if (stage.isPresent()) {
          counts.merge(stage.get(), note(incident, verdict, stage.get(), at), Integer::sum);
        }
      }
    }
    return counts;
  }

  private int note(StoredIncident incident, DutyVerdict verdict, WarningStage stage, Instant at) {
    Timestamp due = verdict.due().map(Timestamp::from).orElse(null);
    String duty = verdict.duty().code();
    int noted =
        jdbc.sql(ONCE)
            .param(incident.id())
            .param(duty)
            .param(stage.code())
            .param(Timestamp.from(at))
            .param(due)
            .update();
    if (noted > 0) {
      jdbc.sql(MOVED).param(incident.id()).param(duty).param(due).update();
    }
    return noted;
  }
}
