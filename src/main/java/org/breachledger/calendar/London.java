package org.breachledger.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The time zone in which schools write their dates and the policies count their days. */
public final class London {

  /** Europe/London. */
  public static final ZoneId ZONE = ZoneId.of("Europe/London");

  private London() {}

  /** The first moment of {@code day} in London. */
  public static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZONE).toInstant();
  }

  /** The London day on which {@code instant} falls. */
  public static LocalDate dayOf(Instant instant) {
    return instant.atZone(ZONE).toLocalDate();
  }
}
