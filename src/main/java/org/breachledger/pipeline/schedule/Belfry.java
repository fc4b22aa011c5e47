package org.breachledger.pipeline.schedule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Hangs one bell for each schedule and takes down those no longer wanted. A bell that could not
 * ring in its minute stays silent: {@link CatchUp} runs what it would have rung for.
 */
public final class Belfry {

  private static final String GROUP = "schedules";

  private final Scheduler scheduler;

  /** The bells are kept in the database, so that several servers ring each only once. */
  public Belfry(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /** Makes the bells fit the schedules, then starts ringing. */
  public void hang(List<Schedule> schedules) throws SchedulerException {
    Set<JobKey> wanted = new HashSet<>();
    int number = 0;
    for (Schedule schedule : schedules) {
      JobKey key = JobKey.jobKey(schedule.job() + "-" + ++number, GROUP);
      wanted.add(key);
      scheduler.scheduleJob(
          JobBuilder.newJob(Bell.class)
              .withIdentity(key)
              .usingJobData(Bell.JOB, schedule.job())
              .build(),
          Set.of(trigger(schedule, key)),
          true);
    }
    for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
      if (!wanted.contains(key)) {
        scheduler.deleteJob(key);
      }
    }
    scheduler.start();
  }

  /** The key of a schedule's bell; the number is its place in the list, from 1. */
  static TriggerKey bell(Schedule schedule, int number) {
    return TriggerKey.triggerKey(schedule.job() + "-" + number, GROUP);
  }

  private static Trigger trigger(Schedule schedule, JobKey key) {
    return TriggerBuilder.newTrigger()
        .withIdentity(key.getName(), GROUP)
        .withSchedule(
            CronScheduleBuilder.cronSchedule(schedule.cron())
                .inTimeZone(TimeZone.getTimeZone(schedule.zone()))
                .withMisfireHandlingInstructionDoNothing())
        .build();
  }
}
