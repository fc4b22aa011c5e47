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

  private static final String INTO =
      """
      create temp table repeated on commit drop as
      with listed as (
        select %1$s from incident_glance
        where trust_id = current_trust() and school_id in (select school_id from %2$s)%3$s)
      """;

  /**
   * What repeats what, of the rows of {@code listed}: the last incident counted before each, found
   * by its place in the order, so that no row is compared with another.
   */
  private static final String FOUND =
      """
      , placed as (
        select *, counted_as = 'incident' as counts,
          count(*) filter (where counted_as = 'incident') over (
            partition by school_id, breach_type order by %1$s) as upto
        from listed where breach_type is not null),
      before as (
        select *,
          case when counts then lag(incident_id) over one
            else first_value(incident_id) over many end as x_id,
          case when counts then lag(reference) over one else first_value(reference) over many end
            as x_reference,
          case when counts then lag(day) over one else first_value(day) over many end as x_day
        from placed
        window one as (partition by school_id, breach_type, counts order by %1$s),
          many as (partition by school_id, breach_type, upto order by %1$s)),
      repeats as (
        select incident_id, x_id as repeated,
          coalesce(x_reference, 'incident ' || x_id) as cited
        from before where upto > 0 and x_day >= repeat_from and x_day <= day)
      select l.incident_id, l.repeat_of, r.repeated, r.cited
      from listed l left join repeats r on r.incident_id = l.incident_id
      where r.repeated is distinct from l.repeat_of
      """
          .formatted("day, coalesce(registered_at, 'infinity'), reference_key, incident_id");

  private static final String CHANGE =
      """
      update incident i set repeat_of = f.repeated, stale_score = true
      from repeated f
      where i.trust_id = current_trust() and f.incident_id = i.incident_id
        and f.repeated is distinct from i.repeat_of
      """;

  private static final String AGAIN =
      INTO.formatted(COLUMNS, "incident where stale_score", "") + FOUND;

  private static final String AMONG_ARRIVING =
      INTO.formatted(COLUMNS, "arriving", " union all select " + COLUMNS + " from arriving")
          + FOUND;

  private final JdbcClient jdbc;

  /** Works within the caller's transaction. */
  public RepeatFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Finds repeats anew and gives the number of incidents for which the answer changed. */
  public int find() {
    return change(AGAIN);
  }

  /**
   * Finds repeats for incidents that have their numbers but are not stored yet, and anew for those
   * of their schools that are. Reads the first out of a relation {@code arriving} with the columns
   * of the register; leaves what it found for them in a table {@code repeated} of the transaction:
   * their number, the number of the incident they repeat, and its reference as {@code cited}.
   */
  public void findAmongArriving() {
    change(AMONG_ARRIVING);
  }

  private int change(String finding) {
    jdbc.sql("drop table if exists pg_temp.repeated").update();
    jdbc.sql(finding).update();
    jdbc.sql("analyze repeated").update();
    return jdbc.sql(CHANGE).update();
  }
}
