package org.breachledger.deadline.batch;

import java.time.Clock;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineRules;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Notes the duties to be warned of: before they are due, when they fall due, and after. */
@Configuration(proxyBeanMethods = false)
class WarnOfDeadlinesStep {

  @Bean
  Step warnOfDeadlines(
      JobRepository repository,
      PlatformTransactionManager transactions,
      DeadlineRules rules,
      JdbcClient jdbc,
      Clock clock) {
    DeadlineWatch watch = new DeadlineWatch(rules, jdbc);
    return new StepBuilder("warnOfDeadlines", repository)
        .tasklet(
            (contribution, context) -> {
              StepExecution step = contribution.getStepExecution();
              AsOf asOf = AsOf.parse(step.getJobParameters().getString("asOf", ""));
              watch
                  .look(asOf, clock.instant())
                  .forEach(
                      (stage, count) -> {
                        contribution.incrementWriteCount(count);
                        step.getJobExecution()
                            .getExecutionContext()
                            .putInt("warnings " + stage.code(), count);
                      });
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
