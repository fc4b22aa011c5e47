package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/** What governors may want to ask: each question follows from a number on the paper. */
final class GovernorQuestions {

  private static final int MOST = 6;

  private final GovernorPaper paper;

  GovernorQuestions(GovernorPaper paper) {
    this.paper = paper;
  }

  /** At most six questions, the gravest first; one is always there. */
  List<String> list() {
    List<String> all = new ArrayList<>();
    addMissing(all);
    addUndecided(all);
    addOverdue(all);
    addTypes(all);
    addNearMisses(all);
    all.add(
        "Are staff sure whom to tell, and that they should tell at once, when something goes"
            + " wrong?");
    return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
  }

  private void addMissing(List<String> all) {
    if (!paper.notSubmitted().isEmpty()) {
      all.add(
          "Why was nothing submitted for "
              + Words.months(paper.notSubmitted())
              + ", and when will it be?");
    }
  }

  private void addUndecided(List<String> all) {
    long open =
        paper.levelTwo().stream().filter(one -> one.decision() == IcoDecision.UNDECIDED).count();
    long silent = paper.levelTwo().stream().filter(one -> one.reasonWords().equals("No")).count();
    if (open > 0) {
      all.add(
          "When will the "
              + paper.imprint().titles().dataProtectionOfficer()
              + " decide on "
              + (open == 1 ? "the incident" : "the " + open + " incidents")
              + " at "
              + paper.imprint().titles().levelTwo()
              + " still open?");
    }
    if (silent > 0) {
      all.add("Why is no reason on record for " + decisions(silent) + " about notification?");
    }
  }

  private static String decisions(long number) {
    return number == 1 ? "a decision" : number + " decisions";
  }

  private void addOverdue(List<String> all) {
    int overdue = paper.duties().stream().mapToInt(DutyPerformance::overdue).sum();
    if (overdue > 0) {
      all.add(
          "What holds up the "
              + (overdue == 1 ? "duty that is" : overdue + " duties that are")
              + " overdue?");
    }
    int actions = paper.actions().overdue();
    if (actions > 0) {
      all.add(
          "Who owns the "
              + (actions == 1 ? "action that is" : actions + " actions that are")
              + " overdue, and what is in the way?");
    }
  }

  private void addTypes(List<String> all) {
    paper.types().stream()
        .filter(type -> type.verdict().alert())
        .limit(2)
        .forEach(
            type ->
                all.add(
                    type.verdict() == HalfVerdict.NEW
                        ? type.title() + " is new: what was learnt, and who has been told?"
                        : type.title()
                            + " did not become fewer: what has been tried, and what comes"
                            + " next?"));
  }

  private void addNearMisses(List<String> all) {
    if (paper.nearMisses().current() == 0 && paper.current() > 0) {
      all.add("Does everybody know that near misses should be reported too?");
    }
  }
}
