package org.breachledger.reporting;

import java.util.List;

/**
 * The six-month review queue: incidents that are back for review, with what became of their type
 * [002].
 *
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param rows those due first
 * @param overdue how many of them are overdue
 * @param signedOff how many of all reviews are signed off
 * @param later how many are due later
 */
public record ReviewPaper(
    String scope, Imprint imprint, List<ReviewRow> rows, int overdue, int signedOff, int later)
    implements Paper {

  /** Copies the rows. */
  public ReviewPaper {
    rows = List.copyOf(rows);
  }

  @Override
  public String template() {
    return "reviews";
  }

  @Override
  public String about() {
    return scope;
  }

  @Override
  public String title() {
    return "Six-month review queue: " + scopeWords();
  }

  /** Whether it is about one school, so that its rows need not name it. */
  public boolean ofOneSchool() {
    return !scope.equals(AlertPack.ALL);
  }

  /** The school's name, or all schools. */
  public String scopeWords() {
    return scope.equals(AlertPack.ALL) ? "all schools" : scope;
  }

  /** How many wait. */
  public String headline() {
    return Words.capitalCount(rows.size(), "incident")
        + " "
        + (rows.size() == 1 ? "waits" : "wait")
        + " for review"
        + (overdue == 0 ? "." : ", " + Words.grouped(overdue) + " of them overdue.");
  }

  /** What is done, and what comes. */
  public String rest() {
    return Words.capitalCount(signedOff, "review")
        + " "
        + Words.is(signedOff)
        + " signed off, "
        + Words.grouped(later)
        + " due later. An incident comes back after the policy's review period, to see whether its"
        + " type stopped.";
  }
}
