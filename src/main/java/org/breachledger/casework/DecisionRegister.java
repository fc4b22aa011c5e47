package org.breachledger.casework;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.casework.RegisterLine.From;
import org.breachledger.casework.RegisterLine.Given;
import org.breachledger.casework.RegisterLine.State;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Value;

/**
 * The decision and referral register of one case: what was decided, by whom, when and whether the
 * reason is on record, and what the policy asks for that nobody recorded [000, 001, 003 3c; 004
 * 5.7, 9.2.2, 9.4.5].
 */
final class DecisionRegister {

  private static final String ICO = "ico";
  private static final String ICO_NOTIFIED = "ico-notified";
  private static final String INDIVIDUALS = "individuals";

  private final CaseRules rules;
  private final KnownCase known;

  DecisionRegister(CaseRules rules, KnownCase known) {
    this.rules = rules;
    this.known = known;
  }

  /** The ICO first, then the individuals, the routes, and what else was recorded. */
  List<RegisterLine> lines() {
    List<RegisterLine> lines = new ArrayList<>();
    ico().ifPresent(lines::add);
    icoNotified().ifPresent(lines::add);
    individuals().ifPresent(lines::add);
    for (String line : rules.routes().lines()) {
      new RoutedLine(rules, known, line).find().ifPresent(lines::add);
    }
    for (String subject : others()) {
      recorded(subject, false).ifPresent(lines::add);
    }
    return lines;
  }

  private Set<String> others() {
    Set<String> others = new LinkedHashSet<>(rules.words().subjects());
    others.add(Closure.SUBJECT);
    others.removeAll(List.of(ICO, ICO_NOTIFIED, INDIVIDUALS));
    return others;
  }

  private Optional<RegisterLine> ico() {
    boolean late = late(Field.ICO_DECIDED);
    Optional<String> decision = known.icoDecision();
    return recorded(ICO, late)
        .or(
            () ->
                decision.map(
                    code ->
                        sheet(
                            ICO,
                            words(ICO, code),
                            known.findMoment(Field.ICO_DECIDED),
                            known.has(Field.ICO_DECISION_REASON) ? Given.YES : Given.MISSING,
                            delay(late))))
        .or(() -> known.toConsider() ? Optional.of(missing(ICO)) : Optional.empty());
  }

  private Optional<RegisterLine> icoNotified() {
    boolean late = late(Field.ICO_NOTIFIED);
    boolean toNotify = known.icoDecision().filter(DeadlineFacts.NOTIFY::equals).isPresent();
    return recorded(ICO_NOTIFIED, late)
        .or(
            () ->
                known
                    .findMoment(Field.ICO_NOTIFIED)
                    .map(
                        when ->
                            sheet(
                                ICO_NOTIFIED,
                                words(ICO_NOTIFIED, "done"),
                                Optional.of(when),
                                Given.NOT_ASKED,
                                delay(late))))
        .or(() -> toNotify ? Optional.of(missing(ICO_NOTIFIED)) : Optional.empty());
  }

  private Optional<RegisterLine> individuals() {
    return recorded(INDIVIDUALS, false)
        .or(this::individualsBySheet)
        .or(
            () ->
                known.countedAs() == CountedAs.INCIDENT
                    ? Optional.of(missing(INDIVIDUALS))
                    : Optional.empty());
  }

  private Optional<RegisterLine> individualsBySheet() {
    if (known.has(Field.INDIVIDUALS_TOLD)) {
      return Optional.of(
          sheet(
              INDIVIDUALS,
              words(INDIVIDUALS, "told"),
              known.findMoment(Field.INDIVIDUALS_TOLD),
              Given.NOT_ASKED,
              Given.NOT_ASKED));
    }
    Optional<String> ground = known.findText(Field.NOT_TOLD_GROUND);
    if (ground.isEmpty() && !known.has(Field.NOT_TOLD_DOCUMENTED)) {
      return Optional.empty();
    }
    return Optional.of(
        sheet(
            INDIVIDUALS,
            ground.map(code -> words(INDIVIDUALS, "not-told-" + code)).orElse("not told"),
            known.findMoment(Field.NOT_TOLD_DOCUMENTED),
            ground.isPresent() ? Given.YES : Given.MISSING,
            Given.NOT_ASKED));
  }

  private Optional<RegisterLine> recorded(String subject, boolean late) {
    return known
        .newest(subject)
        .map(
            decision ->
                new RegisterLine(
                    subject,
                    title(subject),
                    State.RECORDED,
                    From.PERSON,
                    words(subject, decision.outcome()) + zero(decision),
                    Optional.of(decision.by().words(rules.profile())),
                    Optional.of(decision.when()),
                    reason(decision),
                    decision.delay().isPresent() ? Given.YES : delay(late),
                    source(subject)));
  }

  /** The policy's own word for what was found to be none, where it is not just "near miss". */
  private String zero(Decision decision) {
    String label = rules.profile().nearMissLabel();
    boolean said = words(Closure.SUBJECT, "near-miss").contains(label);
    return Closure.foundZero(decision) && !said ? " (" + label + ")" : "";
  }

  private Given reason(Decision decision) {
    if (decision.why().isPresent()) {
      return Given.YES;
    }
    return rules
            .words()
            .find(decision.subject(), decision.outcome())
            .filter(DecisionWord::reasonNeeded)
            .isPresent()
        ? Given.MISSING
        : Given.NOT_ASKED;
  }

  private RegisterLine sheet(
      String subject, String outcome, Optional<Moment> when, Given reason, Given delay) {
    Optional<String> by =
        subject.equals(ICO)
            ? known
                .find(Field.ICO_DECIDED_BY)
                .map(Value::written)
                .map(written -> ByWhom.parse(written, rules.profile()).words(rules.profile()))
            : Optional.empty();
    return new RegisterLine(
        subject,
        title(subject),
        State.RECORDED,
        From.SHEET,
        outcome,
        by,
        when,
        reason,
        delay,
        source(subject));
  }

  private RegisterLine missing(String subject) {
    return new RegisterLine(
        subject,
        title(subject),
        State.MISSING,
        From.NOWHERE,
        "nobody recorded it",
        Optional.empty(),
        Optional.empty(),
        Given.NOT_ASKED,
        Given.NOT_ASKED,
        source(subject));
  }

  private Given delay(boolean late) {
    if (!late) {
      return Given.NOT_ASKED;
    }
    return known.has(Field.ICO_DELAY_REASON) ? Given.YES : Given.MISSING;
  }

  private boolean late(Field done) {
    return rules
        .deadlines()
        .judge(DeadlineFacts.from(known.file().facts(), known.file().computedLevel()), known.asOf())
        .stream()
        .filter(verdict -> verdict.duty().done() == done)
        .anyMatch(verdict -> verdict.verdict() == Verdict.LATE);
  }

  private String title(String subject) {
    return first(subject).map(DecisionWord::title).orElse(subject);
  }

  private String source(String subject) {
    return first(subject).map(DecisionWord::source).orElse("");
  }

  private Optional<DecisionWord> first(String subject) {
    return rules.words().outcomes(subject).stream().findFirst();
  }

  private String words(String subject, String outcome) {
    return rules.words().find(subject, outcome).map(DecisionWord::words).orElse(outcome);
  }
}
