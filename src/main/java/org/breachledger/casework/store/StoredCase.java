package org.breachledger.casework.store;

import java.util.Optional;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CountedIncident;
import org.breachledger.incident.RowRef;

/**
 * A case with its place in the register.
 *
 * @param place where the recurrence of its type is looked for; empty where it has no day
 * @param counted whether the comparison counts it
 * @param row where it was read last
 * @param toCheck whether a person has yet to confirm its type
 */
public record StoredCase(
    CaseFile file,
    int schoolId,
    Optional<CountedIncident> place,
    boolean counted,
    RowRef row,
    boolean toCheck) {}
