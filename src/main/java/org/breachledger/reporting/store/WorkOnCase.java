package org.breachledger.reporting.store;

import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Closing;
import org.breachledger.casework.CountedIncident;
import org.breachledger.casework.RegisterLine;
import org.breachledger.casework.store.StoredCase;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.Field;
import org.breachledger.reporting.DutyState;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.WorkingAction;
import org.breachledger.reporting.WorkingClosing;
import org.breachledger.reporting.WorkingIncident;

/** What one case asks for at a paper's date. */
final class WorkOnCase {

  private static final String ICO = "ico";
  private static final String ICO_NOTIFIED = "ico-notified";
  private static final String INDIVIDUALS = "individuals";

  private final CaseRules rules;
  private final StoredCase stored;
  private final CaseFile file;
  private final Imprint imprint;
  private final AsOf asOf;
  private final Closing closing;
  private final List<RegisterLine> decisions;
  private final List<DutyState> duties;

  WorkOnCase(CaseRules rules, StoredCase stored, Imprint imprint) {
    this.rules = rules;
    this.stored = stored;
    this.file = stored.file();
    this.imprint = imprint;
    this.asOf = imprint.dataAsAt();
    this.closing = rules.closing(file, asOf);
    this.decisions =
        rules.register(file, asOf).stream()
            .filter(line -> List.of(ICO, ICO_NOTIFIED, INDIVIDUALS).contains(line.line()))
            .toList();
    this.duties = duties();
  }

  /**
   * Reviews run for months and stand in a table of their own; a duty whose clock has not begun asks
   * for nothing yet.
   */
  private List<DutyState> duties() {
    return rules
        .deadlines()
        .judge(DeadlineFacts.from(file.facts(), file.computedLevel()), asOf)
        .stream()
        .filter(duty -> duty.duty().done() != Field.RE_EVALUATED)
        .filter(duty -> DutyState.shown(duty.verdict()))
        .filter(duty -> duty.verdict().late() || duty.due().isPresent())
        .map(duty -> new DutyState(duty.duty().title(), duty.verdict(), duty.due().orElse(null)))
        .toList();
  }

  /** Whether its day lies in the paper's half. */
  boolean thisHalf() {
    return stored
        .place()
        .map(CountedIncident::day)
        .filter(imprint.halves().windows()::inCurrent)
        .isPresent();
  }

  /** Whether it is open, overdue, undecided or of a type to check, or at Level 2 in this half. */
  boolean listed() {
    return toClose()
        || (thisHalf() && levelTwo())
        || duties.stream().anyMatch(DutyState::overdue)
        || undecided()
        || stored.toCheck();
  }

  /** Whether it counts among those of this half. */
  boolean onRecord() {
    return thisHalf() && stored.counted();
  }

  /** What was reported by mistake waits for nobody, closed or not. */
  private boolean toClose() {
    return !closing.closed() && CountedAs.of(file.facts()) != CountedAs.NON_EVENT;
  }

  private Optional<Integer> level() {
    return DeadlineFacts.levelInForce(file.facts(), file.computedLevel());
  }

  private boolean levelTwo() {
    return level().filter(level -> level == 2).isPresent();
  }

  private boolean undecided() {
    return decisions.stream()
        .filter(line -> !line.line().equals(INDIVIDUALS))
        .anyMatch(line -> line.state() == RegisterLine.State.MISSING);
  }

  WorkingIncident incident(PaperWords words) {
    return new WorkingIncident(
        file.school(),
        file.reference(),
        stored.row(),
        stored.place().map(CountedIncident::day).orElse(null),
        thisHalf(),
        CountedAs.of(file.facts()),
        words.type(file.breachType().orElse(BreachType.UNTYPED)),
        stored.toCheck(),
        level().orElse(null),
        !closing.closed(),
        duties,
        decisions.stream().map(WorkOnCase::words).toList(),
        undecided());
  }

  private static String words(RegisterLine line) {
    boolean missing = line.state() == RegisterLine.State.MISSING;
    boolean reason = line.reason() == RegisterLine.Given.MISSING;
    String outcome = line.outcome() + (reason ? ", reason missing" : "");
    return switch (line.line()) {
      case ICO -> "ICO: " + (missing ? "to be decided" : outcome);
      case ICO_NOTIFIED -> missing ? "ICO notified: not recorded" : "ICO: " + outcome;
      default -> "Individuals: " + (missing ? "not recorded" : outcome);
    };
  }

  /** Whether it was closed with a piece missing. */
  boolean incomplete() {
    return closing.flagged();
  }

  WorkingClosing closing() {
    return new WorkingClosing(
        file.school(),
        file.reference(),
        stored.row(),
        closing.missing().stream().map(Closing.Checked::missing).toList());
  }

  /** Its actions that are not done. */
  List<WorkingAction> actions() {
    return file.actions().stream()
        .filter(action -> action.open(asOf))
        .map(action -> action(action))
        .toList();
  }

  private WorkingAction action(CaseAction action) {
    return new WorkingAction(
        file.school(),
        file.reference(),
        stored.row(),
        action.kind().code(),
        action.owner().map(owner -> owner.words(rules.profile())).orElse(""),
        action.due().orElse(null),
        action.state(asOf) == CaseAction.State.OVERDUE);
  }
}
