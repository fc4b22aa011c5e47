package org.breachledger.normalise.batch;

import org.breachledger.incident.store.StoredIncident;
import org.breachledger.normalise.TypeDecision;

/** An incident with the breach type decided for it. */
public record TypedIncident(StoredIncident incident, TypeDecision decision) {}
