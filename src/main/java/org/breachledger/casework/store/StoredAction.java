package org.breachledger.casework.store;

import org.breachledger.casework.CaseAction;

/**
 * An action with the incident it comes from.
 *
 * @param reference as written; {@code incident} and its number where none was given
 */
public record StoredAction(
    long incidentId, int schoolId, String school, String reference, CaseAction action) {}
