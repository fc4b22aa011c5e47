package org.breachledger.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;

/**
 * The moment a run looks at the record from: a moment after it has not happened yet.
 *
 * <p>Drives windows, verdicts, coverage and run keys; never hides stored rows and never dates the
 * audit trail.
 */
public record AsOf(Instant instant) {

  /** The as-of of a clock: the only door through which "now" comes in. */
  public static AsOf from(Clock clock) {
    return new AsOf(clock.instant());
  }

  /** The first moment of a London day. */
  public static AsOf of(LocalDate day) {
    return new AsOf(London.startOf(day));
  }

  /**
   * Reads an as-of as the command line takes it: a date (its first moment), a local date-time in
   * Europe/London, or a moment with its offset or {@code Z}. Seconds are optional.
   *
   * @throws IllegalArgumentException with a sentence that says what is allowed
   */
  public static AsOf parse(String written) {
    try {
      if (written.length() == 10) {
        return of(LocalDate.parse(written));
      }
      if (written.endsWith("Z") || written.matches(".*[+-]\\d{2}:\\d{2}$")) {
        return new AsOf(OffsetDateTime.parse(written).toInstant());
      }
      return new AsOf(LocalDateTime.parse(written).atZone(London.ZONE).toInstant());
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "\""
              + written
              + "\" is not a moment; write a date (2026-07-01), a local time (2026-07-01T03:00) or"
              + " a time with its offset (2026-07-01T03:00+01:00)",
          e);
    }
  }

  /** The London day of this as-of: the business date of a run. */
  public LocalDate day() {
    return London.dayOf(instant);
  }

  /**
   * The first day of the as-of's month: the anchor of the six-month comparison where none is asked
   * for.
   */
  public LocalDate anchor() {
    return day().withDayOfMonth(1);
  }
}
