package org.breachledger.casework;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.calendar.London;
import org.jspecify.annotations.Nullable;

/**
 * When a school is open: by the clock on its wall in Europe/London, on weekdays of term.
 *
 * <p>A day is open from its first time inclusive to its last exclusive; bank holidays and, where a
 * calendar gives them, school holidays are closed.
 */
public final class OpeningHours {

  private static final long DAY = 86_400_000L;

  /**
   * One day's hours.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public record Hours(LocalTime from, LocalTime to) {}

  /**
   * A school holiday.
   *
   * @param school the school's name folded; empty for all
   * @param from its first day
   * @param to its last day, inclusive
   */
  public record Holiday(String school, LocalDate from, LocalDate to) {}

  private final Map<DayOfWeek, Hours> week;
  private final Set<LocalDate> bankHolidays;
  private final List<Holiday> holidays;

  /** The hours of a week; a weekday that is missing is closed. */
  public OpeningHours(
      Map<DayOfWeek, Hours> week, Set<LocalDate> bankHolidays, List<Holiday> holidays) {
    this.week = week.isEmpty() ? Map.of() : new EnumMap<>(week);
    this.bankHolidays = Set.copyOf(bankHolidays);
    this.holidays = List.copyOf(holidays);
  }

  /**
   * One day of one school as a span of instants: a log asks for the same day again and again.
   *
   * @param from inclusive, in milliseconds since 1970 UTC
   * @param to exclusive
   * @param opens inclusive
   * @param closes exclusive
   */
  record OneDay(long from, long to, long opens, long closes) {

    boolean holds(long millis) {
      return millis >= from && millis < to;
    }

    boolean closed(long millis) {
      return millis < opens || millis >= closes;
    }
  }

  /** The last year for which bank holidays are listed; null where none are. */
  public @Nullable Integer lastYearOfBankHolidays() {
    return bankHolidays.stream().map(LocalDate::getYear).max(Integer::compare).orElse(null);
  }

  /**
   * The day a moment lies in.
   *
   * @param millis since 1970 UTC
   * @param school the school's name folded; empty where it is not known
   */
  OneDay day(long millis, String school) {
    LocalDate date = London.dayOf(Instant.ofEpochMilli(millis));
    long from = London.startOf(date).toEpochMilli();
    long to = London.startOf(date.plusDays(1)).toEpochMilli();
    Hours hours = closedAllDay(date, school) ? null : week.get(date.getDayOfWeek());
    return hours == null
        ? new OneDay(from, to, to, from)
        : new OneDay(from, to, at(date, hours.from()), at(date, hours.to()));
  }

  private boolean closedAllDay(LocalDate date, String school) {
    return bankHolidays.contains(date)
        || holidays.stream()
            .anyMatch(
                holiday ->
                    (holiday.school().isEmpty() || holiday.school().equals(school))
                        && !date.isBefore(holiday.from())
                        && !date.isAfter(holiday.to()));
  }

  /** A time the clocks skip in March is the moment they go forward. */
  private static long at(LocalDate date, LocalTime time) {
    ZoneOffset offset = London.ZONE.getRules().getOffset(date.atTime(time));
    return date.toEpochDay() * DAY
        + time.toNanoOfDay() / 1_000_000
        - offset.getTotalSeconds() * 1000L;
  }
}
