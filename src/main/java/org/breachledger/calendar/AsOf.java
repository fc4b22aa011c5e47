package org.breachledger.calendar;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The moment a run looks at the record from: a moment after it has not happened yet.
 *
 * <p>Drives windows, verdicts, coverage and run keys; never hides stored rows and never dates the
 * audit trail.
 */
public record AsOf(Instant instant) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2})"
              + "(?:[Tt ](\\d{2}:\\d{2}(?::\\d{2}(?:[.]\\d{1,9})?)?)([Zz]|[+-]\\d{2}(?::?\\d{2})?)?)?");

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
   * Europe/London, or a moment with its offset or {@code Z}, in all the forms in which the moments
   * of an incident may be written. Seconds are optional; of a local time that was twice, the first
   * is meant.
   *
   * @throws IllegalArgumentException with a sentence that says what is allowed
   */
  public static AsOf parse(String written) {
    Matcher form = FORM.matcher(written.strip());
    if (!form.matches()) {
      throw noMoment(written);
    }
    try {
      LocalDate day = LocalDate.parse(form.group(1));
      if (form.group(2) == null) {
        return of(day);
      }
      LocalDateTime at = day.atTime(LocalTime.parse(form.group(2)));
      if (form.group(3) != null) {
        return new AsOf(at.toInstant(ZoneOffset.of(form.group(3).toUpperCase(Locale.ROOT))));
      }
      return London.ZONE.getRules().getValidOffsets(at).stream()
          .findFirst()
          .map(offset -> new AsOf(at.toInstant(offset)))
          .orElseThrow(() -> noMoment(written));
    } catch (DateTimeException e) {
      throw noMoment(written);
    }
  }

  private static IllegalArgumentException noMoment(String written) {
    return new IllegalArgumentException(
        "\""
            + written
            + "\" is not a moment; write a date (2026-07-01), a local time (2026-07-01T03:00) or"
            + " a time with its offset (2026-07-01T03:00+01:00)");
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
