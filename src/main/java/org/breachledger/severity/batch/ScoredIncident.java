package org.breachledger.severity.batch;

import org.breachledger.incident.store.StoredIncident;
import org.breachledger.severity.Severity;

/** An incident with its computed severity. */
public record ScoredIncident(StoredIncident incident, Severity severity) {}
