package org.breachledger.pipeline.schedule;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.breachledger.calendar.London;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;

/** When each job runs, in words, and when next. */
public final class Timetable {

  private final List<Schedule> schedules;
  private final @Nullable Scheduler scheduler;
  private final Clock clock;

  /**
   * A timetable of schedules.
   *
   * @param scheduler rings for them; null where this program rings for none
   */
  public Timetable(List<Schedule> schedules, @Nullable Scheduler scheduler, Clock clock) {
    this.schedules = List.copyOf(schedules);
    this.scheduler = scheduler;
    this.clock = clock;
  }

  /**
   * One schedule of a job.
   *
   * @param words such as "every day at 03:00"
   * @param next empty where it never comes again
   */
  public record Line(String words, Optional<Instant> next) {}

  /** Whether this program rings for the schedules. */
  public boolean rings() {
    return scheduler != null;
  }

  /** The schedules of a job; none where it runs only when somebody asks. */
  public List<Line> of(String job) {
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < schedules.size(); i++) {
      Schedule schedule = schedules.get(i);
      if (schedule.job().equals(job)) {
        lines.add(new Line(words(schedule), next(schedule, i + 1)));
      }
    }
    return lines;
  }

  /** An hourly bell rings alike in all zones that differ by whole hours. */
  private static String words(Schedule schedule) {
    String words = CronWords.of(schedule.cron());
    boolean here = schedule.zone().equals(London.ZONE) || words.startsWith("every hour");
    return here ? words : words + " (" + schedule.zone() + ")";
  }

  private Optional<Instant> next(Schedule schedule, int number) {
    try {
      @Nullable Trigger bell =
          scheduler == null ? null : scheduler.getTrigger(Belfry.bell(schedule, number));
      return Optional.ofNullable(bell == null ? computed(schedule) : bell.getNextFireTime())
          .map(Date::toInstant);
    } catch (SchedulerException e) {
      return Optional.ofNullable(computed(schedule)).map(Date::toInstant);
    }
  }

  private @Nullable Date computed(Schedule schedule) {
    try {
      CronExpression cron = new CronExpression(schedule.cron());
      cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
      return cron.getNextValidTimeAfter(Date.from(clock.instant()));
    } catch (ParseException e) {
      throw new IllegalStateException("a schedule that was read is none", e);
    }
  }
}
