package org.breachledger.normalise.batch;

import java.time.Clock;
import org.breachledger.normalise.LearningSettings;
import org.breachledger.normalise.TypeRules;
import org.breachledger.record.AuditTrail;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Learns breach types anew from what persons confirmed; the new version is not switched on. */
@Configuration(proxyBeanMethods = false)
class LearnTypesStep {

  @Bean
  Step learnTypes(
      JobRepository repository,
      PlatformTransactionManager transactions,
      JdbcClient jdbc,
      TypeRules rules,
      LearningSettings settings,
      AuditTrail audit,
      Clock clock) {
    return new StepBuilder("learnTypes", repository)
        .tasklet(
            (contribution, context) -> {
              boolean made = new LearningRun(jdbc, rules, settings, audit).run(clock.instant());
              contribution.incrementWriteCount(made ? 1 : 0);
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }
}
