package org.breachledger.pipeline.schedule;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what should have run and did not: runs whose program was killed on their way, and business
 * dates whose bell nobody heard because the program was down.
 */
public final class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** Older bells are history; whoever wants them asks for them. */
  private static final Duration BACK = Duration.ofDays(40);

  /** A run that was interrupted more often may itself be what ends the program. */
  private static final int AGAIN = 2;

  /** So long a bell is left to Quartz. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /** Of a job that rings this often the newest bell stands for all before it. */
  private static final Duration OFTEN = Duration.ofHours(2);

  private final List<Schedule> schedules;
  private final Runs runs;
  private final RunningJobs running;
  private final ManifestStore manifests;
  private final Clock clock;

  /** Catches up with schedules. */
  public CatchUp(
      List<Schedule> schedules,
      Runs runs,
      RunningJobs running,
      ManifestStore manifests,
      Clock clock) {
    this.schedules = List.copyOf(schedules);
    this.runs = runs;
    this.running = running;
    this.manifests = manifests;
    this.clock = clock;
  }

  /**
   * Asks for every run that is missing, oldest first. One that fails holds up no other; a job at
   * work is left alone.
   *
   * @return the runs asked for
   */
  public List<RunRequest> once() {
    List<RunRequest> asked = new ArrayList<>();
    for (RunRequest request : missing()) {
      if (!running.atWork(request.job()) && ask(request)) {
        asked.add(request);
      }
    }
    return asked;
  }

  private boolean ask(RunRequest request) {
    try {
      LOG.info("catching up with {} of {}", request.job(), request.businessKey());
      runs.run(request);
      return true;
    } catch (Exception e) {
      LOG.warn(
          "{} of {} could not be caught up with ({})",
          request.job(),
          request.businessKey(),
          e.getClass().getSimpleName());
      return false;
    }
  }

  /** Interrupted runs and missed bells, in the order of their moments. */
  List<RunRequest> missing() {
    Instant now = clock.instant();
    List<RunRequest> all = new ArrayList<>(manifests.interrupted(now.minus(BACK), AGAIN));
    for (Schedule schedule : schedules) {
      for (Instant bell : unheard(schedule, now.minus(GRACE))) {
        RunRequest request = new RunRequest(schedule.job(), new AsOf(bell), null);
        if (manifests.findNewest(request.job(), request.businessKey()).isEmpty()) {
          all.add(request);
        }
      }
    }
    all.sort(Comparator.comparing(request -> request.asOf().instant()));
    return all;
  }

  /**
   * The bells since the job last ran; of a job that never ran the newest since the record began.
   */
  private List<Instant> unheard(Schedule schedule, Instant until) {
    Optional<Instant> last = manifests.lastRun(schedule.job());
    Instant from = later(last.orElseGet(manifests::recordBegan), until.minus(BACK));
    List<Instant> bells = bells(schedule, from, until);
    boolean often =
        bells.size() > 1 && Duration.between(bells.get(0), bells.get(1)).compareTo(OFTEN) < 0;
    return (last.isEmpty() || often) && !bells.isEmpty()
        ? List.of(bells.get(bells.size() - 1))
        : bells;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static List<Instant> bells(Schedule schedule, Instant from, Instant until) {
    try {
      CronExpression cron = new CronExpression(schedule.cron());
      cron.setTimeZone(TimeZone.getTimeZone(schedule.zone()));
      List<Instant> bells = new ArrayList<>();
      Date next = cron.getNextValidTimeAfter(Date.from(from));
      while (next != null && !next.toInstant().isAfter(until)) {
        bells.add(next.toInstant());
        next = cron.getNextValidTimeAfter(next);
      }
      return bells;
    } catch (ParseException e) {
      throw new IllegalStateException("a schedule that was read is none", e);
    }
  }
}
