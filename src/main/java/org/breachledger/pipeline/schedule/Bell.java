package org.breachledger.pipeline.schedule;

import java.time.Clock;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;

/** Rings for a job: asks for its run at the moment of the clock. */
@DisallowConcurrentExecution
public class Bell implements Job {

  /** Under which the name of the job to run is kept. */
  static final String JOB = "job";

  private final Runs runs;
  private final Clock clock;

  /** Made by Spring for each ringing. */
  public Bell(Runs runs, Clock clock) {
    this.runs = runs;
    this.clock = clock;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    String job = context.getMergedJobDataMap().getString(JOB);
    RunOutcome outcome;
    try {
      outcome = runs.run(new RunRequest(job, AsOf.from(clock), null));
    } catch (Exception e) {
      throw new JobExecutionException("the run of " + job + " could not be started", e);
    }
    if (outcome.status() == RunOutcome.Status.FAILED) {
      throw new JobExecutionException("the run of " + job + " failed; its manifest says where");
    }
  }
}
