package org.breachledger.reporting;

import java.util.List;

/**
 * The decision and referral register of this half's incidents, with what closed ones lack [000,
 * 001, 003 3c; 004 5.7].
 *
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param incidents how many incidents it speaks of
 * @param rows in the order of school and day
 * @param missing what closed incidents lack
 */
public record DecisionPaper(
    String scope,
    Imprint imprint,
    int incidents,
    List<DecisionRow> rows,
    List<MissingPiece> missing)
    implements Paper {

  /** Copies the lists. */
  public DecisionPaper {
    rows = List.copyOf(rows);
    missing = List.copyOf(missing);
  }

  @Override
  public String template() {
    return "decisions";
  }

  @Override
  public String about() {
    return scope;
  }

  @Override
  public String title() {
    return "Decision and referral register: " + scopeWords();
  }

  /** Whether it is about one school, so that its rows need not name it. */
  public boolean ofOneSchool() {
    return !scope.equals(AlertPack.ALL);
  }

  /** The school's name, or all schools. */
  public String scopeWords() {
    return scope.equals(AlertPack.ALL) ? "all schools" : scope;
  }

  /** How much there is, and how much of it nobody recorded. */
  public String headline() {
    if (incidents == 0) {
      return "No incident is on record for this half, so nothing had to be decided or referred.";
    }
    int gaps = (int) rows.stream().filter(DecisionRow::missing).count();
    return Words.capitalCount(incidents, "incident") + ": " + gaps(gaps);
  }

  private static String gaps(int gaps) {
    if (gaps == 0) {
      return "every decision and referral the policy asks for is on record.";
    }
    return gaps == 1
        ? "one decision or referral the policy asks for is not on record."
        : Words.grouped(gaps) + " decisions and referrals the policy asks for are not on record.";
  }

  /** What closed incidents lack, in one sentence. */
  public String closing() {
    return missing.isEmpty()
        ? "No incident was closed with a piece missing."
        : Words.capitalCount(missing.size(), "piece")
            + " "
            + Words.is(missing.size())
            + " missing of incidents that are closed.";
  }
}
