package org.breachledger.deadline;

import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Moment;

/** Why nobody can tell whether a duty was done in time. */
public enum Untold {
  /** Whether it is needed hangs on a Category Level that nobody knows. */
  LEVEL_UNKNOWN,
  /** Whether it is needed hangs on a decision that nobody has made. */
  UNDECIDED,
  /** A moment is missing, or known to the day only. */
  MOMENT;

  /** The reason for a duty whose verdict is {@link Verdict#CANNOT_TELL}. */
  public static Untold of(Duty duty, DeadlineFacts facts, AsOf asOf) {
    KnownAsOf known = new KnownAsOf(facts, asOf);
    return switch (Need.of(duty, known, Done.undone(duty, known)).kind()) {
      case UNKNOWN -> LEVEL_UNKNOWN;
      case UNDECIDED ->
          Start.of(duty, known).moment().flatMap(Moment::span).isPresent() ? UNDECIDED : MOMENT;
      case NEEDED, NOT_NEEDED -> MOMENT;
    };
  }
}
