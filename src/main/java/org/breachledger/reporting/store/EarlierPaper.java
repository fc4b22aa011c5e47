package org.breachledger.reporting.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A paper that was published, with the comparison it printed.
 *
 * @param rulesId the tables it was made by; null for a run older than their keeping
 */
record EarlierPaper(
    long run,
    int edition,
    AsOf dataAsAt,
    Instant publishedAt,
    Windows windows,
    @Nullable Integer rulesId) {

  private static final String NEWEST =
      """
      select p.manifest_id, p.edition, p.data_as_at, p.created_at, m.rules_id,
        w.window_start, w.window_middle, w.window_end
      from report_paper p
      join job_manifest m on m.trust_id = p.trust_id and m.manifest_id = p.manifest_id
      join lateral (select r.window_start, r.window_middle, r.window_end from recurrence_result r
        where r.trust_id = p.trust_id and r.manifest_id = p.manifest_id limit 1) w on true
      where m.status = 'done' and p.report = :report and p.school_id = :school
        and ((w.window_start = :from and w.window_middle = :to)
          or (w.window_middle = :from and w.window_end = :to))
      order by p.manifest_id desc limit 1
      """;

  /** The newest paper of its kind that printed the half {@code [from, to)}. */
  static Optional<EarlierPaper> find(
      JdbcClient jdbc, String report, int schoolId, LocalDate from, LocalDate to) {
    return jdbc.sql(NEWEST)
        .param("report", report)
        .param("school", schoolId)
        .param("from", Date.valueOf(from))
        .param("to", Date.valueOf(to))
        .query(EarlierPaper::of)
        .optional();
  }

  private static EarlierPaper of(ResultSet row, int number) throws SQLException {
    return new EarlierPaper(
        row.getLong("manifest_id"),
        row.getInt("edition"),
        new AsOf(row.getTimestamp("data_as_at").toInstant()),
        row.getTimestamp("created_at").toInstant(),
        new Windows(
            row.getDate("window_start").toLocalDate(),
            row.getDate("window_middle").toLocalDate(),
            row.getDate("window_end").toLocalDate()),
        row.getObject("rules_id", Integer.class));
  }
}
