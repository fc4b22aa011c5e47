package org.breachledger.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When something happened, with its precision: an instant, a whole day, one of the two readings of
 * a local time in October's repeated hour, or at a moment nobody wrote down.
 */
public sealed interface Moment extends Value {

  /** Europe/London, in which a date-only value is a day. */
  ZoneId ZONE = ZoneId.of("Europe/London");

  /** Known to the second. */
  record At(Instant instant) implements Moment {
    @Override
    public Optional<Span> span() {
      return Optional.of(new Span(instant, instant, false));
    }

    @Override
    public String written() {
      return instant.toString();
    }
  }

  /** Known to the day only: {@code [00:00, next 00:00)} in Europe/London. */
  record OnDay(LocalDate day) implements Moment {
    @Override
    public Optional<Span> span() {
      return Optional.of(
          new Span(
              day.atStartOfDay(ZONE).toInstant(),
              day.plusDays(1).atStartOfDay(ZONE).toInstant(),
              true));
    }

    @Override
    public String written() {
      return day.toString();
    }
  }

  /** A local time in the repeated hour of October: it was the first reading or the second. */
  record Either(Instant first, Instant second) implements Moment {
    @Override
    public Optional<Span> span() {
      return Optional.of(new Span(first, second, false));
    }

    @Override
    public String written() {
      return first + "/" + second;
    }
  }

  /** Known to have happened, at a moment nobody wrote down. */
  record Undated() implements Moment {
    @Override
    public Optional<Span> span() {
      return Optional.empty();
    }

    @Override
    public String written() {
      return "undated";
    }
  }

  /**
   * The interval a moment lies in.
   *
   * @param earliest inclusive
   * @param latest exclusive where {@code open} is true, inclusive otherwise
   */
  record Span(Instant earliest, Instant latest, boolean open) {

    /** Whether all of this interval lies in the other; so does the same one. */
    public boolean within(Span other) {
      int ends = latest.compareTo(other.latest);
      return !earliest.isBefore(other.earliest)
          && (ends < 0 || (ends == 0 && (open || !other.open)));
    }

    /** What of this interval lies no later than the end of the other. */
    public Span upTo(Span other) {
      return other.latest.isBefore(latest) ? new Span(earliest, other.latest, other.open) : this;
    }
  }

  /** The interval this moment lies in; empty where it is undated. */
  Optional<Span> span();

  /** The London day of this moment, by its earliest reading; empty where it is undated. */
  default Optional<LocalDate> londonDay() {
    return span().map(span -> span.earliest().atZone(ZONE).toLocalDate());
  }

  /** Reads back what {@link #written()} wrote. */
  static Moment parse(String written) {
    if (written.equals("undated")) {
      return new Undated();
    }
    int slash = written.indexOf('/');
    if (slash > 0) {
      return new Either(
          Instant.parse(written.substring(0, slash)), Instant.parse(written.substring(slash + 1)));
    }
    return written.length() == 10
        ? new OnDay(LocalDate.parse(written))
        : new At(WrittenInstant.parse(written));
  }
}
