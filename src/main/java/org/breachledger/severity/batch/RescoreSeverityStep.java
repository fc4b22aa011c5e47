package org.breachledger.severity.batch;

import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.severity.SeverityRules;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Looks for repeats, then scores every incident that is new, changed or a repeat now [004 6]. */
@Configuration(proxyBeanMethods = false)
class RescoreSeverityStep {

  private static final int CHUNK = 1000;

  @Bean
  Step findRepeats(
      JobRepository repository, PlatformTransactionManager transactions, JdbcClient jdbc) {
    return new StepBuilder("findRepeats", repository)
        .tasklet(
            (contribution, context) -> {
              contribution.incrementWriteCount(new RepeatFinder(jdbc).find());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  @Bean
  @StepScope
  IncidentReader unscoredIncidents(JdbcClient jdbc) {
    return new IncidentReader(jdbc, "i.stale_score");
  }

  @Bean
  Step rescoreSeverity(
      JobRepository repository,
      PlatformTransactionManager transactions,
      IncidentReader unscoredIncidents,
      SeverityRules rules,
      PolicyProfile policy,
      JdbcTemplate jdbc) {
    return new StepBuilder("rescoreSeverity", repository)
        .<StoredIncident, ScoredIncident>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(unscoredIncidents)
        .processor(incident -> ScoredIncident.of(incident, rules))
        .writer(new SeverityWriter(jdbc, policy.name() + " " + policy.version()))
        .build();
  }
}
