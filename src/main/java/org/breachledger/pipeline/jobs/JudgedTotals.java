package org.breachledger.pipeline.jobs;

import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many incidents of each school a run left with each score and with each verdict of each duty:
 * kept with every run that compared, so that its replay can be held against it. Call within a
 * transaction.
 */
public final class JudgedTotals {

  /** What scores are kept under; every other name is a duty. */
  public static final String SCORE = "score";

  /** The outcome where no score could be given. */
  public static final String UNKNOWN = "unknown";

  private static final String KEEP =
      """
      insert into run_judged (manifest_id, school_id, judged, outcome, incidents)
      select m.manifest_id, j.school_id, j.judged, j.outcome, j.incidents
      from job_manifest m cross join (
        select school_id, 'score' as judged, coalesce(score::text, 'unknown') as outcome,
          count(*) as incidents
        from incident group by school_id, score
        union all
        select i.school_id, d ->> 'duty', d ->> 'verdict', count(*)
        from incident i cross join lateral jsonb_array_elements(i.duties) d
        group by i.school_id, d ->> 'duty', d ->> 'verdict') j
      where m.manifest_id = ?
        and exists (select from recurrence_result r where r.manifest_id = m.manifest_id)
      on conflict do nothing
      """;

  private final JdbcClient jdbc;

  /** The totals of the trust at work. */
  public JudgedTotals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What was counted.
   *
   * @param judged {@link #SCORE} or a duty's code
   * @param outcome the score, or the verdict
   */
  public record Judged(int schoolId, String judged, String outcome) {}

  /** Keeps the totals as the run left them; nothing for a run that did not compare. */
  void keep(long manifestId) {
    jdbc.sql(KEEP).param(manifestId).update();
  }

  /** What a run kept; empty where it is older than the keeping. */
  public Map<Judged, Integer> of(long manifestId) {
    Map<Judged, Integer> totals = new HashMap<>();
    jdbc.sql("select * from run_judged where manifest_id = ?")
        .param(manifestId)
        .query(
            row -> {
              totals.put(
                  new Judged(
                      row.getInt("school_id"), row.getString("judged"), row.getString("outcome")),
                  row.getInt("incidents"));
            });
    return totals;
  }
}
