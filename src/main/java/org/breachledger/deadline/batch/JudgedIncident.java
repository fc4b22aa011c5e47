package org.breachledger.deadline.batch;

import java.util.List;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StoredIncident;

/**
 * An incident with a verdict for each of its duties.
 *
 * @param facts what the verdicts were given on
 */
public record JudgedIncident(
    StoredIncident incident, DeadlineFacts facts, List<DutyVerdict> verdicts) {

  /** Copies the verdicts. */
  public JudgedIncident {
    verdicts = List.copyOf(verdicts);
  }
}
