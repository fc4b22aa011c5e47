package org.breachledger.deadline;

import java.util.Optional;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;

/**
 * Whether a duty is needed for an incident, and why [004 4.6, 6.7].
 *
 * @param kind the answer
 * @param why in plain words; empty where there is nothing to say
 */
record Need(Kind kind, String why) {

  /** The answers. */
  enum Kind {
    NEEDED,
    /** Needed until somebody decides otherwise. */
    UNDECIDED,
    NOT_NEEDED,
    UNKNOWN
  }

  private static final Need NEEDED = new Need(Kind.NEEDED, "");

  /**
   * Decides for one duty.
   *
   * @param undone whether nothing at all says that it was done
   */
  static Need of(Duty duty, KnownAsOf known, boolean undone) {
    Optional<String> closed = known.problem(Field.CLOSED);
    if (undone
        && closed.isPresent()
        && (known.isSaidZero() || known.facts().countedAs().isZero())) {
      return new Need(Kind.UNKNOWN, closed.get());
    }
    if (undone && known.closedAsZero()) {
      return new Need(Kind.NOT_NEEDED, closedAs(known));
    }
    return switch (duty.needed()) {
      case ALWAYS -> always(duty, known, undone);
      case DECISION -> decision(known);
      case NOTIFICATION -> notification(known, undone);
    };
  }

  private static String closedAs(KnownAsOf known) {
    if (known.isSaidZero()) {
      return "closed as Category Level 0";
    }
    return known.facts().countedAs() == CountedAs.NEAR_MISS
        ? "closed as the near miss it was reported as; the finding is not recorded"
        : "closed as the mistaken report its status says; the finding is not recorded";
  }

  private static Need always(Duty duty, KnownAsOf known, boolean undone) {
    boolean told =
        duty.done() == Field.NOT_TOLD_DOCUMENTED && known.find(Field.INDIVIDUALS_TOLD).isPresent();
    return told && undone ? new Need(Kind.NOT_NEEDED, "individuals were told") : NEEDED;
  }

  private static Need decision(KnownAsOf known) {
    if (known.facts().inbound()) {
      return inbound();
    }
    boolean keeps = known.closedAsZero() && known.facts().level().filter(one -> one == 1).isEmpty();
    return keeps ? NEEDED : byLevel(known, NEEDED);
  }

  private static Need notification(KnownAsOf known, boolean undone) {
    if (known.facts().inbound()) {
      return inbound();
    }
    if (!undone) {
      return new Need(Kind.NEEDED, contradiction(known));
    }
    Optional<String> unclear = known.problem(Field.ICO_DECISION);
    if (unclear.isPresent()) {
      return new Need(Kind.UNKNOWN, unclear.get());
    }
    Optional<String> decision = known.icoDecision();
    if (decision.isEmpty()) {
      return byLevel(known, new Need(Kind.UNDECIDED, "not decided whether to notify the ICO"));
    }
    return decision.get().equals(DeadlineFacts.NOT_NOTIFY)
        ? new Need(Kind.NOT_NEEDED, "decided not to notify the ICO")
        : NEEDED;
  }

  private static String contradiction(KnownAsOf known) {
    return known.icoDecision().filter(DeadlineFacts.NOT_NOTIFY::equals).isPresent()
        ? "decided not to notify, yet a notification is recorded: the notification counts"
        : "";
  }

  private static Need byLevel(KnownAsOf known, Need atTwo) {
    Optional<String> unclear =
        Optional.ofNullable(known.facts().unreadable().get(Field.DECIDED_LEVEL));
    if (unclear.isPresent()) {
      return new Need(Kind.UNKNOWN, unclear.get());
    }
    Optional<Integer> level = known.facts().level();
    if (level.isEmpty()) {
      return new Need(Kind.UNKNOWN, "Category Level unknown");
    }
    return level.get() >= 2 ? atTwo : new Need(Kind.NOT_NEEDED, "Category Level " + level.get());
  }

  private static Need inbound() {
    return new Need(Kind.NOT_NEEDED, "received from elsewhere: not this school's own breach");
  }
}
