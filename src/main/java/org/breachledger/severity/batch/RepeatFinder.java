package org.breachledger.severity.batch;

import org.breachledger.incident.store.ImportTurn;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds for each incident the similar one it repeats: another counted incident of the same type at
 * the same school in the twelve months before; of two on one day the one registered later, then the
 * one with the higher reference, is the repeat [004 Appendix B]. Of those without a school nobody
 * knows that they were at the same one: they repeat nothing.
 *
 * <p>Only matches and cites; the first day that counts comes in as each incident's {@code
 * repeat_from}. Looks again where something is new: an incident can change the answer of those from
 * its day to the next counted one of its type and school, and of those that cite it, of no other.
 * The work grows with what is new, not with the register.
 */
public final class RepeatFinder {

  private static final String COLUMNS =
      "incident_id, school_id, reference, breach_type, day, repeat_from, registered_at,"
          + " reference_key, counted_as, repeat_of";

  private static final String INTO = "create temp table repeated on commit drop as ";

  /** Those whose score must be found anew, and those that cite one of them. */
  private static final String STALE =
      """
      with stale as materialized (
        select incident_id from incident where trust_id = current_trust() and stale_score),
      news as materialized (
        select incident_id, school_id, breach_type, day from incident_glance
        where trust_id = current_trust() and incident_id in (select incident_id from stale)
        union
        select incident_id, school_id, breach_type, day from incident_glance
        where trust_id = current_trust() and repeat_of in (select incident_id from stale))
      """;

  private static final String ARRIVING =
      """
      with news as materialized (select incident_id, school_id, breach_type, day from arriving)
      """;

  /**
   * From the last incident counted before the day of something new to the next counted after it, or
   * as far as anything can repeat it; those from the day itself on are asked again. What has no
   * place among others repeats nothing.
   */
  private static final String NEAR =
      """
      , nowhere as materialized (
        select school_id from school where trust_id = current_trust() and name_key = ''),
      places as (
        select distinct school_id, breach_type, day from news
        where breach_type is not null and day is not null
          and school_id not in (select school_id from nowhere)),
      stretches as materialized (
        select p.*,
          coalesce((select max(g.day) from incident_glance g where %1$s
            and g.day < p.day and g.counted_as = 'incident'), p.day) as begins,
          least((select min(g.day) from incident_glance g where %1$s
            and g.day > p.day and g.counted_as = 'incident'),
            (p.day + interval '13 months')::date) as ends
        from places p),
      near as materialized (
        select g.incident_id, bool_or(g.day >= p.day) as asked
        from stretches p cross join lateral (
          select g.incident_id, g.day from incident_glance g
          where %1$s and g.day between p.begins and p.ends offset 0) g
        group by g.incident_id
        union all
        select incident_id, true from news where breach_type is null or day is null
          or school_id in (select school_id from nowhere)),
      listed as (
        select %2$s, asked from near join incident_glance using (incident_id)
        where trust_id = current_trust()%3$s)
      """;

  private static final String LIKE_IT =
      "g.trust_id = current_trust() and g.school_id = p.school_id"
          + " and g.breach_type = p.breach_type";

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
        from listed),
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
      answered as (
        select incident_id, repeat_of,
          case when breach_type is not null and school_id not in (select school_id from nowhere)
            and upto > 0 and x_day between repeat_from and day then x_id end as repeated,
          coalesce(x_reference, 'incident ' || x_id) as cited
        from before where asked)
      select * from answered where repeated is distinct from repeat_of
      """
          .formatted("day, coalesce(registered_at, 'infinity'), reference_key, incident_id");

  private static final String CHANGE =
      """
      update incident i set repeat_of = f.repeated, stale_score = true
      from repeated f
      where i.trust_id = current_trust() and f.incident_id = i.incident_id
        and f.repeated is distinct from i.repeat_of
      """;

  private static final String AGAIN = INTO + STALE + NEAR.formatted(LIKE_IT, COLUMNS, "") + FOUND;

  private static final String AMONG_ARRIVING =
      INTO
          + ARRIVING
          + NEAR.formatted(
              LIKE_IT, COLUMNS, " union all select " + COLUMNS + ", true from arriving")
          + FOUND;

  private final JdbcClient jdbc;

  /** Works within the caller's transaction. */
  public RepeatFinder(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Finds repeats anew and gives the number of incidents for which the answer changed. Waits for an
   * import under way, whose incidents it could not see yet.
   */
  public int find() {
    ImportTurn.await(jdbc);
    return change(AGAIN);
  }

  /**
   * Finds repeats for incidents that have their numbers but are not stored yet, and anew for those
   * that are and stand next to them. Reads the first out of a relation {@code arriving} with the
   * columns of the register; leaves what it found for them in a table {@code repeated} of the
   * transaction: their number, the number of the incident they repeat, and its reference as {@code
   * cited}.
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
