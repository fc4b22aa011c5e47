package org.breachledger.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time zone in which schools write their dates and the policies count their days. */
public final class London {

  /** Europe/London. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx", Locale.ROOT).withZone(ZONE);

  private London() {}

  /**
   * A moment as every output for programs has it: ISO, to the second, with London's offset, which
   * is {@code +00:00} in winter.
   */
  public static String written(Instant instant) {
    return WRITTEN.format(instant);
  }

  /** The first moment of {@code day} in London. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The London day on which {@code instant} falls. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}
