package org.breachledger.recurrence;

import java.time.YearMonth;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * The incidents of one type, or of all, at one school or over several, as a chart over months that
 * were all submitted: silence is never drawn as a zero.
 *
 * @param schoolId 0 for all schools that submitted every month
 * @param school the school's name; {@link Recurrence#ALL} for all
 * @param breachType empty for all types together
 * @param first the first month
 * @param last the last month, inclusive
 * @param schools how many schools are counted
 * @param leftOut the schools left out because they did not submit every month
 */
public record ChartedSeries(
    int schoolId,
    String school,
    String breachType,
    YearMonth first,
    YearMonth last,
    int incidents,
    int schools,
    List<String> leftOut,
    ControlChart chart) {

  /** Copies the names. */
  public ChartedSeries {
    leftOut = List.copyOf(leftOut);
  }

  /**
   * The months without a gap that end with a month, the first first; empty where that month itself
   * was not submitted.
   *
   * @param most no more months than this
   */
  public static NavigableSet<YearMonth> known(ComparedSchool school, YearMonth last, int most) {
    NavigableSet<YearMonth> months = new TreeSet<>();
    YearMonth month = last;
    while (school.submitted().contains(month) && months.size() < most) {
      months.add(month);
      month = month.minusMonths(1);
    }
    return months;
  }
}
