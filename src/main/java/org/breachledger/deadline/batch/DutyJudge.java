package org.breachledger.deadline.batch;

import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.incident.store.StoredIncident;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Judges the duties of a stored incident as of a moment. */
public class DutyJudge implements ItemProcessor<StoredIncident, JudgedIncident> {

  private final DeadlineRules rules;
  private final AsOf asOf;

  /** Judges by the rules of the policy at work. */
  public DutyJudge(DeadlineRules rules, AsOf asOf) {
    this.rules = rules;
    this.asOf = asOf;
  }

  @Override
  public JudgedIncident process(StoredIncident incident) {
    DeadlineFacts facts =
        DeadlineFacts.from(incident.facts(), Optional.ofNullable(incident.categoryLevel()));
    return new JudgedIncident(incident, facts, rules.judge(facts, asOf));
  }
}
