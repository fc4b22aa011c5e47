package org.breachledger.deadline;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Moment;

/**
 * How long a duty took for which the policy names no time: shown without a verdict.
 *
 * @param duty the duty
 * @param start when it began; empty where that is unknown
 * @param done when it was done; empty where it was not
 * @param hours from start to done, or to the as-of where it is undone
 * @param notes what a reader must know, in plain words
 */
public record TimeTaken(
    Duty duty,
    Optional<Moment> start,
    Optional<Moment> done,
    Optional<HoursTaken> hours,
    List<String> notes) {

  /** Copies the notes. */
  public TimeTaken {
    notes = List.copyOf(notes);
  }
}
