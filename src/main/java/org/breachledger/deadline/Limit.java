package org.breachledger.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.breachledger.calendar.London;
import org.breachledger.calendar.WorkingDays;
import org.breachledger.incident.Moment;

/**
 * How long a duty may take, as the policy counts it.
 *
 * <p>A start on Friday 27 March 2026 at 10:00 is due, in 72 hours, on Monday 30 March at 11:00 by
 * the clock on the wall, because the clocks went forward: 72 hours are 72 real hours.
 */
sealed interface Limit {

  /** Real hours, weekends and holidays included. */
  record Hours(int hours) implements Limit {
    @Override
    public Due from(Instant start) {
      return Due.at(start.plus(Duration.ofHours(hours)));
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(day.plusDays(1)).plus(Duration.ofHours(hours)));
    }
  }

  /** Real hours from the next full hour: the hour in which the start falls is not counted. */
  record FullHours(int hours) implements Limit {
    @Override
    public Due from(Instant start) {
      return Due.before(start.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(hours + 1L)));
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(day.plusDays(1)).plus(Duration.ofHours(hours)));
    }
  }

  /** Calendar months by the London clock; a month that has no such day ends on its last. */
  record CalendarMonths(int months) implements Limit {
    @Override
    public Due from(Instant start) {
      return Due.at(start.atZone(London.ZONE).plusMonths(months).toInstant());
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(day.plusMonths(months).plusDays(1)));
    }
  }

  /** The London day on which it starts, to its end. */
  record SameDay() implements Limit {
    @Override
    public Due from(Instant start) {
      return fromEndOf(London.dayOf(start));
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(day.plusDays(1)));
    }
  }

  /** Working days after the London day on which it starts, to the end of the last. */
  record WorkingDayLimit(int days, WorkingDays calendar) implements Limit {
    @Override
    public Due from(Instant start) {
      return fromEndOf(London.dayOf(start));
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(calendar.after(day, days).plusDays(1)));
    }
  }

  /** No time at all. */
  record AtOnce() implements Limit {
    @Override
    public Due from(Instant start) {
      return Due.at(start);
    }

    @Override
    public Due fromEndOf(LocalDate day) {
      return Due.before(London.startOf(day.plusDays(1)));
    }
  }

  /** When it is due, started at an instant. */
  Due from(Instant start);

  /** When it is due, started as late on a day as can be. */
  Due fromEndOf(LocalDate day);

  /**
   * The due moments a start leaves possible.
   *
   * @throws IllegalArgumentException where the start has no date
   */
  default DueRange dueOf(Moment start) {
    if (start instanceof Moment.At at) {
      return new DueRange(from(at.instant()), from(at.instant()));
    }
    if (start instanceof Moment.OnDay onDay) {
      return new DueRange(from(London.startOf(onDay.day())), fromEndOf(onDay.day()));
    }
    if (start instanceof Moment.Either either) {
      return new DueRange(from(either.first()), from(either.second()));
    }
    throw new IllegalArgumentException("a start without a date has no due moment");
  }
}
