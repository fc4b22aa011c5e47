package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.calendar.Windows;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.recurrence.Restated;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Says which published numbers the record no longer bears out: rows that came in late, were taken
 * back or are judged otherwise change a half that governors have already read.
 *
 * <p>Published papers stay as they are; whoever reads the next one is told.
 */
public final class Restatements {

  private static final String PUBLISHED =
      """
      select distinct on (w.window_end) m.manifest_id, w.window_start, w.window_middle, w.window_end
      from job_manifest m
      join lateral (select r.window_start, r.window_middle, r.window_end from recurrence_result r
        where r.trust_id = m.trust_id and r.manifest_id = m.manifest_id limit 1) w on true
      where m.status = 'done' and exists (select from report_paper p
        where p.trust_id = m.trust_id and p.manifest_id = m.manifest_id)
        and not exists (select from destroyed_count d where d.trust_id = m.trust_id
          and d.month < w.window_end
          and d.month >= date_trunc('month', w.window_start - interval '12 months'))
      order by w.window_end, m.manifest_id desc
      """;

  private final JdbcClient jdbc;
  private final RecurrenceRegister register;

  /** Call within a transaction. */
  public Restatements(JdbcClient jdbc, RecurrenceRegister register) {
    this.jdbc = jdbc;
    this.register = register;
  }

  private record Run(long id, Windows windows) {}

  /**
   * The newest published comparison of each anchor against the record, the oldest anchor first;
   * without those that look at months of which incidents were destroyed.
   */
  public List<Restated> list() {
    List<Restated> restated = new ArrayList<>();
    for (Run run : published()) {
      List<KeptRow> now = register.compare(run.windows()).stream().map(KeptRow::of).toList();
      restated.addAll(
          Restated.of(run.id(), run.windows().end(), KeptComparison.of(jdbc, run.id()), now));
    }
    return restated;
  }

  private List<Run> published() {
    return jdbc.sql(PUBLISHED)
        .query(
            (row, number) ->
                new Run(
                    row.getLong("manifest_id"),
                    new Windows(
                        row.getDate("window_start").toLocalDate(),
                        row.getDate("window_middle").toLocalDate(),
                        row.getDate("window_end").toLocalDate())))
        .list();
  }
}
