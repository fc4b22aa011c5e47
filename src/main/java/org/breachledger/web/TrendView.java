package org.breachledger.web;

import java.util.List;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.TypeVerdict;
import org.jspecify.annotations.Nullable;

/**
 * The newest comparison of one school, or of all, as its page and its table show it.
 *
 * @param schoolId 0 for all schools
 * @param place the school, or all schools
 * @param before the half before, in words
 * @param now this half, in words
 * @param asOf when the record was compared
 * @param anchor the day after this half, as ISO writes it
 * @param rows the types of which there was an incident in either half, the most urgent first
 * @param quiet what is said of the others; may be empty
 * @param silent the months nobody sent anything for, in words; may be empty
 * @param pairs the two counts of each row drawn; null where there is no row
 * @param months all types month by month; null where they are not kept
 * @param people as the newest paper about these halves prints them; may be empty
 */
record TrendView(
    int schoolId,
    String place,
    String before,
    String now,
    String asOf,
    String anchor,
    List<Row> rows,
    String quiet,
    String silent,
    @Nullable PairChart pairs,
    @Nullable MonthChart months,
    List<PeopleAffected.Row> people) {

  /**
   * One type in both halves.
   *
   * @param previousAt where the incidents of the half before are listed; empty where this role sees
   *     none
   * @param currentAt the same of this half
   * @param alertAt the page of its alert; empty where there is none, or this role sees none
   */
  record Row(TypeVerdict said, String previousAt, String currentAt, String alertAt) {

    /** How this half differs, in words. */
    public String change() {
      int change = said.current() - said.previous();
      if (change == 0) {
        return "as many";
      }
      return Math.abs(change) + (change > 0 ? " more" : " fewer");
    }
  }

  /** Counted incidents of the half before. */
  public int previous() {
    return rows.stream().mapToInt(row -> row.said().previous()).sum();
  }

  /** Counted incidents of this half. */
  public int current() {
    return rows.stream().mapToInt(row -> row.said().current()).sum();
  }
}
