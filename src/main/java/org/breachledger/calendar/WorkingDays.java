package org.breachledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days: Monday to Friday, but no bank holiday.
 *
 * <p>Five working days from Thursday 2 April 2026 end on Monday 13 April 2026, because Good Friday
 * and Easter Monday lie between.
 *
 * @param holidays the days off besides Saturdays and Sundays
 */
public record WorkingDays(Set<LocalDate> holidays) {

  /** Copies the days. */
  public WorkingDays {
    holidays = Set.copyOf(holidays);
  }

  /** Whether people work on a day. */
  public boolean works(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.contains(day);
  }

  /**
   * The last of so many working days after a day, which is not counted itself.
   *
   * @param days 1 or more
   */
  public LocalDate after(LocalDate day, int days) {
    LocalDate last = day;
    for (int left = days; left > 0; left -= works(last) ? 1 : 0) {
      last = last.plusDays(1);
    }
    return last;
  }
}
