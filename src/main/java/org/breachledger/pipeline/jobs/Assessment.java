package org.breachledger.pipeline.jobs;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.database.CurrentTrust;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Types, scores and times what an import brought, right after it, and everything where the tables
 * have changed. What an interrupted assessment left undone, the next one does: the nightly's, or
 * that of the same import asked for again.
 */
public final class Assessment {

  private static final String NAME = "assess";

  private final DataSource dataSource;
  private final CurrentTrust trust;
  private final JobRepository repository;
  private final JobOperator operator;
  private final Job job;
  private final RulesInForce rules;
  private final Clock clock;

  /** The assessment as a job of its own. */
  public Assessment(
      DataSource dataSource,
      CurrentTrust trust,
      JobRepository repository,
      JobOperator operator,
      Job job,
      RulesInForce rules,
      Clock clock) {
    this.dataSource = dataSource;
    this.repository = repository;
    this.trust = trust;
    this.operator = operator;
    this.job = job;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Assesses everything that is new or changed; waits where another assessment is at work.
   *
   * @throws IllegalStateException where it did not come to its end
   */
  public void run(AsOf asOf) throws SQLException, JobExecutionException {
    run(asOf, false);
  }

  /**
   * Assesses only what is new or changed: a person waits. Deadlines that merely came nearer are
   * left to the jobs that watch them.
   *
   * @throws IllegalStateException where it did not come to its end
   */
  public void ofChanged(AsOf asOf) throws SQLException, JobExecutionException {
    run(asOf, true);
  }

  private void run(AsOf asOf, boolean changed) throws SQLException, JobExecutionException {
    int trustId = trust.get();
    try (RunLock held = RunLock.waitFor(dataSource, trustId, NAME).orElseThrow()) {
      rules.note();
      DeadRuns.clear(NAME, trustId, repository, operator, dataSource);
      JobExecution execution =
          operator.start(
              job,
              new JobParametersBuilder()
                  .addLong("trust", (long) trustId)
                  .addString("begun", clock.instant().toString())
                  .addString("asOf", asOf.instant().toString(), false)
                  .addString("changedOnly", String.valueOf(changed), false)
                  .toJobParameters());
      if (execution.getStatus() != BatchStatus.COMPLETED) {
        throw new IllegalStateException("the assessment did not come to its end");
      }
    }
  }
}
