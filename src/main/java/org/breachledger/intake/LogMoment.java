package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.breachledger.incident.Moment;
import org.jspecify.annotations.Nullable;

/** Reads a moment that stands alone in a cell, in any writing an incident log may use. */
public final class LogMoment {

  private LogMoment() {}

  /**
   * The moment in a cell: an instant, both readings in October's repeated hour, or a whole day
   * where no time of day is written; empty where there is none in this order, or no clock showed
   * it.
   *
   * @param order how day and month are ordered
   * @param zone the time zone of local times; a written offset goes before it
   */
  public static Optional<Moment> read(GridCell cell, DateOrder order, ZoneId zone) {
    LocalDateTime held = cell.time();
    if (held != null) {
      return moment(
          held.toLocalDate(), cell.showsTime() ? held.toLocalTime() : null, new LocalClock(zone));
    }
    return MomentText.parse(cell.text()).flatMap(written -> read(written, order, zone));
  }

  private static Optional<Moment> read(WrittenMoment written, DateOrder order, ZoneId zone) {
    LocalDate day = written.date(order).orElse(null);
    if (day == null) {
      return Optional.empty();
    }
    LocalTime time = written.time();
    return time != null && written.offset() != null
        ? Optional.of(new Moment.At(day.atTime(time).toInstant(written.offset())))
        : moment(day, time, new LocalClock(zone));
  }

  private static Optional<Moment> moment(
      LocalDate day, @Nullable LocalTime time, LocalClock clock) {
    return time == null ? Optional.of(new Moment.OnDay(day)) : clock.read(day.atTime(time));
  }
}
