package org.breachledger.deadline.batch;

import java.util.List;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StoredIncident;

/** An incident with a verdict for each of its duties. */
public record JudgedIncident(StoredIncident incident, List<DutyVerdict> verdicts) {

  /** Copies the verdicts. */
  public JudgedIncident {
    verdicts = List.copyOf(verdicts);
  }

  /** Whether time alone can still change a verdict. */
  boolean open() {
    return verdicts.stream()
        .anyMatch(
            verdict ->
                switch (verdict.verdict()) {
                  case RUNNING, OVERDUE, CANNOT_TELL, NOT_REQUIRED -> true;
                  case MET, LATE -> false;
                });
  }
}
