package org.breachledger.deadline.batch;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.store.IncidentReader;
import org.breachledger.incident.store.StoredIncident;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Warns of a duty before it is due and when it is overdue: never twice for the same thing, never
 * for a duty that is not required, and after downtime of what was missed.
 */
@Configuration(proxyBeanMethods = false)
class WarnOfDeadlinesStep {

  private static final String ONCE =
      """
      insert into deadline_warning (incident_id, duty, stage, raised_at) values (?, ?, ?, ?)
      on conflict do nothing
      """;

  @Bean
  Step warnOfDeadlines(
      JobRepository repository,
      PlatformTransactionManager transactions,
      DeadlineRules rules,
      JdbcClient jdbc,
      Clock clock) {
    return new StepBuilder("warnOfDeadlines", repository)
        .tasklet(
            (contribution, context) -> {
              AsOf asOf =
                  AsOf.parse(
                      contribution.getStepExecution().getJobParameters().getString("asOf", ""));
              warn(rules, jdbc, asOf, clock)
                  .forEach(
                      (stage, count) -> {
                        contribution.incrementWriteCount(count);
                        contribution
                            .getStepExecution()
                            .getJobExecution()
                            .getExecutionContext()
                            .putInt("warnings " + stage, count);
                      });
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  private static Map<String, Integer> warn(
      DeadlineRules rules, JdbcClient jdbc, AsOf asOf, Clock clock) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    IncidentReader open = new IncidentReader(jdbc, "i.open_duties");
    for (StoredIncident incident = open.read(); incident != null; incident = open.read()) {
      DeadlineFacts facts =
          DeadlineFacts.from(incident.facts(), Optional.ofNullable(incident.categoryLevel()));
      for (DutyVerdict verdict : rules.judge(facts, asOf)) {
        String stage = stage(verdict, asOf);
        if (!stage.isEmpty()) {
          int fresh =
              jdbc.sql(ONCE)
                  .params(
                      incident.id(), verdict.duty().code(), stage, Timestamp.from(clock.instant()))
                  .update();
          counts.merge(stage, fresh, Integer::sum);
        }
      }
    }
    return counts;
  }

  /** Before it is due, and after; empty where there is nothing to warn of. */
  private static String stage(DutyVerdict verdict, AsOf asOf) {
    if (verdict.verdict() == Verdict.OVERDUE) {
      return "after";
    }
    return verdict.dueSoon(asOf) ? "before" : "";
  }
}
