package org.breachledger.intake.mis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.breachledger.incident.Moment;
import org.breachledger.intake.AuditLines.Fault;
import org.breachledger.intake.DateOrder;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.LogMoment;
import org.jspecify.annotations.Nullable;

/**
 * The moments of the lines of one log, in its time zone, one after another.
 *
 * <p>Of the two readings in October's repeated hour the one is taken that keeps the order of the
 * log: the nearest that does not go back by more than five minutes behind the line before.
 */
final class LineClock {

  private static final long SLACK = Duration.ofMinutes(5).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private final ZoneId zone;
  private final DateOrder order;
  private final boolean newestFirst;
  private final StampBytes stamp;
  private int year;
  private int month;
  private int day;
  private long midnight;
  private boolean steady;
  private boolean begun;
  private long before;
  private long millis;
  private boolean timeOfDay;
  private @Nullable Fault fault;

  LineClock(ZoneId zone, DateOrder order, boolean newestFirst) {
    this.zone = zone;
    this.order = order;
    this.newestFirst = newestFirst;
    this.stamp = new StampBytes(order == DateOrder.MDY);
  }

  /** Reads the moment written in bytes; false where there is none to be used. */
  boolean read(byte[] bytes, int from, int to) {
    if (!stamp.read(bytes, from, to)) {
      return from < to
          ? other(GridCell.text(new String(bytes, from, to - from, StandardCharsets.UTF_8)))
          : missing(Fault.NO_MOMENT);
    }
    if (!stamp.timed) {
      return missing(Fault.NO_TIME);
    }
    timeOfDay = stamp.milliOfDay != 0;
    if (stamp.offsetSeconds != StampBytes.NO_OFFSET) {
      long local = LocalDate.of(stamp.year, stamp.month, stamp.day).toEpochDay() * DAY;
      return found(local + stamp.milliOfDay - stamp.offsetSeconds * 1000L);
    }
    return local();
  }

  /** Reads the moment in a cell; false where there is none to be used. */
  boolean read(GridCell cell) {
    if (cell.kind() == GridCell.Kind.TEXT) {
      byte[] bytes = cell.text().getBytes(StandardCharsets.UTF_8);
      return read(bytes, 0, bytes.length);
    }
    return other(cell);
  }

  /** The moment just read, in milliseconds since 1970 UTC. */
  long millis() {
    return millis;
  }

  /** Whether the moment just read shows a time other than midnight. */
  boolean timeOfDay() {
    return timeOfDay;
  }

  /** Why nothing could be read. */
  Fault fault() {
    return fault == null ? Fault.NO_MOMENT : fault;
  }

  /** A day without a clock change is reckoned once for all its lines. */
  private boolean local() {
    if (stamp.day != day || stamp.month != month || stamp.year != year) {
      newDay();
    }
    if (steady) {
      return found(midnight + stamp.milliOfDay);
    }
    LocalDate date = LocalDate.of(year, month, day);
    return zoned(
        LogMoment.read(
            GridCell.date(
                date.atStartOfDay().plus(Duration.ofMillis(stamp.milliOfDay)), "hh:mm:ss"),
            order,
            zone),
        Fault.SKIPPED_HOUR);
  }

  private void newDay() {
    year = stamp.year;
    month = stamp.month;
    day = stamp.day;
    LocalDate date = LocalDate.of(year, month, day);
    ZoneRules rules = zone.getRules();
    ZoneOffset first = rules.getOffset(date.atStartOfDay());
    ZoneOffset last = rules.getOffset(date.plusDays(1).atStartOfDay());
    steady = first.equals(last);
    midnight = date.toEpochDay() * DAY - first.getTotalSeconds() * 1000L;
  }

  private boolean other(GridCell cell) {
    Optional<Moment> read = epoch(cell).or(() -> LogMoment.read(cell, order, zone));
    LocalDateTime held = cell.time();
    timeOfDay = held == null || held.toLocalTime().toNanoOfDay() != 0;
    return zoned(read, Fault.NO_MOMENT);
  }

  /** Seconds or milliseconds since 1970, as programs count them. */
  private static Optional<Moment> epoch(GridCell cell) {
    String digits = cell.text();
    boolean whole = digits.length() == 10 || digits.length() == 13;
    for (int i = 0; whole && i < digits.length(); i++) {
      whole = digits.charAt(i) >= '0' && digits.charAt(i) <= '9';
    }
    if (!whole) {
      return Optional.empty();
    }
    long count = Long.parseLong(digits);
    return Optional.of(
        new Moment.At(
            digits.length() == 10 ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count)));
  }

  private boolean zoned(Optional<Moment> read, Fault otherwise) {
    Moment moment = read.orElse(null);
    if (moment instanceof Moment.At one) {
      return found(one.instant().toEpochMilli());
    }
    if (moment instanceof Moment.Either two) {
      return found(ordered(two.first().toEpochMilli(), two.second().toEpochMilli()));
    }
    return missing(moment instanceof Moment.OnDay ? Fault.NO_TIME : otherwise);
  }

  private long ordered(long first, long second) {
    if (newestFirst) {
      return begun && second > before + SLACK ? first : second;
    }
    return begun && first < before - SLACK ? second : first;
  }

  private boolean found(long at) {
    millis = at;
    before = at;
    begun = true;
    return true;
  }

  private boolean missing(Fault why) {
    fault = why;
    return false;
  }
}
