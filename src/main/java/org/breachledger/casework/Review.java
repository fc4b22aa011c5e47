package org.breachledger.casework;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.Field;

/**
 * A registered incident on its way back: due again six months after registration, with what became
 * of its type since [002]. The time is that of the duty to re-evaluate, and so is the verdict.
 *
 * @param state how it stands
 * @param duty the duty's verdict, with its due moment
 */
public record Review(State state, DutyVerdict duty) {

  /** How a review stands. */
  public enum State {
    /** Its time has not come. */
    LATER,
    /** Its time is near enough to sign it off. */
    DUE,
    OVERDUE,
    SIGNED_OFF,
    /** Nobody wrote down when it was registered, reported or identified. */
    CANNOT_TELL
  }

  /** The review of a case; empty where the policy or its closing as Level 0 asks for none. */
  public static Optional<Review> of(CaseRules rules, CaseFile file, AsOf asOf) {
    return rules
        .deadlines()
        .judge(DeadlineFacts.from(file.facts(), file.computedLevel()), asOf)
        .stream()
        .filter(verdict -> verdict.duty().done() == Field.RE_EVALUATED)
        .filter(verdict -> verdict.verdict() != Verdict.NOT_REQUIRED)
        .findFirst()
        .map(verdict -> new Review(state(verdict, asOf), verdict));
  }

  /** When it may be signed off at the earliest; empty where its due moment is not known. */
  public Optional<Instant> opens() {
    return opens(duty);
  }

  /** Whether it waits for somebody: due, overdue, or due at a time nobody can tell. */
  public boolean waiting() {
    return List.of(State.DUE, State.OVERDUE, State.CANNOT_TELL).contains(state);
  }

  private static State state(DutyVerdict verdict, AsOf asOf) {
    if (verdict.done().isPresent()) {
      return State.SIGNED_OFF;
    }
    return switch (verdict.verdict()) {
      case MET, LATE -> State.SIGNED_OFF;
      case OVERDUE -> State.OVERDUE;
      case RUNNING ->
          opens(verdict).filter(opens -> opens.isAfter(asOf.instant())).isPresent()
              ? State.LATER
              : State.DUE;
      default -> State.CANNOT_TELL;
    };
  }

  private static Optional<Instant> opens(DutyVerdict verdict) {
    return verdict
        .firstDue()
        .or(verdict::due)
        .map(due -> due.minus(Duration.ofHours(verdict.duty().warnBefore())));
  }
}
