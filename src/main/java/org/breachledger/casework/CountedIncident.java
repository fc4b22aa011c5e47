package org.breachledger.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/**
 * An incident where the recurrence of its type is looked for, in the order of the record: by day,
 * then by the moment it was registered, then by reference.
 *
 * @param day by the comparison's date rule
 * @param registered empty where it is not known, and then last of its day
 * @param referenceKey the reference, so that 10 comes after 9
 * @param reference as written; {@code incident} and its number where none was given
 */
public record CountedIncident(
    long id,
    int schoolId,
    String breachType,
    LocalDate day,
    Optional<Instant> registered,
    String referenceKey,
    String reference)
    implements Comparable<CountedIncident> {

  private static final Comparator<CountedIncident> ORDER =
      Comparator.comparing(CountedIncident::day)
          .thenComparing(incident -> incident.registered().orElse(Instant.MAX))
          .thenComparing(CountedIncident::referenceKey)
          .thenComparing(CountedIncident::id);

  @Override
  public int compareTo(CountedIncident other) {
    return ORDER.compare(this, other);
  }
}
