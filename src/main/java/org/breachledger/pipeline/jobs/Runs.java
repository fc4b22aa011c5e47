package org.breachledger.pipeline.jobs;

import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.home.FullDisk;
import org.breachledger.policy.PolicyProfile;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Runs a job for a business date: once for each state of the register. Asked again with nothing
 * changed since it read the register it says so; with something changed the next edition runs. An
 * interrupted run goes on only where nothing has changed since it began; otherwise its steps would
 * mix two states.
 */
public final class Runs {

  private static final String AGAIN =
      "; run it again: it goes on there, or begins anew where the record has changed since";

  private final DataSource dataSource;
  private final CurrentTrust trust;
  private final ManifestStore manifests;
  private final JobRepository repository;
  private final JobOperator operator;
  private final Map<String, Job> jobs;
  private final Fingerprint fingerprint;
  private final PolicyProfile policy;
  private final RulesInForce rules;
  private final Clock clock;

  /** All jobs by their names. */
  public Runs(
      DataSource dataSource,
      CurrentTrust trust,
      ManifestStore manifests,
      JobRepository repository,
      JobOperator operator,
      Map<String, Job> jobs,
      Fingerprint fingerprint,
      PolicyProfile policy,
      RulesInForce rules,
      Clock clock) {
    this.dataSource = dataSource;
    this.trust = trust;
    this.manifests = manifests;
    this.repository = repository;
    this.operator = operator;
    this.jobs = Map.copyOf(jobs);
    this.fingerprint = fingerprint;
    this.policy = policy;
    this.rules = rules;
    this.clock = clock;
  }

  /** The names of the jobs, in alphabetical order. */
  public Set<String> names() {
    return new TreeSet<>(jobs.keySet());
  }

  /**
   * Runs a job as asked.
   *
   * @throws IllegalArgumentException where no job has that name
   * @throws JobExecutionException where the job could not be started
   */
  public RunOutcome run(RunRequest request) throws SQLException, JobExecutionException {
    return runWhere(request, () -> true).orElseThrow();
  }

  /**
   * Runs a job as asked where it is wanted still: somebody else may have run it meanwhile.
   *
   * @param wanted asked while nobody else can run the job
   * @return empty where it is not wanted any more
   * @throws IllegalArgumentException where no job has that name
   * @throws JobExecutionException where the job could not be started
   */
  public Optional<RunOutcome> runWhere(RunRequest request, BooleanSupplier wanted)
      throws SQLException, JobExecutionException {
    Job job = jobs.get(request.job());
    if (job == null) {
      throw new IllegalArgumentException(
          "there is no job \"" + request.job() + "\"; the jobs are " + String.join(", ", names()));
    }
    int trustId = trust.get();
    Optional<RunLock> lock = RunLock.waitFor(dataSource, trustId, request.job());
    if (lock.isEmpty()) {
      return Optional.of(
          new RunOutcome(
              RunOutcome.Status.BUSY,
              0,
              0,
              Map.of(),
              List.of(request.job() + " is already running; ask again when it has ended")));
    }
    try (RunLock held = lock.get()) {
      return wanted.getAsBoolean()
          ? Optional.of(runLocked(job, request, trustId))
          : Optional.empty();
    }
  }

  private RunOutcome runLocked(Job job, RunRequest request, int trustId)
      throws JobExecutionException {
    int rulesId = rules.note();
    DeadRuns.clear(request.job(), trustId, repository, operator, dataSource);
    manifests.endDead(request.job(), clock.instant());
    Fingerprint.Found found = fingerprint.find(request, clock.instant());
    String before = found.hash();
    Optional<ManifestStore.Known> newest =
        manifests.findNewest(request.job(), request.businessKey());
    Optional<ManifestStore.Known> same = newest.filter(known -> known.inputsHash().equals(before));
    if (same.filter(ManifestStore.Known::done).isPresent()) {
      return nothingChanged(request, same.get());
    }
    Optional<ManifestStore.Known> begun =
        same.filter(known -> goesOn(job, request, trustId, known));
    RunRequest asked = begun.map(known -> request.at(new AsOf(known.asOf()))).orElse(request);
    int edition =
        newest.map(known -> begun.isPresent() ? known.edition() : known.edition() + 1).orElse(1);
    long manifest =
        manifests.open(asked, edition, before, policy.name(), policy.version(), clock.instant());
    manifests.judgedBy(manifest, rulesId);
    JobParameters parameters = parameters(asked, trustId, edition, manifest);
    Optional<JobExecution> ended = endedBefore(job, parameters);
    JobExecution execution = ended.isPresent() ? ended.get() : operator.start(job, parameters);
    RunOutcome outcome = closed(asked, edition, manifest, execution);
    if (outcome.status() == RunOutcome.Status.DONE) {
      manifests.settle(manifest, fingerprint.left(asked, found, manifest, execution));
    }
    return outcome;
  }

  /**
   * Whether a run that was begun goes on: at the as-of it began with, so that its papers and
   * verdicts are of one moment. One that looked ahead is left, but where nothing of it is to be
   * run.
   */
  private boolean goesOn(Job job, RunRequest request, int trustId, ManifestStore.Known known) {
    return !known.asOf().isAfter(request.asOf().instant())
        || !known.asOf().isAfter(clock.instant())
        || endedBefore(job, parameters(request, trustId, known.edition(), known.manifestId()))
            .isPresent();
  }

  /** A program killed after its run ended and before it could say so has left nothing to run. */
  private Optional<JobExecution> endedBefore(Job job, JobParameters parameters) {
    return Optional.ofNullable(repository.getLastJobExecution(job.getName(), parameters))
        .filter(last -> last.getStatus() == BatchStatus.COMPLETED);
  }

  private static RunOutcome nothingChanged(RunRequest request, ManifestStore.Known known) {
    return new RunOutcome(
        RunOutcome.Status.NOTHING_CHANGED,
        known.manifestId(),
        known.edition(),
        Map.of(),
        List.of(
            request.job()
                + " was already done for "
                + request.businessKey()
                + " (edition "
                + known.edition()
                + ") and nothing has changed since"));
  }

  private RunOutcome closed(
      RunRequest request, int edition, long manifest, JobExecution execution) {
    boolean done = execution.getStatus() == BatchStatus.COMPLETED;
    Map<String, Object> counts = counts(execution);
    String message = done ? "" : failure(execution);
    manifests.close(manifest, done, message, counts, execution.getId(), clock.instant());
    if (done) {
      manifests.keepJudged(manifest);
    }
    List<String> messages = new ArrayList<>();
    messages.add(
        done
            ? request.job() + " done for " + request.businessKey() + ", edition " + edition
            : request.job() + " failed for " + request.businessKey() + ": " + message);
    RunOutcome outcome =
        new RunOutcome(
            done ? RunOutcome.Status.DONE : RunOutcome.Status.FAILED,
            manifest,
            edition,
            counts,
            messages);
    RunOutcome told = outcome.refused() == 0 ? outcome : outcome.saying(refused(outcome.refused()));
    return outcome.closed() == 0 ? told : told.saying(closed(outcome.closed()));
  }

  private static String closed(int folders) {
    return folders
        + (folders == 1 ? " folder" : " folders")
        + " in the drop folder could not be opened, and nothing in"
        + (folders == 1 ? " it" : " them")
        + " was taken in; check the permissions";
  }

  private static String refused(int files) {
    return files
        + (files == 1 ? " file" : " files")
        + " of the drop folder could not be taken in; \"export imports\" and the page of imports say"
        + " why";
  }

  /** A failure names step and kind only: a message may quote what was read. */
  private static String failure(JobExecution execution) {
    if (execution.getStatus() == BatchStatus.STOPPED) {
      return stopped(execution);
    }
    for (StepExecution step : execution.getStepExecutions()) {
      if (step.getStatus() != BatchStatus.COMPLETED) {
        String kind =
            step.getFailureExceptions().stream()
                .findFirst()
                .map(Runs::kind)
                .orElse(step.getStatus().toString());
        return "step " + step.getStepName() + " (" + kind + ")" + AGAIN;
      }
    }
    return "the run did not start a step";
  }

  private static String kind(Throwable fault) {
    return FullDisk.isTold(fault) ? "the disk is full" : fault.getClass().getSimpleName();
  }

  /** Names the step it stopped in; between two steps there is none. */
  private static String stopped(JobExecution execution) {
    String where =
        execution.getStepExecutions().stream()
            .filter(step -> step.getStatus() != BatchStatus.COMPLETED)
            .map(step -> " in step " + step.getStepName())
            .findFirst()
            .orElse("");
    return "stopped by a person" + where + AGAIN;
  }

  private static Map<String, Object> counts(JobExecution execution) {
    Map<String, Object> counts = new TreeMap<>();
    for (StepExecution step : execution.getStepExecutions()) {
      counts.put(step.getStepName(), step.getWriteCount());
    }
    execution
        .getExecutionContext()
        .toMap()
        .forEach(
            (key, value) -> {
              if (value instanceof Number) {
                counts.put(key, value);
              }
            });
    return counts;
  }

  private static JobParameters parameters(
      RunRequest request, int trustId, int edition, long manifest) {
    JobParametersBuilder parameters =
        new JobParametersBuilder()
            .addLong("trust", (long) trustId)
            .addString("businessDate", request.businessKey())
            .addLong("edition", (long) edition)
            .addString("asOf", request.asOf().instant().toString(), false)
            .addString("anchor", request.comparedAt().toString(), false)
            .addLong("manifest", manifest, false);
    if (request.filesUntil() != null) {
      parameters.addString("filesUntil", request.filesUntil().toString(), false);
    }
    return parameters.toJobParameters();
  }
}
