package org.breachledger.severity.batch;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds for each incident the similar one it repeats: another counted incident of the same type at
 * the same school in the twelve months before; of two on one day the one registered later, then the
 * one with the higher reference, is the repeat [004 Appendix B].
 *
 * <p>Only matches and cites; the first day that counts comes in as each incident's {@code
 * repeat_from}. Looks again at every school with something new, since a late row can make a repeat
 * of an incident that was there before.
 */
public final class RepeatFinder {

  private static final String SQL =
      """
      with touched as (select distinct school_id from incident where stale_score),
      found as (
        select i.incident_id, (
          select x.incident_id from incident x
          where x.trust_id = i.trust_id and x.school_id = i.school_id
            and x.breach_type = i.breach_type and x.incident_id <> i.incident_id
            and x.counted_as = 'incident' and x.day >= i.repeat_from and x.day <= i.day
            and (x.day < i.day
              or (coalesce(x.registered_at, 'infinity'), x.reference_key, x.incident_id)
                < (coalesce(i.registered_at, 'infinity'), i.reference_key, i.incident_id))
          order by x.day desc, coalesce(x.registered_at, 'infinity') desc, x.reference_key desc,
            x.incident_id desc
          limit 1) as repeated
        from incident i join touched t on t.school_id = i.school_id)
      update incident i set repeat_of = f.repeated, stale_score = true
      from found f
      where f.incident_id = i.incident_id and f.repeated is distinct from i.repeat_of
      """;

  private final JdbcClient jdbc;

  /** Works within the caller's transaction. */
  public RepeatFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds repeats anew and gives the number of incidents for which the answer changed. */
  public int find() {
    return jdbc.sql(SQL).update();
  }
}
