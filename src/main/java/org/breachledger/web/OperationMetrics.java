package org.breachledger.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.breachledger.alerting.store.OutboxList;
import org.breachledger.pipeline.jobs.JobGuide;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a monitoring system asks an installation beside the usual: messages that have not left, and
 * when each job last ended well. Counts and moments only, of the installation's own trust.
 */
final class OperationMetrics implements MeterBinder {

  private static final String MESSAGES =
      "select count(*) from outbox_message where " + OutboxList.SENDABLE + " and state = ?";

  private static final String ENDED =
      """
      select coalesce(extract(epoch from max(finished_at)), 0) from job_manifest
       where job = ? and status = 'done'
      """;

  private static final String BACKUP =
      """
      select coalesce(extract(epoch from max(at)), 0) from audit_entry
       where action = 'finish-backup'
      """;

  private final JdbcClient jdbc;
  private final Reading reading;
  private final JobGuide guide;

  OperationMetrics(JdbcClient jdbc, Reading reading, JobGuide guide) {
    this.jdbc = jdbc;
    this.reading = reading;
    this.guide = guide;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    for (String state : new String[] {"waiting", "dead"}) {
      Gauge.builder("breachledger.messages", () -> ask(MESSAGES, state))
          .tag("state", state)
          .description("Messages that have not left")
          .register(registry);
    }
    guide
        .entries()
        .forEach(
            job ->
                Gauge.builder("breachledger.job.ended.well", () -> ask(ENDED, job.job()))
                    .tag("job", job.job())
                    .baseUnit("seconds")
                    .description("When the job last ended well, since 1970; 0 if never")
                    .register(registry));
    Gauge.builder("breachledger.backup.made", () -> ask(BACKUP))
        .baseUnit("seconds")
        .description("When a backup was last made, since 1970; 0 if never")
        .register(registry);
  }

  private double ask(String sql, Object... values) {
    return reading.read(() -> jdbc.sql(sql).params(values).query(Double.class).single());
  }
}
