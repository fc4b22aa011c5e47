package org.breachledger.pipeline.jobs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.breachledger.pipeline.database.CurrentTrust;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The runs of the trust that are at work now, in this program or in another on the same database:
 * how far they are, and asking them to stop.
 */
public final class RunningJobs {

  private static final int NEWEST = 5;

  private final JdbcClient jdbc;
  private final CurrentTrust trust;
  private final JobRepository repository;
  private final JobOperator operator;
  private final Map<String, Job> jobs;

  /** All jobs by their names. */
  public RunningJobs(
      JdbcClient jdbc,
      CurrentTrust trust,
      JobRepository repository,
      JobOperator operator,
      Map<String, Job> jobs) {
    this.jdbc = jdbc;
    this.trust = trust;
    this.repository = repository;
    this.operator = operator;
    this.jobs = Map.copyOf(jobs);
  }

  /**
   * How far a run is.
   *
   * @param step the name of the step at work; empty between two
   * @param done steps that ended before it
   * @param steps of the whole job
   * @param rowsRead by the step at work, as of its last finished piece
   * @param manifestId the manifest of the run
   * @param stopping whether it was asked to stop; it has ended once its manifest is closed
   */
  public record Progress(
      String step, int done, int steps, long rowsRead, long manifestId, boolean stopping) {}

  /** Whether somebody holds the job's lock: it works, or waits for another job to end. */
  public boolean atWork(String job) {
    OptionalInt here = trust.find();
    return here.isPresent() && RunLock.held(jdbc, here.getAsInt(), job);
  }

  /** How far the job is; empty where no step of it is at work. */
  public Optional<Progress> find(String job) {
    return atWork(job) ? execution(job).map(found -> progress(job, found)) : Optional.empty();
  }

  /**
   * Asks the job to stop: it ends after the piece of work it is at, which is kept.
   *
   * @return whether there was a run to ask
   */
  public boolean stop(String job) {
    if (!atWork(job)) {
      return false;
    }
    try {
      Optional<JobExecution> execution = execution(job);
      return execution.isPresent() && operator.stop(execution.get());
    } catch (JobExecutionNotRunningException e) {
      return false;
    }
  }

  /** Under the job's lock the newest execution alone can be alive; older ones were killed. */
  private Optional<JobExecution> execution(String job) {
    long here = trust.get();
    return Stream.concat(repository.findRunningJobExecutions(job).stream(), stopped(job))
        .filter(found -> Long.valueOf(here).equals(found.getJobParameters().getLong("trust")))
        .max(Comparator.comparingLong(JobExecution::getId));
  }

  /** What was asked to stop counts as stopped in the repository while it still works. */
  private Stream<JobExecution> stopped(String job) {
    return repository.getJobInstances(job, 0, NEWEST).stream()
        .flatMap(instance -> repository.getJobExecutions(instance).stream())
        .filter(RunningJobs::askedToStop);
  }

  private static boolean askedToStop(JobExecution execution) {
    return execution.isStopping() || execution.getStatus() == BatchStatus.STOPPED;
  }

  private Progress progress(String job, JobExecution execution) {
    List<String> names =
        jobs.get(job) instanceof AbstractJob known ? List.copyOf(known.getStepNames()) : List.of();
    Optional<StepExecution> at =
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus().isRunning())
            .findFirst();
    int done =
        at.map(step -> Math.max(0, names.indexOf(step.getStepName())))
            .orElseGet(() -> completed(execution));
    return new Progress(
        at.map(StepExecution::getStepName).orElse(""),
        done,
        names.size(),
        at.map(StepExecution::getReadCount).orElse(0L),
        Optional.ofNullable(execution.getJobParameters().getLong("manifest")).orElse(0L),
        askedToStop(execution));
  }

  private static int completed(JobExecution execution) {
    return (int)
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus() == BatchStatus.COMPLETED)
            .count();
  }
}
