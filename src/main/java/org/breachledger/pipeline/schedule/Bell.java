package org.breachledger.pipeline.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/**
 * Rings for a job: asks for its run at the moment of the clock, where nobody has run it for that
 * ringing, once the business dates before it have their runs. A second node rings too, and a late
 * bell may find that it was caught up with.
 */
@DisallowConcurrentExecution
public class Bell implements Job {

  /** Under which the name of the job to run is kept. */
  static final String JOB = "job";

  private final Runs runs;
  private final ManifestStore manifests;
  private final CatchUp catchUp;
  private final Clock clock;

  /** Made by Spring for each ringing. */
  public Bell(Runs runs, ManifestStore manifests, CatchUp catchUp, Clock clock) {
    this.runs = runs;
    this.manifests = manifests;
    this.catchUp = catchUp;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    String job = context.getMergedJobDataMap().getString(JOB);
    Optional<RunOutcome> outcome;
    try {
      outcome =
          ring(
              job,
              context.getScheduledFireTime().toInstant(),
              () -> isEnding(context.getScheduler()));
    } catch (Exception e) {
      throw new JobExecutionException("the run of " + job + " could not be started", e);
    }
    if (outcome.filter(ended -> ended.status() == RunOutcome.Status.FAILED).isPresent()) {
      throw new JobExecutionException("the run of " + job + " failed; its manifest says where");
    }
  }

  /** A scheduler that is to end stands by until its bells are silent. */
  private static boolean isEnding(Scheduler scheduler) {
    try {
      return scheduler.isInStandbyMode();
    } catch (SchedulerException e) {
      return true;
    }
  }

  /** Asks for the run; empty where it was heard before. */
  Optional<RunOutcome> ring(String job, Instant rung, BooleanSupplier ending) throws Exception {
    catchUp.before(job, rung, ending);
    RunRequest request = new RunRequest(job, AsOf.from(clock), null);
    return runs.runWhere(request, () -> !manifests.isHeard(request, rung));
  }
}
