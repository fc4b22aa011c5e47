package org.breachledger.pipeline.jobs;

import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;

/**
 * Clears what a killed program left in the tables of Spring Batch, so that the run can go on: call
 * only while holding the job's lock, for then nothing that still says "running" is alive.
 */
final class DeadRuns {

  private static final int NEWEST = 20;

  private DeadRuns() {}

  /**
   * Ends executions that say they run, and removes instances that never came to an execution.
   * Another trust's executions may be alive: its lock is another one.
   */
  static void clear(String job, int trust, JobRepository repository, JobOperator operator) {
    for (JobExecution dead : repository.findRunningJobExecutions(job)) {
      if (Long.valueOf(trust).equals(dead.getJobParameters().getLong("trust"))) {
        operator.recover(dead);
      }
    }
    for (JobInstance instance : repository.getJobInstances(job, 0, NEWEST)) {
      if (repository.getJobExecutions(instance).isEmpty()) {
        repository.deleteJobInstance(instance);
      }
    }
  }
}
