package org.breachledger.alerting.batch;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.breachledger.alerting.Finding;
import org.breachledger.alerting.Place;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.alerting.store.AlertDesk;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.Verdict;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.ComparedTypes;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.reporting.store.PaperWords;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.interceptor.DefaultTransactionAttribute;

/**
 * Tells the ICT security analyst of every breach type that did not fall or is new, whole types, at
 * each school and over all [002]: once for each school, type and anchor.
 */
@Configuration(proxyBeanMethods = false)
class SendAlertsStep {

  private static final String FINDINGS =
      """
      select r.school_id, r.breach_type, coalesce(r.compared_previous, r.previous) as previous,
        coalesce(r.compared_current, r.current) as current,
        coalesce(r.left_out, 0) as left_out, r.verdict, r.short_evidence, s.name,
        coalesce(s.confirmed, false) as confirmed
      from recurrence_result r left join school s on s.school_id = r.school_id
      where r.manifest_id = ? and r.sub_type = '' and r.breach_type <> ?
        and (r.school_id = 0 or s.name_key <> '')
      order by r.position
      """;

  private final JdbcClient jdbc;
  private final PaperDesk desk;
  private final PaperWords words;
  private final Imprints imprints;
  private final AlertDesk alerts;
  private final Routes routes;
  private final Clock clock;

  SendAlertsStep(
      JdbcClient jdbc,
      PaperDesk desk,
      PaperWords words,
      Imprints imprints,
      AlertDesk alerts,
      Routes routes,
      Clock clock) {
    this.jdbc = jdbc;
    this.desk = desk;
    this.words = words;
    this.imprints = imprints;
    this.alerts = alerts;
    this.routes = routes;
    this.clock = clock;
  }

  @Bean
  Step raiseAlerts(JobRepository repository, PlatformTransactionManager transactions) {
    return new StepBuilder("raiseAlerts", repository)
        .tasklet(
            (contribution, context) -> {
              contribution.incrementWriteCount(
                  raise(contribution.getStepExecution().getJobParameters()));
              return RepeatStatus.FINISHED;
            },
            transactions)
        .build();
  }

  /**
   * Messages leave in transactions of their own; what cannot leave waits and is shown as waiting.
   */
  @Bean
  Step sendAlerts(
      JobRepository repository, PlatformTransactionManager transactions, Delivery delivery) {
    return new StepBuilder("sendAlerts", repository)
        .tasklet(
            (contribution, context) -> {
              contribution.incrementWriteCount(delivery.run().left());
              return RepeatStatus.FINISHED;
            },
            transactions)
        .transactionAttribute(
            new DefaultTransactionAttribute(TransactionDefinition.PROPAGATION_NOT_SUPPORTED))
        .build();
  }

  private int raise(JobParameters run) {
    long manifest = run.getLong("manifest", 0L);
    Halves halves = imprints.halves(LocalDate.parse(run.getString("anchor", "")));
    PaperSource source =
        desk.source(
            imprints.of(
                halves,
                AsOf.parse(run.getString("asOf", "")),
                desk.edition(manifest, halves.end())),
            ComparedTypes.of(jdbc, manifest));
    int raised = 0;
    for (Finding finding : findings(manifest, halves, source)) {
      int school = finding.place().schoolId();
      boolean fresh =
          alerts
              .raise(
                  finding,
                  routes,
                  clock.instant(),
                  alert ->
                      desk.publish(manifest, source.pack(school, finding.type().code()), school))
              .isPresent();
      raised += fresh ? 1 : 0;
    }
    return raised;
  }

  private List<Finding> findings(long manifest, Halves halves, PaperSource source) {
    return jdbc
        .sql(FINDINGS)
        .params(manifest, BreachType.UNTYPED)
        .query((row, number) -> finding(row, halves, source))
        .list()
        .stream()
        .filter(finding -> Verdict.valueOf(finding.verdict()).alerts())
        .toList();
  }

  private Finding finding(ResultSet row, Halves halves, PaperSource source) throws SQLException {
    int school = row.getInt("school_id");
    String type = row.getString("breach_type");
    return new Finding(
        place(school, row),
        new BreachType(type, words.type(type)),
        row.getString("verdict"),
        row.getInt("previous"),
        row.getInt("current"),
        row.getInt("left_out"),
        halves.start(),
        halves.middle(),
        halves.end(),
        row.getString("short_evidence"),
        source.incidentsBehind(school, type));
  }

  private static Place place(int school, ResultSet row) throws SQLException {
    if (school == 0) {
      return Place.ALL_SCHOOLS;
    }
    return row.getBoolean("confirmed")
        ? Place.school(school, row.getString("name"))
        : Place.unconfirmed(school);
  }
}
