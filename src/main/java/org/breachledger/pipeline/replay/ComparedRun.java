package org.breachledger.pipeline.replay;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.Windows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A finished run that kept a comparison.
 *
 * @param rulesId the tables it judged by; null for a run older than their keeping
 * @param began when it began: what came later it did not see
 */
record ComparedRun(
    long id,
    String job,
    int edition,
    Instant asOf,
    Instant began,
    @Nullable Integer rulesId,
    Windows windows) {

  private static final String SQL =
      """
      select m.manifest_id, m.job, m.edition, m.as_of, m.started_at, m.rules_id,
        w.window_start, w.window_middle, w.window_end
      from job_manifest m
      join lateral (select r.window_start, r.window_middle, r.window_end from recurrence_result r
        where r.trust_id = m.trust_id and r.manifest_id = m.manifest_id limit 1) w on true
      where m.status = 'done'
      """;

  static Optional<ComparedRun> find(JdbcClient jdbc, long id) {
    return jdbc.sql(SQL + " and m.manifest_id = ?").param(id).query(ComparedRun::of).optional();
  }

  /** The newest of all; empty where none was made yet. */
  static Optional<ComparedRun> newest(JdbcClient jdbc) {
    return jdbc.sql(SQL + " order by m.manifest_id desc limit 1").query(ComparedRun::of).optional();
  }

  /** The numbers of the newest. */
  static List<Long> numbers(JdbcClient jdbc) {
    return jdbc.sql(
            "select distinct manifest_id from recurrence_result order by manifest_id desc limit 10")
        .query(Long.class)
        .list();
  }

  private static ComparedRun of(java.sql.ResultSet row, int number) throws java.sql.SQLException {
    Timestamp asOf = row.getTimestamp("as_of");
    return new ComparedRun(
        row.getLong("manifest_id"),
        row.getString("job"),
        row.getInt("edition"),
        asOf.toInstant(),
        row.getTimestamp("started_at").toInstant(),
        row.getObject("rules_id", Integer.class),
        new Windows(
            row.getDate("window_start").toLocalDate(),
            row.getDate("window_middle").toLocalDate(),
            row.getDate("window_end").toLocalDate()));
  }
}
