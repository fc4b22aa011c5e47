package org.breachledger.deadline.batch;

import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
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

/** Judges every duty whose verdict can have changed: the facts did, or time went on. */
@Configuration(proxyBeanMethods = false)
class FlagDeadlinesStep {

  private static final int CHUNK = 1000;

  /** A review is near five months after the day, whatever the facts still say of that day. */
  private static final String DUE_SINCE =
      """
      i.open_duties and i.judged_as_of is distinct from %1$s and (i.judge_from <= %1$s
        or i.day <= (%1$s - interval '5 months')::date
          and i.day > (i.judged_as_of - interval '5 months')::date)
      """;

  @Bean
  @StepScope
  IncidentReader unjudgedIncidents(
      JdbcClient jdbc,
      @Value("#{jobParameters['asOf']}") String asOf,
      @Value("#{jobParameters['changedOnly'] ?: 'false'}") String changedOnly) {
    if (Boolean.parseBoolean(changedOnly)) {
      return new IncidentReader(jdbc, "i.stale_duties");
    }
    String moment = "'" + AsOf.parse(asOf).instant() + "'::timestamptz";
    return new IncidentReader(
        jdbc, "i.stale_duties", DUE_SINCE.formatted(moment), "i.judged_as_of > " + moment);
  }

  @Bean
  @StepScope
  DutyWriter dutyWriter(JdbcTemplate jdbc, @Value("#{jobParameters['asOf']}") String asOf) {
    return new DutyWriter(jdbc, AsOf.parse(asOf));
  }

  @Bean
  @StepScope
  DutyJudge dutyJudge(DeadlineRules rules, @Value("#{jobParameters['asOf']}") String asOf) {
    return new DutyJudge(rules, AsOf.parse(asOf));
  }

  @Bean
  Step flagDeadlines(
      JobRepository repository,
      PlatformTransactionManager transactions,
      IncidentReader unjudgedIncidents,
      DutyJudge dutyJudge,
      DutyWriter dutyWriter) {
    return new StepBuilder("flagDeadlines", repository)
        .<StoredIncident, JudgedIncident>chunk(CHUNK)
        .transactionManager(transactions)
        .reader(unjudgedIncidents)
        .processor(dutyJudge)
        .writer(dutyWriter)
        .build();
  }
}
