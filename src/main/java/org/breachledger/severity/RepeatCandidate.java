package org.breachledger.severity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An incident as the search for repeats sees it.
 *
 * @param id tells it from every other and decides last, where all else is equal
 * @param reference the school's reference; empty text where there is none
 * @param school whose incident it is; empty text where none was given
 * @param breachType its breach type's code, not the sub-type
 * @param day the day the comparison counts it on
 * @param registered when the number was allocated; an unknown moment counts as later than any
 * @param counted whether it may be repeated: no near miss, no non-event, not inbound
 */
public record RepeatCandidate(
    long id,
    String reference,
    String school,
    String breachType,
    LocalDate day,
    Optional<Instant> registered,
    boolean counted) {}
