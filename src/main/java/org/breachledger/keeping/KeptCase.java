package org.breachledger.keeping;

import java.time.LocalDate;
import java.util.Optional;
import org.breachledger.incident.Moment;

/**
 * An incident of the register as retention looks at it.
 *
 * @param school as it is to be called
 * @param reference as it is to be called
 * @param closed empty while it is open; undated where nobody wrote the day down
 * @param registered the London day of its registration; empty where it is not known
 */
public record KeptCase(
    long id,
    int schoolId,
    String school,
    String reference,
    Optional<Moment> closed,
    Optional<LocalDate> registered) {}
