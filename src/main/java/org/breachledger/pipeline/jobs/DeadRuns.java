package org.breachledger.pipeline.jobs;

import java.util.List;
import javax.sql.DataSource;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Clears what a killed program left in the tables of Spring Batch, so that the run can go on: call
 * only while holding the job's lock, for then nothing that still says "running" is alive.
 */
final class DeadRuns {

  private static final int NEWEST = 20;

  private DeadRuns() {}

  /**
   * Ends executions that say they run, and removes instances that never came to an execution.
   * Another trust's executions may be alive: its lock is another one. Whose a half-made instance is
   * nothing tells, so where another trust is at this job they are left for another time.
   */
  static void clear(
      String job,
      int trust,
      JobRepository repository,
      JobOperator operator,
      DataSource dataSource) {
    for (JobExecution dead : repository.findRunningJobExecutions(job)) {
      if (Long.valueOf(trust).equals(dead.getJobParameters().getLong("trust"))) {
        operator.recover(dead);
      }
    }
    List<JobInstance> halfMade =
        repository.getJobInstances(job, 0, NEWEST).stream()
            .filter(instance -> repository.getJobExecutions(instance).isEmpty())
            .toList();
    if (!RunLock.heldElsewhere(JdbcClient.create(dataSource), trust, job)) {
      halfMade.stream()
          .filter(instance -> repository.getJobExecutions(instance).isEmpty())
          .forEach(repository::deleteJobInstance);
    }
  }
}
