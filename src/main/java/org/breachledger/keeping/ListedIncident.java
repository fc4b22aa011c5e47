package org.breachledger.keeping;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One incident on the yearly list: its time on record has ended and nothing keeps it.
 *
 * @param school as papers call it
 * @param reference as papers call it
 * @param breachType its code; empty where it has none
 * @param closedOn the London day; empty where nobody knows it
 * @param due the London day on which its period ended
 * @param period in words
 */
public record ListedIncident(
    long id,
    int schoolId,
    String school,
    String reference,
    String breachType,
    Optional<LocalDate> closedOn,
    LocalDate due,
    String period) {}
