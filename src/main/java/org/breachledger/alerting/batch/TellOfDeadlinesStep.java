package org.breachledger.alerting.batch;

import java.time.Clock;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.WarningDesk;
import org.breachledger.reporting.store.PaperWords;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Tells the roles the routes name of the deadlines a watch found to be running out or over. */
@Configuration(proxyBeanMethods = false)
class TellOfDeadlinesStep {

  @Bean
  Step tellOfDeadlines(
      JobRepository repository,
      PlatformTransactionManager transactions,
      WarningDesk desk,
      Routes routes,
      PaperWords words,
      Clock clock) {
    return new StepBuilder("tellOfDeadlines", repository)
        .tasklet(
            (contribution, context) -> {
              long manifest =
                  contribution.getStepExecution().getJobParameters().getLong("manifest", 0L);
              contribution.incrementWriteCount(
                  desk.tell(routes, "deadlines-run-" + manifest, clock.instant(), words::duty));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
