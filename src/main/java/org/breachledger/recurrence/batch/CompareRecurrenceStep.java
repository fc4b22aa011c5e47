package org.breachledger.recurrence.batch;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.recurrence.Recurrence;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Compares the six months before the anchor with the six before them [002]. */
@Configuration(proxyBeanMethods = false)
class CompareRecurrenceStep {

  @Bean
  Step compareRecurrence(
      JobRepository repository,
      PlatformTransactionManager transactions,
      RecurrenceRegister register,
      PolicyProfile policy) {
    return new StepBuilder("compareRecurrence", repository)
        .tasklet(
            (contribution, context) -> {
              keep(register, register.compare(windows(contribution, policy)), contribution);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  /** Keeps nothing where the analyst and the readers of papers have been told all of it. */
  @Bean
  Step compareAgain(
      JobRepository repository,
      PlatformTransactionManager transactions,
      RecurrenceRegister register,
      JdbcClient jdbc,
      PolicyProfile policy) {
    ComparedBefore before = new ComparedBefore(jdbc);
    return new StepBuilder("compareAgain", repository)
        .tasklet(
            (contribution, context) -> {
              Windows windows = windows(contribution, policy);
              List<Recurrence> rows = register.compare(windows);
              if (before.says(windows, rows)) {
                contribution.setExitStatus(ComparedBefore.UNCHANGED);
              } else {
                keep(register, rows, contribution);
              }
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private static Windows windows(StepContribution contribution, PolicyProfile policy) {
    String anchor = contribution.getStepExecution().getJobParameters().getString("anchor", "");
    return Windows.at(LocalDate.parse(anchor), policy.review().months());
  }

  private static void keep(
      RecurrenceRegister register, List<Recurrence> rows, StepContribution contribution) {
    long manifest = contribution.getStepExecution().getJobParameters().getLong("manifest", 0L);
    register.keep(manifest, rows);
    contribution.incrementWriteCount(rows.size());
  }
}
