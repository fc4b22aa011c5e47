package org.breachledger.casework;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;

/**
 * When a closing check applies to a case, and when it is met. Which of them a policy asks for, and
 * in which words, is its table's.
 */
enum ClosingRule {
  /** Category Level 0 is only ever a finding at closure [004 6.7.2]. */
  LEVEL_ZERO_FINDING(ClosingRule::zero, KnownCase::foundZero),
  LEVEL_ZERO_LESSON(
      ClosingRule::zero, known -> known.has(Field.CLOSURE_LESSON) || known.has(Field.LESSONS)),

  /** Form B, where it was requested or the level is 2, with all that belongs to it [004 8.3]. */
  FORM_B(ClosingRule::formB, known -> known.has(Field.FORM_B_RECEIVED)),
  FORM_B_ROOT_CAUSE(ClosingRule::formB, known -> known.has(Field.ROOT_CAUSE)),
  FORM_B_FINDINGS(ClosingRule::formB, known -> known.has(Field.FINDINGS)),
  FORM_B_LESSONS(ClosingRule::formB, known -> known.has(Field.LESSONS)),
  FORM_B_ACTIONS(
      ClosingRule::formB,
      known -> !known.file().actions().isEmpty() || known.recorded("actions", "none-needed")),
  FORM_B_APPROVED(ClosingRule::formB, known -> known.recorded("form-b-approved", "done")),

  OUTCOME_REPORT(ClosingRule::breach, known -> known.has(Field.OUTCOME_REPORT)),
  OUTCOME_REPORT_REVIEW(
      ClosingRule::breach, known -> known.recorded("outcome-report-review", "done")),

  EVALUATION(
      known ->
          breach(known) && known.icoDecision().filter(DeadlineFacts.NOTIFY::equals).isPresent(),
      known -> known.recorded("evaluation", "done")),
  SYSTEMIC_CAUSE(
      ClosingRule::breach, known -> known.recorded("systemic-cause", "found", "none-found")),
  ACTIONS_DONE(known -> !known.file().actions().isEmpty(), known -> known.openActions().isEmpty()),

  INDIVIDUALS(
      ClosingRule::breach,
      known ->
          known.has(Field.INDIVIDUALS_TOLD)
              || known.has(Field.NOT_TOLD_GROUND)
              || known.has(Field.NOT_TOLD_DOCUMENTED)),
  TOLD_ITEMS(
      known -> breach(known) && known.has(Field.INDIVIDUALS_TOLD),
      known -> known.recorded("told-items", "all-five")),
  PUBLIC_NOTICE(
      known ->
          breach(known)
              && known.is(Field.NOT_TOLD_GROUND, "disproportionate")
              && !known.has(Field.INDIVIDUALS_TOLD),
      known -> known.recorded("public-notice", "given")),

  DISCIPLINARY(ClosingRule::breach, known -> known.recorded("disciplinary", "begun", "not-begun")),
  COMMUNICATIONS_PLAN(
      ClosingRule::breach, known -> known.recorded("communications-plan", "made", "not-needed")),
  CONTROLS(ClosingRule::breach, known -> known.recorded("controls", "in-place", "not-needed"));

  private final Predicate<KnownCase> applies;
  private final Predicate<KnownCase> met;

  ClosingRule(Predicate<KnownCase> applies, Predicate<KnownCase> met) {
    this.applies = applies;
    this.met = met;
  }

  /** The name tables use. */
  String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean applies(KnownCase known) {
    return applies.test(known);
  }

  boolean met(KnownCase known) {
    return met.test(known);
  }

  /** The rule of a name; empty where there is none. */
  static Optional<ClosingRule> find(String code) {
    return Arrays.stream(values()).filter(rule -> rule.code().equals(code)).findFirst();
  }

  /** All names. */
  static List<String> codes() {
    return Arrays.stream(values()).map(ClosingRule::code).toList();
  }

  /** A school's own confirmed or potential breach: not found to be none, not received. */
  private static boolean breach(KnownCase known) {
    return known.countedAs() == CountedAs.INCIDENT;
  }

  private static boolean formB(KnownCase known) {
    return breach(known)
        && (known.has(Field.FORM_B_REQUESTED)
            || known.level().filter(level -> level == 2).isPresent());
  }

  /** Found, declared or reported to be a near miss or no event at all. */
  private static boolean zero(KnownCase known) {
    return known.countedAs().isZero()
        || known.foundZero()
        || known.level().filter(level -> level == 0).isPresent();
  }
}
