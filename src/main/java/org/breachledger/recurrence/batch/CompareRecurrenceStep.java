package org.breachledger.recurrence.batch;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.recurrence.Recurrence;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
              JobParameters run = contribution.getStepExecution().getJobParameters();
              Windows windows =
                  Windows.at(
                      LocalDate.parse(run.getString("anchor", "")), policy.review().months());
              List<Recurrence> rows = register.compare(windows);
              register.keep(run.getLong("manifest", 0L), rows);
              contribution.incrementWriteCount(rows.size());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
