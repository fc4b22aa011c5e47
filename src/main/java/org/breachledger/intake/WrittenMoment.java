package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A date as it stands in a cell, in both readings where day and month could change places.
 *
 * @param dayFirst read as day, month; null where that is no date
 * @param monthFirst read as month, day; null where that is no date
 * @param time the time of day; null where none is written
 * @param offset the offset from UTC; null where none is written
 */
record WrittenMoment(
    @Nullable LocalDate dayFirst,
    @Nullable LocalDate monthFirst,
    @Nullable LocalTime time,
    @Nullable ZoneOffset offset) {

  /** A date that can be read one way only, whatever the order of the log. */
  static WrittenMoment certain(LocalDate date) {
    return new WrittenMoment(date, date, null, null);
  }

  WrittenMoment at(@Nullable LocalTime written, @Nullable ZoneOffset from) {
    return new WrittenMoment(dayFirst, monthFirst, written, from);
  }

  /**
   * The reading that falls on a weekday; both where neither or each of them does.
   *
   * @param weekday its first three letters or more
   */
  WrittenMoment on(String weekday) {
    boolean first = fallsOn(dayFirst, weekday);
    if (first == fallsOn(monthFirst, weekday)) {
      return this;
    }
    return first
        ? new WrittenMoment(dayFirst, null, time, offset)
        : new WrittenMoment(null, monthFirst, time, offset);
  }

  private static boolean fallsOn(@Nullable LocalDate date, String weekday) {
    return date != null
        && date.getDayOfWeek().name().startsWith(weekday.substring(0, 3).toUpperCase(Locale.ROOT));
  }

  /** Whether the two readings are two different dates. */
  boolean twoReadings() {
    return dayFirst != null && monthFirst != null && !dayFirst.equals(monthFirst);
  }

  /** The order this date proves, because it is a date in that order only. */
  Optional<DateOrder> proves() {
    if (dayFirst == null || monthFirst == null) {
      return Optional.of(dayFirst == null ? DateOrder.MDY : DateOrder.DMY);
    }
    return Optional.empty();
  }

  /** The date in an order; empty where it is none, or can be read both ways in an undecided log. */
  Optional<LocalDate> date(DateOrder order) {
    return switch (order) {
      case DMY -> Optional.ofNullable(dayFirst);
      case MDY -> Optional.ofNullable(monthFirst);
      case UNDECIDED -> {
        LocalDate either = dayFirst == null ? monthFirst : dayFirst;
        yield twoReadings() ? Optional.empty() : Optional.ofNullable(either);
      }
    };
  }

  /** Whether a time of day other than midnight is written. */
  boolean hasTime() {
    return time != null && time.toSecondOfDay() != 0;
  }
}
