package org.breachledger.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The two windows of the six-month comparison: {@code [start, middle)} against {@code [middle,
 * end)}, in London days [002].
 *
 * <p>Both are counted back from the anchor, so the anchor of 31 August 2026 has its middle on 28
 * February 2026.
 *
 * @param start the first day of the previous window
 * @param middle the first day of the current window, which the previous one does not hold
 * @param end the anchor, which the current window does not hold
 */
public record Windows(LocalDate start, LocalDate middle, LocalDate end) {

  /** Refuses windows out of order. */
  public Windows {
    if (!start.isBefore(middle) || !middle.isBefore(end)) {
      throw new IllegalArgumentException("the windows must follow each other: start, middle, end");
    }
  }

  /**
   * The two windows of some calendar months before an anchor; a month without such a day clamps.
   *
   * @param months the length of one window, 1 or more: six, where the policy says nothing else
   */
  public static Windows at(LocalDate anchor, int months) {
    return new Windows(anchor.minusMonths(2L * months), anchor.minusMonths(months), anchor);
  }

  /**
   * A period against the time before it: as many months back where it is made of whole months, else
   * as many days.
   *
   * @param from the first day, inclusive
   * @param end the day after the last
   */
  public static Windows over(LocalDate from, LocalDate end) {
    boolean months = from.getDayOfMonth() == 1 && end.getDayOfMonth() == 1;
    LocalDate start =
        months
            ? from.minusMonths(ChronoUnit.MONTHS.between(from, end))
            : from.minusDays(ChronoUnit.DAYS.between(from, end));
    return new Windows(start, from, end);
  }

  /** Both windows a year before: its current one is the same half last year. */
  public Windows lastYear() {
    return new Windows(start.minusYears(1), middle.minusYears(1), end.minusYears(1));
  }

  /** The days of the previous window: its exposure. */
  public long previousDays() {
    return ChronoUnit.DAYS.between(start, middle);
  }

  /** The days of the current window: its exposure. */
  public long currentDays() {
    return ChronoUnit.DAYS.between(middle, end);
  }

  /** Every month the current window touches, the first first. */
  public List<YearMonth> currentMonths() {
    return months(middle, end);
  }

  /** Every month either window touches, the first first: all must have been submitted. */
  public List<YearMonth> months() {
    return months(start, end);
  }

  /** Every month that lies whole in the two windows, the first first. */
  public List<YearMonth> wholeMonths() {
    return months().stream()
        .filter(month -> !month.atDay(1).isBefore(start))
        .filter(month -> !month.plusMonths(1).atDay(1).isAfter(end))
        .toList();
  }

  /** Whether a day lies in the previous window. */
  public boolean inPrevious(LocalDate day) {
    return !day.isBefore(start) && day.isBefore(middle);
  }

  /** Whether a day lies in the current window. */
  public boolean inCurrent(LocalDate day) {
    return !day.isBefore(middle) && day.isBefore(end);
  }

  private static List<YearMonth> months(LocalDate from, LocalDate end) {
    YearMonth last = YearMonth.from(end.minusDays(1));
    List<YearMonth> months = new ArrayList<>();
    for (YearMonth month = YearMonth.from(from);
        !month.isAfter(last);
        month = month.plusMonths(1)) {
      months.add(month);
    }
    return List.copyOf(months);
  }
}
