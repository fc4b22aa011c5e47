package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;

/**
 * What a governor paper says in plain sentences, made of its numbers alone. A missing month is
 * never turned into good news.
 */
public final class GovernorSentences {

  private final GovernorPaper paper;

  /** The sentences of one paper. */
  public GovernorSentences(GovernorPaper paper) {
    this.paper = paper;
  }

  private boolean complete() {
    return paper.notSubmitted().isEmpty();
  }

  /** Whether every month was submitted, and every incident has a date. */
  private boolean gapless() {
    return complete() && paper.dataQuality().allDated();
  }

  /** Whether there is nothing to report: a complete record without an incident or near miss. */
  public boolean nil() {
    return gapless() && paper.current() == 0 && paper.nearMisses().current() == 0;
  }

  /** The one sentence to remember. */
  public String headline() {
    int now = paper.current();
    if (now == 0) {
      return gapless()
          ? "There was no incident in this half."
          : "No incident is on record for this half, but the record has gaps.";
    }
    return "There " + Words.was(now) + " " + Words.count(now, "incident") + " in this half.";
  }

  /** What happened, in three to seven sentences. */
  public List<String> summary() {
    List<String> all = new ArrayList<>();
    all.add(nil() ? nilStatement() : comparison());
    if (!paper.dataQuality().allDated()) {
      all.add(CaseSentences.undated(paper.dataQuality()));
    }
    all.addAll(new TypeSentences(paper.types()).verdicts());
    if (!nil()) {
      all.add(levelTwo());
      all.add(CaseSentences.deadlines(paper.duties()));
    }
    all.add(CaseSentences.actions(paper.actions().open(), paper.actions().overdue()));
    if (!paper.restatement().isEmpty()) {
      all.add(paper.restatement().summary());
    }
    return all;
  }

  private String nilStatement() {
    return "Nil statement: every month was reported on, and neither an incident nor a near miss"
        + " was recorded from "
        + paper.imprint().halves().currentWords()
        + ". The half before had "
        + Words.count(paper.previous(), "incident")
        + ".";
  }

  private String comparison() {
    if (!complete()) {
      return "The halves cannot be compared: nothing was submitted for "
          + Words.months(paper.notSubmitted())
          + ". A low count may only mean that nobody reported.";
    }
    int change = paper.current() - paper.previous();
    if (paper.current() + paper.previous() == 0) {
      return "Neither half had an incident.";
    }
    String before = "The half before had " + Words.count(paper.previous(), "incident");
    return before
        + ": this half had "
        + (change == 0
            ? "as many."
            : Words.grouped(Math.abs(change)) + (change > 0 ? " more." : " fewer."));
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

  /** How many of them are not listed; empty where all are. */
  public String levelTwoRest() {
    int rest = paper.levelTwo().size() - paper.levelTwoListed().size();
    return rest == 0
        ? ""
        : Words.grouped(rest) + " more are on record; the undecided and the latest are listed.";
  }

  /** Near misses as good news. */
  public String nearMisses() {
    return CaseSentences.nearMisses(paper.nearMisses());
  }

  /** What the record behind the numbers is like. */
  public List<String> dataQuality() {
    List<String> all = new ArrayList<>(CaseSentences.quality(paper.dataQuality()));
    if (!complete()) {
      all.add("Not submitted: " + Words.months(paper.notSubmitted()) + ".");
    }
    return all;
  }

  /** What governors may want to ask the head, drawn from the numbers. */
  public List<String> questions() {
    return new GovernorQuestions(paper).list();
  }
}
