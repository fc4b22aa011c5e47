package org.breachledger.deadline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.calendar.London;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;

/**
 * Whether one duty of one incident was done in time, with what led to it.
 *
 * @param duty the duty
 * @param verdict whether it was done in time
 * @param started the field the clock started at, which may stand in for the duty's own
 * @param start when the clock started; empty where that is unknown
 * @param due the last second that can still be in time; empty without a start or where the duty is
 *     not required
 * @param firstDue the earliest moment it can be due, which is {@code due} where the clock's start
 *     is known to the second: by then a careful reader wants to have acted
 * @param done when it was done; empty where it was not, or nobody can read when
 * @param hours from the start to what ended it, or to the as-of where it is undone
 * @param lateness why it is late; empty where it is not
 * @param notes what a reader must know, in plain words
 */
public record DutyVerdict(
    Duty duty,
    Verdict verdict,
    Optional<Field> started,
    Optional<Moment> start,
    Optional<Instant> due,
    Optional<Instant> firstDue,
    Optional<Moment> done,
    Optional<HoursTaken> hours,
    Optional<Lateness> lateness,
    List<String> notes) {

  /** Copies the notes. */
  public DutyVerdict {
    notes = List.copyOf(notes);
  }

  /** The due moment in ISO with London's offset; empty text where there is none. */
  public String dueText() {
    return due.map(London::written).orElse("");
  }

  /** The hours with two decimals, {@code min..max} for a range; empty text where there are none. */
  public String hoursText() {
    return hours.map(HoursTaken::written).orElse("");
  }

  /** The notes and the reason for being late, in one line. */
  public String noteText() {
    return String.join(
        "; ", Stream.concat(notes.stream(), lateness.map(Lateness::words).stream()).toList());
  }

  /** How exactly start and end are known: instant, either-hour, date-only or undated. */
  public String precision() {
    return Stream.of(start, done)
        .flatMap(Optional::stream)
        .map(DutyVerdict::coarseness)
        .max(Integer::compare)
        .map(List.of("instant", "either-hour", "date-only", "undated")::get)
        .orElse("");
  }

  private static int coarseness(Moment moment) {
    if (moment instanceof Moment.At) {
      return 0;
    }
    if (moment instanceof Moment.Either) {
      return 1;
    }
    return moment instanceof Moment.OnDay ? 2 : 3;
  }
}
