package org.breachledger.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The days on which a school is open: Monday to Friday, but no holiday, and only within the years
 * whose holidays are all known.
 *
 * @param years the times in which every closed day is listed
 * @param holidays when the school is closed
 * @param bankHolidays single days on which every school is closed
 */
public record SchoolDays(List<Period> years, List<Period> holidays, Set<LocalDate> bankHolidays) {

  /**
   * Some days in a row.
   *
   * @param from the first, inclusive
   * @param to the last, inclusive
   */
  public record Period(LocalDate from, LocalDate to) {

    /** Whether a day is one of them. */
    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Copies the collections. */
  public SchoolDays {
    years = List.copyOf(years);
    holidays = List.copyOf(holidays);
    bankHolidays = Set.copyOf(bankHolidays);
  }

  /**
   * The number of school days of {@code [from, end)}; empty where some day lies in no known year.
   */
  public OptionalInt count(LocalDate from, LocalDate end) {
    int count = 0;
    for (LocalDate day = from; day.isBefore(end); day = day.plusDays(1)) {
      LocalDate today = day;
      if (years.stream().noneMatch(year -> year.holds(today))) {
        return OptionalInt.empty();
      }
      count += open(today) ? 1 : 0;
    }
    return OptionalInt.of(count);
  }

  private boolean open(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !bankHolidays.contains(day)
        && holidays.stream().noneMatch(holiday -> holiday.holds(day));
  }
}
