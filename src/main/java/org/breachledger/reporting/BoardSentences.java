package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a board paper says in plain sentences, made of its numbers alone. */
public final class BoardSentences {

  private final BoardPaper paper;

  /** The sentences of one paper. */
  public BoardSentences(BoardPaper paper) {
    this.paper = paper;
  }

  private boolean complete() {
    return paper.missing().isEmpty();
  }

  /** The one sentence to remember. */
  public String headline() {
    int alerts = new TypeSentences(paper.types()).alerts();
    int now = paper.current();
    if (now == 0) {
      return complete() && paper.dataQuality().allDated()
          ? "There was no incident at any school in this half."
          : "No incident is on record for this half, but the record has gaps.";
    }
    String opening = "There " + Words.was(now) + " " + Words.count(now, "incident");
    if (alerts == 0) {
      return opening + " in this half.";
    }
    return opening
        + "; "
        + Words.count(alerts, "type")
        + (alerts == 1 ? " needs" : " need")
        + " a decision.";
  }

  /** What happened over all schools. */
  public List<String> summary() {
    List<String> all = new ArrayList<>();
    all.add(comparison());
    if (!paper.dataQuality().allDated()) {
      all.add(CaseSentences.undated(paper.dataQuality()));
    }
    all.addAll(new TypeSentences(paper.types()).verdicts());
    all.add(levelTwo());
    all.add(CaseSentences.deadlines(paper.duties()));
    all.add(actions());
    if (!paper.restatement().isEmpty()) {
      all.add(paper.restatement().summary());
    }
    return all;
  }

  private String comparison() {
    String counts =
        Words.capitalCount(paper.schools(), "school")
            + (paper.schools() == 1 ? " is" : " are")
            + " on this paper. The half before had "
            + Words.count(paper.previous(), "incident")
            + ", this one has "
            + Words.count(paper.current(), "incident")
            + ".";
    int missing = paper.missing().size();
    if (missing == 0) {
      return counts;
    }
    return counts
        + " "
        + Words.capitalCount(missing, "school")
        + " did not submit every month, so these totals cannot be compared as they stand; verdicts"
        + " compare the complete schools only.";
  }

  /** Actions over all schools. */
  public String actions() {
    return CaseSentences.actions(paper.open(), paper.overdue());
  }

  /** Names the types without an incident; empty where there is none. */
  public String quietTypes() {
    return new TypeSentences(paper.types()).quiet(complete());
  }

  /** How deadlines were kept. */
  public String deadlines() {
    return CaseSentences.deadlines(paper.duties());
  }

  /** How many incidents must be considered for notification. */
  public String levelTwo() {
    return CaseSentences.levelTwo(
        paper.levelTwo(), paper.imprint().titles().levelTwo(), paper.dataQuality().levelUnknown());
  }

  /** Near misses as good news. */
  public String nearMisses() {
    return CaseSentences.nearMisses(paper.nearMisses());
  }

  /** How long it took to notify the ICO. */
  public String delays() {
    DelayBands delays = paper.delays();
    if (delays.all() == 0) {
      return "No incident of this half was notified to the Information Commissioner.";
    }
    return "Incidents by the time it took to notify the Information Commissioner: "
        + delays.list().stream()
            .filter(band -> band.incidents() > 0)
            .map(band -> band.inSentence() + ", " + Words.grouped(band.incidents()))
            .collect(Collectors.joining("; "))
        + ".";
  }

  /** Who has to hear of an incident. */
  public String flags() {
    int number = paper.flagged().size();
    return number == 0
        ? "No incident of this half is flagged for the Caldicott Guardian or the council."
        : Words.capitalCount(number, "incident")
            + " of this half "
            + Words.is(number)
            + " flagged for the Caldicott Guardian or the council.";
  }

  /** Which schools kept silent. */
  public String missing() {
    int number = paper.missing().size();
    return number == 0
        ? "Every school submitted every month of both halves."
        : Words.capitalCount(number, "school")
            + " sent neither a log nor a nil return for at least one month. No verdict counts their"
            + " silence as success.";
  }

  /** What the record behind the numbers is like. */
  public List<String> dataQuality() {
    return CaseSentences.quality(paper.dataQuality());
  }
}
