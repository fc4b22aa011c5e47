package org.breachledger.alerting.batch;

import java.time.Clock;
import java.util.Optional;
import org.breachledger.alerting.PlannedMail.Fate;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.alerting.store.PaperPost;
import org.breachledger.calendar.AsOf;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Closes alerts by what the next comparison found, tells of those nobody reads, and puts published
 * papers into the outbox.
 */
@Configuration(proxyBeanMethods = false)
class AlertLifeSteps {

  /** Before papers are written, so that they show what became of each alert. */
  @Bean
  Step settleAlerts(
      JobRepository repository,
      PlatformTransactionManager transactions,
      AlertLife life,
      Clock clock) {
    return new StepBuilder("settleAlerts", repository)
        .tasklet(
            (contribution, context) -> {
              long manifest = parameters(contribution).getLong("manifest", 0L);
              contribution.incrementWriteCount(life.settle(manifest, clock.instant()));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step escalateAlerts(
      JobRepository repository,
      PlatformTransactionManager transactions,
      AlertLife life,
      Routes routes,
      Clock clock) {
    return new StepBuilder("escalateAlerts", repository)
        .tasklet(
            (contribution, context) -> {
              AsOf asOf = AsOf.parse(parameters(contribution).getString("asOf", ""));
              contribution.incrementWriteCount(
                  life.escalate(routes, asOf.instant(), clock.instant()));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  Step queuePapers(
      JobRepository repository,
      PlatformTransactionManager transactions,
      PaperPost post,
      Clock clock) {
    return new StepBuilder("queuePapers", repository)
        .tasklet(
            (contribution, context) -> {
              contribution.incrementWriteCount(
                  post.queue(Optional.empty(), clock.instant()).of(Fate.TO_SEND).size());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private static JobParameters parameters(StepContribution contribution) {
    return contribution.getStepExecution().getJobParameters();
  }
}
