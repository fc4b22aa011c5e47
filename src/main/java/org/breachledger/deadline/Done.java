package org.breachledger.deadline;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Moment.Span;
import org.breachledger.policy.PolicyProfile;

/**
 * What is known of the end of a duty.
 *
 * @param state whether it was done
 * @param moment when; for {@link State#BY} the moment by which it was done
 * @param by a moment by which it was done, where that tells more than when
 * @param notes what is wrong or missing beside it
 */
record Done(State state, Optional<Moment> moment, Optional<Moment> by, List<String> notes) {

  private Done(State state, Optional<Moment> moment, List<String> notes) {
    this(state, moment, Optional.empty(), notes);
  }

  /** Whether it was done. */
  enum State {
    UNDONE,
    DONE,
    /** Done at an unknown moment, but by a known one. */
    BY,
    /** Something is written that nobody can read. */
    UNREADABLE
  }

  /** In which time it was done; empty where it was not, or nobody wrote when. */
  Optional<Span> span() {
    Optional<Span> span = moment.flatMap(Moment::span);
    Optional<Span> before = by.flatMap(Moment::span);
    return span.map(whole -> before.map(whole::upTo).orElse(whole));
  }

  /** Whether nothing at all says that it was done. */
  static boolean undone(Duty duty, KnownAsOf known) {
    return known.problem(duty.done()).isEmpty()
        && known.find(duty.done()).isEmpty()
        && (duty.done() != Field.ICO_DECIDED || decided(known).state() == State.UNDONE);
  }

  static Done of(Duty duty, KnownAsOf known, PolicyProfile profile) {
    Optional<String> problem = known.problem(duty.done());
    if (problem.isPresent()) {
      return new Done(State.UNREADABLE, Optional.empty(), List.of(problem.get()));
    }
    Optional<Moment> moment = known.find(duty.done());
    if (moment.isPresent()) {
      return byNotifying(duty, moment.get(), known)
          .orElseGet(() -> new Done(State.DONE, moment, signatures(duty, known, profile)));
    }
    if (duty.done() == Field.ICO_DECIDED) {
      return decided(known);
    }
    return new Done(
        State.UNDONE,
        Optional.empty(),
        known.stillToCome(duty.done())
            ? List.of(duty.done().code() + " lies after the as-of: not done yet")
            : List.of());
  }

  /** Whoever notified the ICO had decided to, whatever day was written down for it afterwards. */
  private static Optional<Done> byNotifying(Duty duty, Moment decided, KnownAsOf known) {
    return duty.done() == Field.ICO_DECIDED
        ? known.find(Field.ICO_NOTIFIED).flatMap(notified -> byNotifying(decided, notified))
        : Optional.empty();
  }

  private static Optional<Done> byNotifying(Moment decided, Moment notified) {
    Optional<Span> told = notified.span();
    if (told.isEmpty()) {
      return Optional.empty();
    }
    Optional<Span> dated = decided.span();
    if (dated.isEmpty()) {
      return Optional.of(notDated(notified));
    }
    if (isBefore(told.get(), dated.get())) {
      return Optional.of(
          new Done(
              State.DONE,
              Optional.of(notified),
              List.of(
                  "decision dated after the notification: the notification counts as the"
                      + " decision")));
    }
    return told.get().latest().isBefore(dated.get().latest())
        ? Optional.of(
            new Done(
                State.DONE,
                Optional.of(decided),
                Optional.of(notified),
                List.of("decided by the time the ICO was notified")))
        : Optional.empty();
  }

  /** Whether one begins and ends no later than the other, and they are not the same. */
  private static boolean isBefore(Span one, Span other) {
    return !one.earliest().isAfter(other.earliest())
        && !one.latest().isAfter(other.latest())
        && !one.equals(other);
  }

  private static Done notDated(Moment notified) {
    return new Done(
        State.BY,
        Optional.of(notified),
        List.of("decision not dated: made by the time the ICO was notified"));
  }

  /** A recorded notification is a decision to notify; one without a date was made by then. */
  private static Done decided(KnownAsOf known) {
    Optional<Moment> notified = known.find(Field.ICO_NOTIFIED);
    if (notified.isPresent()) {
      return notDated(notified.get());
    }
    Optional<String> problem = known.problem(Field.ICO_DECISION);
    if (problem.isPresent()) {
      return new Done(State.UNREADABLE, Optional.empty(), List.of(problem.get()));
    }
    return known.icoDecision().isPresent()
        ? new Done(State.DONE, Optional.of(new Moment.Undated()), List.of("decision not dated"))
        : new Done(State.UNDONE, Optional.empty(), List.of());
  }

  private static List<String> signatures(Duty duty, KnownAsOf known, PolicyProfile profile) {
    if (duty.done() != Field.FORM_A_RECEIVED || known.facts().signed().isEmpty()) {
      return List.of();
    }
    return List.of(Field.FORM_A_SIGNED_DATA_LEAD, Field.FORM_A_SIGNED_HEAD).stream()
        .filter(field -> known.facts().signed().get(field) != Answer.YES)
        .map(
            field ->
                "signature of the "
                    + profile.title(field == Field.FORM_A_SIGNED_HEAD ? "head" : "data-lead")
                    + " missing")
        .toList();
  }
}
