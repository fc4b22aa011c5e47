package org.breachledger.normalise.batch;

import org.breachledger.calendar.AsOf;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
import org.breachledger.normalise.TypeRules;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts every new or changed incident into a breach type [004 Appendix A]; and every one with a date
 * that lay ahead and has come, so that it is counted on its day.
 */
@Configuration(proxyBeanMethods = false)
class NormaliseTypesStep {

  private static final int CHUNK = 1000;

  @Bean
  @StepScope
  IncidentReader untypedIncidents(JdbcClient jdbc, @Value("#{jobParameters['asOf']}") String asOf) {
    String come = "i.counted_anew_on <= '" + AsOf.parse(asOf).day() + "'";
    return IncidentReader.withoutWords(jdbc, "i.stale_type", come);
  }

  @Bean
  @StepScope
  TypeWriter typeWriter(JdbcTemplate jdbc, @Value("#{jobParameters['asOf']}") String asOf) {
    return new TypeWriter(jdbc, AsOf.parse(asOf).day());
  }

  @Bean
  @StepScope
  TypeProcessor typeProcessor(
      JdbcClient jdbc, TypeRules rules, @Value("#{jobParameters['asOf']}") String asOf) {
    return new TypeProcessor(jdbc, rules, AsOf.parse(asOf).day());
  }

  @Bean
  Step normaliseTypes(
      JobRepository repository,
      PlatformTransactionManager transactions,
      IncidentReader untypedIncidents,
      TypeProcessor typeProcessor,
      TypeWriter typeWriter) {
    return new StepBuilder("normaliseTypes", repository)
        .<StoredIncident, TypedIncident>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(untypedIncidents)
        .processor(typeProcessor)
        .writer(typeWriter)
        .build();
  }
}
