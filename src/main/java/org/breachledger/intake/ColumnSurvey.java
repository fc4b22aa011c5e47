package org.breachledger.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a whole column of moments tells about each of its cells: whether any has a time of day, and
 * in which order day and month stand.
 */
final class ColumnSurvey {

  private boolean timeOfDay;
  private int proveDayFirst;
  private int proveMonthFirst;
  private int twoReadings;
  private final Map<YearMonth, Integer> monthsDayFirst = new TreeMap<>();
  private final Map<YearMonth, Integer> monthsMonthFirst = new TreeMap<>();

  void see(MomentCell cell) {
    WrittenMoment moment = cell.moment();
    if (moment == null) {
      return;
    }
    timeOfDay |= moment.hasTime();
    twoReadings += moment.twoReadings() ? 1 : 0;
    moment
        .proves()
        .ifPresent(
            order -> {
              proveDayFirst += order == DateOrder.DMY ? 1 : 0;
              proveMonthFirst += order == DateOrder.MDY ? 1 : 0;
            });
    count(monthsDayFirst, moment.dayFirst());
    count(monthsMonthFirst, moment.monthFirst());
  }

  /** A cell of a column of times of day. */
  void seeTime(GridCell cell) {
    timeOfDay |= TimeCells.afterMidnight(cell);
  }

  private static void count(Map<YearMonth, Integer> months, @Nullable LocalDate date) {
    if (date != null) {
      months.merge(YearMonth.from(date), 1, Integer::sum);
    }
  }

  /** Whether every value is at midnight or without a time, so that the column holds whole days. */
  boolean daysOnly() {
    return !timeOfDay;
  }

  int proveDayFirst() {
    return proveDayFirst;
  }

  int proveMonthFirst() {
    return proveMonthFirst;
  }

  int twoReadings() {
    return twoReadings;
  }

  /** How many dates fall in each month, in the given order. */
  Map<YearMonth, Integer> months(DateOrder order) {
    return order == DateOrder.MDY ? monthsMonthFirst : monthsDayFirst;
  }
}
