package org.breachledger.casework.store;

import java.util.Optional;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CountedIncident;

/**
 * A case with its place in the register.
 *
 * @param place where the recurrence of its type is looked for; empty where it has no day
 * @param counted whether the comparison counts it
 */
public record StoredCase(
    CaseFile file, int schoolId, Optional<CountedIncident> place, boolean counted) {}
