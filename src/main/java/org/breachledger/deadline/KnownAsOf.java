package org.breachledger.deadline;

import java.time.Instant;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;

/** What has happened by the as-of: a moment after it has not happened yet. */
public record KnownAsOf(DeadlineFacts facts, AsOf asOf) {

  Instant now() {
    return asOf.instant();
  }

  /** The moment in a field, where it may have happened by the as-of. */
  public Optional<Moment> find(Field field) {
    return Optional.ofNullable(facts.moments().get(field)).filter(this::happened);
  }

  /** Why the text in a field cannot be used. */
  Optional<String> problem(Field field) {
    return Optional.ofNullable(facts.unreadable().get(field)).map(why -> field.code() + ": " + why);
  }

  /** Whether a field holds a moment that lies after the as-of. */
  boolean stillToCome(Field field) {
    return Optional.ofNullable(facts.moments().get(field))
        .filter(moment -> !happened(moment))
        .isPresent();
  }

  /** Whether any field holds a moment that lies after the as-of. */
  boolean anyStillToCome() {
    return facts.moments().values().stream().anyMatch(moment -> !happened(moment));
  }

  /** The decision on notifying the ICO, where it has been made by the as-of. */
  public Optional<String> icoDecision() {
    return stillToCome(Field.ICO_DECIDED) ? Optional.empty() : facts.icoDecision();
  }

  /**
   * Whether it was closed as Category Level 0: near miss or mistakenly reported. One reported as
   * either and closed without any finding is closed as that.
   */
  boolean closedAsZero() {
    return find(Field.CLOSED).isPresent() && (isSaidZero() || facts.countedAs().isZero());
  }

  /** Whether a person found or decided that it is Category Level 0. */
  boolean isSaidZero() {
    return facts.findingZero() || facts.level().filter(level -> level == 0).isPresent();
  }

  private boolean happened(Moment moment) {
    return moment.span().filter(span -> span.earliest().isAfter(now())).isEmpty();
  }
}
