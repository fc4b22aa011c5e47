package org.breachledger.intake;

import java.util.Collection;
import java.util.stream.Stream;

/**
 * What the dates of a whole file prove about the order of day and month: a 13th or later day can
 * stand in one place only.
 *
 * @param dayFirst how many dates are dates only with the day first
 * @param monthFirst how many are dates only with the month first
 * @param twoReadings how many could be either
 */
record DateEvidence(int dayFirst, int monthFirst, int twoReadings) {

  /** So many times stronger must one order be for the other to be a slip of the pen. */
  private static final int CLEAR = 100;

  static DateEvidence of(Collection<ColumnSurvey> columns) {
    return new DateEvidence(
        columns.stream().mapToInt(ColumnSurvey::proveDayFirst).sum(),
        columns.stream().mapToInt(ColumnSurvey::proveMonthFirst).sum(),
        columns.stream().mapToInt(ColumnSurvey::twoReadings).sum());
  }

  /**
   * The order of the file; what its headings ask for counts where its dates prove nothing.
   *
   * @param words the headings and titles
   */
  DateOrder order(Stream<String> words) {
    return dayFirst + monthFirst > 0 ? order() : StatedOrder.in(words).orElse(order());
  }

  /** The order of the file; undecided where nothing proves one, or both are proven. */
  DateOrder order() {
    if (dayFirst > monthFirst * CLEAR) {
      return DateOrder.DMY;
    }
    return monthFirst > dayFirst * CLEAR ? DateOrder.MDY : DateOrder.UNDECIDED;
  }
}
