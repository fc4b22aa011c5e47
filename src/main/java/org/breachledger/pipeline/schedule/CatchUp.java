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
import java.util.function.BooleanSupplier;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Schedule.Missed;
import org.quartz.CronExpression;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what should have run and did not, where the program was down when a bell rang or was killed
 * on its way: for every business date where the schedule says so, else for the newest. The oldest
 * bell of all comes first, so that the record is never judged back, and each run takes in what had
 * been dropped by its bell.
 */
public final class CatchUp {

  private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);

  /** A bell older than this is left to whoever wants it. */
  private static final Duration BACK = Duration.ofDays(40);

  /** Where one run stands for all, word of a bell older than this would come too late. */
  private static final Duration WEEK = Duration.ofDays(7);

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
   * @return the runs that were made up for
   */
  public List<RunRequest> once(BooleanSupplier ending) {
    return ask(missing(), ending);
  }

  /**
   * The same for the bells of one job before a bell that rings now, where each is to be made up
   * for: once that has its run, it is too late for them. A run of the job under way, of a round
   * that has others before it still, is waited for.
   */
  List<RunRequest> before(String job, Instant bell, BooleanSupplier ending) {
    List<Schedule> each =
        schedules.stream()
            .filter(schedule -> schedule.job().equals(job) && schedule.missed() == Missed.EACH)
            .toList();
    return ask(missing(each, bell.minusMillis(1)), ending);
  }

  /** What is missing now, the oldest first; a job at work is left alone. */
  List<RunRequest> missing() {
    return missing(
        schedules.stream().filter(schedule -> !running.atWork(schedule.job())).toList(),
        clock.instant().minus(GRACE));
  }

  private List<RunRequest> missing(List<Schedule> among, Instant until) {
    return among.stream()
        .flatMap(schedule -> bells(schedule, until).stream())
        .sorted(Comparator.comparing(request -> request.asOf().instant()))
        .filter(this::isMissing)
        .toList();
  }

  private List<RunRequest> ask(List<RunRequest> missing, BooleanSupplier ending) {
    return missing.stream()
        .takeWhile(request -> !ending.getAsBoolean())
        .filter(request -> ask(request, ending))
        .toList();
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

  private boolean isMissing(RunRequest request) {
    Instant now = clock.instant();
    return manifests.isUnheard(request, now)
        || manifests.isInterrupted(request, now, INTERRUPTIONS);
  }

  /** The runs that were to be since the record began; those that were are among them. */
  private List<RunRequest> bells(Schedule schedule, Instant until) {
    boolean one = schedule.missed() == Missed.NEWEST;
    Instant from = later(manifests.recordBegan(), until.minus(one ? WEEK : BACK));
    List<Instant> bells = bells(schedule, from, until);
    boolean newest = one && !bells.isEmpty();
    return (newest ? bells.subList(bells.size() - 1, bells.size()) : bells)
        .stream().map(bell -> RunRequest.late(schedule.job(), bell)).toList();
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
