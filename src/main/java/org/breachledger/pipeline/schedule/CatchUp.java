package org.breachledger.pipeline.schedule;

import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.BooleanSupplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what should have run last and did not: of each scheduled job the newest bell, where the
 * program was down when it rang or was killed on its way. Older bells are history: a run for an old
 * date would take in today's files as if it were that day, and judge the record back to it.
 */
public final class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** A bell older than this is left to whoever wants it. */
  private static final Duration BACK = Duration.ofDays(40);

  /** So long a bell is left to Quartz. */
  private static final Duration GRACE = Duration.ofMinutes(2);

  /** A run that was interrupted so often already may itself be what ends the program. */
  private static final int INTERRUPTIONS = 3;

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
   * Asks for every run that is missing, one after the other. One that fails holds up no other; a
   * job at work is left alone.
   *
   * @param ending whether the program is to end: then no further run begins
   * @return the runs asked for
   */
  public List<RunRequest> once(BooleanSupplier ending) {
    List<RunRequest> asked = new ArrayList<>();
    for (Schedule schedule : schedules) {
      if (ending.getAsBoolean()) {
        break;
      }
      missing(schedule).filter(request -> ask(request, ending)).ifPresent(asked::add);
    }
    return asked;
  }

  /** Has it run, where it is missing still. */
  boolean ask(RunRequest request, BooleanSupplier ending) {
    try {
      LOG.info("catching up with {} of {}", request.job(), request.businessKey());
      Optional<RunOutcome> outcome =
          runs.runWhere(request, () -> !ending.getAsBoolean() && isMissing(request));
      outcome.ifPresent(
          ended ->
              LOG.info("{} of {} ended: {}", request.job(), request.businessKey(), ended.status()));
      return outcome.isPresent();
    } catch (Exception e) {
      LOG.warn(
          "{} of {} could not be caught up with ({})",
          request.job(),
          request.businessKey(),
          e.getClass().getSimpleName());
      return false;
    }
  }

  /** The run of the newest bell; empty where it was heard, or is at work. */
  Optional<RunRequest> missing(Schedule schedule) {
    return newestBell(schedule)
        .map(bell -> new RunRequest(schedule.job(), new AsOf(bell), null))
        .filter(request -> !running.atWork(request.job()))
        .filter(this::isMissing);
  }

  private boolean isMissing(RunRequest request) {
    return manifests.isUnheard(request) || manifests.isInterrupted(request, INTERRUPTIONS);
  }

  /** The newest bell since the record began that Quartz has had its time for. */
  private Optional<Instant> newestBell(Schedule schedule) {
    Instant until = clock.instant().minus(GRACE);
    List<Instant> bells = bells(schedule, later(manifests.recordBegan(), until.minus(BACK)), until);
    return bells.isEmpty() ? Optional.empty() : Optional.of(bells.get(bells.size() - 1));
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
