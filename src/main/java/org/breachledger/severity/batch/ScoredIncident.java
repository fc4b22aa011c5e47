package org.breachledger.severity.batch;

import java.util.Optional;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityRules;

/** An incident with its computed severity. */
public record ScoredIncident(StoredIncident incident, Severity severity) {

  /** Scores a typed incident, whose repeat has been looked for. */
  public static ScoredIncident of(StoredIncident incident, SeverityRules rules) {
    return new ScoredIncident(
        incident,
        rules.score(
            incident.facts(), incident.breachType(), Optional.ofNullable(incident.repeatOf())));
  }
}
