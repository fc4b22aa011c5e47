package org.breachledger.incident.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a stage writes for one incident.
 *
 * @param incident the incident as it was read: a result for older facts is not stored
 * @param values as text, in the order of the stage's columns; null where there is none
 */
public record StageValues(StoredIncident incident, List<@Nullable String> values) {}
