package org.breachledger.casework;

import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.ScoreLabel;

/** What is known of a case as of a moment: a moment after it has not happened yet. */
record KnownCase(CaseFile file, AsOf asOf) {

  static boolean happened(Moment moment, AsOf asOf) {
    return moment.span().filter(span -> span.earliest().isAfter(asOf.instant())).isEmpty();
  }

  Optional<Value> find(Field field) {
    return file.facts()
        .find(field)
        .filter(value -> !(value instanceof Moment moment) || happened(moment, asOf));
  }

  Optional<String> findText(Field field) {
    return find(field).map(Value::written);
  }

  Optional<Moment> findMoment(Field field) {
    return find(field).map(Moment.class::cast);
  }

  boolean has(Field field) {
    return find(field).isPresent();
  }

  boolean is(Field field, String code) {
    return findText(field).filter(code::equals).isPresent();
  }

  /** What was last recorded of a subject; empty where nothing was, or it was withdrawn. */
  Optional<Decision> newest(String subject) {
    return file.decisions().stream()
        .filter(decision -> decision.subject().equals(subject))
        .filter(decision -> happened(decision.when(), asOf))
        .reduce((earlier, later) -> later)
        .filter(decision -> !decision.withdrawn());
  }

  boolean recorded(String subject, String... outcomes) {
    return newest(subject)
        .filter(decision -> List.of(outcomes).contains(decision.outcome()))
        .isPresent();
  }

  Optional<Integer> level() {
    return DeadlineFacts.levelInForce(file.facts(), file.computedLevel());
  }

  CountedAs countedAs() {
    return CountedAs.of(file.facts());
  }

  boolean foundZero() {
    return CaseState.foundZero(file.facts());
  }

  boolean closed() {
    return CaseState.closed(file.facts()).filter(moment -> happened(moment, asOf)).isPresent();
  }

  /** The decision on notifying the ICO, where it has been made; a notification is one. */
  Optional<String> icoDecision() {
    if (has(Field.ICO_NOTIFIED)) {
      return Optional.of(DeadlineFacts.NOTIFY);
    }
    boolean toCome = file.facts().find(Field.ICO_DECIDED).isPresent() && !has(Field.ICO_DECIDED);
    return toCome ? Optional.empty() : findText(Field.ICO_DECISION);
  }

  /** Whether it must be considered for notification: Level 2, its own, and not closed as none. */
  boolean toConsider() {
    return level().filter(level -> level == 2).isPresent()
        && countedAs() != CountedAs.INBOUND
        && !(closed() && (foundZero() || countedAs().isZero()));
  }

  /** The labels it may have: that of its score, else all of its level. */
  List<String> labels(PolicyProfile profile) {
    Optional<Integer> level = level();
    if (level.isEmpty()) {
      return List.of();
    }
    Optional<ScoreLabel> scored =
        file.score().map(profile::label).filter(label -> label.level() == level.get());
    return scored
        .map(label -> List.of(label.label()))
        .orElseGet(
            () ->
                profile.labels().stream()
                    .filter(label -> label.level() == level.get())
                    .map(ScoreLabel::label)
                    .toList());
  }

  List<CaseAction> openActions() {
    return file.actions().stream().filter(action -> action.open(asOf)).toList();
  }
}
