package org.breachledger.deadline.batch;

import java.util.List;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StoredIncident;

/**
 * An incident with a verdict for each of its duties.
 *
 * @param open whether time alone can still change a verdict
 */
public record JudgedIncident(StoredIncident incident, List<DutyVerdict> verdicts, boolean open) {

  /** Copies the verdicts. */
  public JudgedIncident {
    verdicts = List.copyOf(verdicts);
  }
}
