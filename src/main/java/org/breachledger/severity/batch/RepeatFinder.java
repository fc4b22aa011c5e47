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
 *
 * <p>All incidents of a type at a school stand in one order, and each takes the last counted one
 * before it: the work grows with the incidents, not with their pairs.
 */
public final class RepeatFinder {

  private static final String COLUMNS =
      "incident_id, school_id, reference, breach_type, day, repeat_from, registered_at,"
          + " reference_key, counted_as, repeat_of";

  /** What repeats what, of the rows of {@code listed}. */
  private static final String FOUND =
      """
      placed as (
        select *, count(*) filter (where counted_as = 'incident') over (
            partition by school_id, breach_type
            order by day, coalesce(registered_at, 'infinity'), reference_key, incident_id) as upto
        from listed),
      found as (
        select i.incident_id, i.repeat_of, x.incident_id as repeated,
          coalesce(x.reference, 'incident ' || x.incident_id) as cited
        from placed i
        left join placed x on x.school_id = i.school_id and x.breach_type = i.breach_type
          and x.counted_as = 'incident'
          and x.upto = i.upto - (case when i.counted_as = 'incident' then 1 else 0 end)
          and x.day >= i.repeat_from and x.day <= i.day)
      """;

  private static final String CHANGE =
      """
      update incident i set repeat_of = f.repeated, stale_score = true
      from %s f
      where i.trust_id = current_trust() and f.incident_id = i.incident_id
        and f.repeated is distinct from i.repeat_of
      """;

  private static final String AGAIN =
      """
      with touched as (select distinct school_id from incident where stale_score),
      listed as (select i.* from incident i join touched t on t.school_id = i.school_id),
      """
          + FOUND
          + CHANGE.formatted("found");

  private static final String AMONG_ARRIVING =
      """
      create temp table repeated on commit drop as
      with listed as (
        select %1$s from incident where school_id in (select school_id from arriving)
        union all
        select %1$s from arriving),
      """
              .formatted(COLUMNS)
          + FOUND
          + "select * from found where repeated is distinct from repeat_of";

  private final JdbcClient jdbc;

  /** Works within the caller's transaction. */
  public RepeatFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds repeats anew and gives the number of incidents for which the answer changed. */
  public int find() {
    return jdbc.sql(AGAIN).update();
  }

  /**
   * Finds repeats for incidents that have their numbers but are not stored yet, and anew for those
   * of their schools that are. Reads the first out of a relation {@code arriving} with the columns
   * of the register; leaves what it found for them in a table {@code repeated} of the transaction:
   * their number, the number of the incident they repeat, and its reference as {@code cited}.
   */
  public void findAmongArriving() {
    jdbc.sql(AMONG_ARRIVING).update();
    jdbc.sql("analyze repeated").update();
    jdbc.sql(CHANGE.formatted("repeated")).update();
  }
}
