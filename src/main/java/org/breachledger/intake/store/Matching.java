package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds for each incoming row the incident it speaks of and writes what follows: a new incident, a
 * changed one with its history, or nothing because it is the same.
 *
 * <p>Identity is school and reference; without a reference school, day, type as written,
 * description, number of people and the ordinal among equal rows of a sheet. Rows of one file with
 * the same identity are taken one after the other, so that a later row speaks last.
 */
final class Matching {

  private static final String TRUST = "current_trust()";

  /** The counts by which the next statements are planned; what is wide is not looked at. */
  private static final String COUNT_READ =
      "analyze incoming (seq, read, school_key, urn, reference)";

  /**
   * Rows without a school are kept under "no school given", those with a URN alone under that URN,
   * unless another row names the school the URN is of.
   */
  private static final String NEW_SCHOOLS =
      """
      with named as materialized (
        select distinct on (school_key, urn) seq, school_name, school_key, urn
        from incoming where read = 'TAKEN' order by school_key, urn, seq),
      fresh as materialized (
        select distinct on (i.school_key)
          coalesce(i.school_name, 'no school given') as name, i.school_key, i.urn
        from named i
        where not exists (select from school s where s.trust_id = %1$s
            and s.name_key = i.school_key)
          and not exists (select from school s where s.trust_id = %1$s and s.urn = i.urn)
          and not exists (select from school_alias a where a.trust_id = %1$s
            and a.alias_key = i.school_key)
        order by i.school_key, i.seq)
      insert into school (trust_id, name, name_key, urn, first_import_id)
      select %1$s, f.name, f.school_key, f.urn, ?
      from fresh f
      where f.urn is null or f.name <> 'URN ' || f.urn
        or not exists (select from fresh o where o.urn = f.urn and o.school_key <> f.school_key)
      order by f.school_key
      on conflict do nothing
      """
          .formatted(TRUST);

  /**
   * Each row's school, its notices and its identity; of a row sent again they stand in the
   * register, where it has its incident already.
   *
   * <p>An unknown name becomes a school to confirm, and a gap, never a lost row. What lies after
   * the as-of has not happened yet: a slip of the pen, to be told. A URN says more than a name,
   * unless nobody knows whose it is.
   */
  private static final String IDENTIFY =
      """
      with named as materialized (
        select distinct school_key, coalesce(urn, '') as urn from incoming where read = 'TAKEN'),
      known as materialized (
        select n.school_key, n.urn, s.school_id, s.confirmed
        from (
          select n.school_key, n.urn, coalesce(
            (select s.school_id from school s where s.trust_id = %1$s and n.urn <> ''
              and s.urn = n.urn and (s.confirmed or s.name <> 'URN ' || s.urn)
              order by s.school_id limit 1),
            (select s.school_id from school s where s.trust_id = %1$s
              and s.name_key = n.school_key),
            (select a.school_id from school_alias a where a.trust_id = %1$s
              and a.alias_key = n.school_key),
            (select s.school_id from school s where s.trust_id = %1$s and s.urn = n.urn
              order by s.school_id limit 1)) as school_id
          from named n) n
        left join school s on s.trust_id = %1$s and s.school_id = n.school_id),
      keyed as (
        select i.seq, i.sheet, i.row, i.shape, k.school_id, i.reference_folded, i.day,
          null::bigint as incident_id,
          case when i.reference is null
            then md5(concat_ws('|', k.school_id, coalesce(i.written_day::text, ''), i.type_key,
              i.words_key, i.people_key)) end as key,
          i.notices
            || case when not k.confirmed and i.school_key <> ''
              then jsonb_build_array(jsonb_build_object(
                'code', 'school-to-confirm', 'column', '', 'read', coalesce(i.school_name, ''),
                'expected', 'a school of the trust, by URN, name or alias',
                'toDo', 'Confirm the school, or correct its name'))
              else '[]' end
            || case when i.written_day > ?::date
              then jsonb_build_array(jsonb_build_object(
                'code', 'date-after-as-of', 'column', i.written_from,
                'read', i.written_day::text,
                'expected', 'a day up to ' || ?, 'toDo', 'Correct the date'))
              else '[]' end as notices
        from incoming i
        join known k on k.school_key = i.school_key and k.urn = coalesce(i.urn, '')
        where i.read = 'TAKEN'
        union all
        select a.seq, a.sheet, a.row, a.shape, g.school_id, g.reference_folded, p.day,
          a.incident_id, p.identity_key, '[]'
        from again a
        join row_print p on p.trust_id = %1$s and p.incident_id = a.incident_id
        join incident_glance g on g.trust_id = %1$s and g.incident_id = a.incident_id),
      numbered as (
        select *, case when key is not null
          then row_number() over (partition by sheet, key order by seq) else 1 end as nth
        from keyed)
      insert into found (seq, sheet, row, shape, read, school_id, reference_folded, identity_key,
        ordinal, pass, notices, day, incident_id, outcome)
      select seq, sheet, row, shape, 'TAKEN', school_id, reference_folded, key, nth,
        row_number() over (partition by school_id, reference_folded, key, nth order by seq),
        notices, day, incident_id, case when incident_id is not null then 'unchanged' end
      from numbered
      order by seq
      """
          .formatted(TRUST);

  private static final String NOT_TAKEN =
      """
      insert into found (seq, sheet, row, shape, read, notices)
      select seq, sheet, row, shape, read, notices from incoming where read <> 'TAKEN'
      """;

  /** The counts by which the next statements are planned; none of them asks for notices. */
  private static final String COUNT_IDENTIFIED =
      "analyze found (seq, read, school_id, reference_folded, identity_key, ordinal, pass)";

  /** By now every row has its incident, which the counts taken before know nothing of. */
  private static final String COUNT_FOUND = "analyze found (seq, incident_id, outcome)";

  /**
   * A reference whose day, type and words all differ is another incident under the same number. One
   * that says none of them yet is filled in, but not by a second row of the same file, which would
   * make it another incident each time the file is sent. Where one of the two has a better day than
   * the other, such as the one it occurred on, both are compared by the day that both tell; the
   * wide facts are looked at for those alone.
   */
  private static final String BY_REFERENCE =
      """
      with candidate as (
        select i.seq, x.incident_id,
          case when x.day = i.day then 1 when x.day_from <> i.day_from then
            (select count(*)::int from incident o, incoming n
              where o.trust_id = %1$s and o.incident_id = x.incident_id and n.seq = i.seq
                and (%2$s = x.day or %3$s = i.day)) else 0 end as same_day,
          (x.type_key = i.type_key and i.type_key <> '')::int as same_type,
          (x.words_key = i.words_key and i.words_key <> '')::int as same_words,
          x.day is null and x.type_key = '' and x.words_key = '' as nothing_known,
          i.day is null and i.type_key = '' and i.words_key = '' as nothing_said
        from found f
        join incident_glance g on g.trust_id = %1$s and g.school_id = f.school_id
          and g.reference_folded = f.reference_folded
        join incident x on x.trust_id = %1$s and x.incident_id = g.incident_id
        join incoming i on i.seq = f.seq
        where f.pass = ?),
      best as (
        select distinct on (seq) seq, incident_id from candidate c
        where same_day + same_type + same_words > 0
          or (nothing_known and (nothing_said
            or not exists (select from found o where o.incident_id = c.incident_id)))
        order by seq, same_day + same_type + same_words desc, incident_id)
      update found f set incident_id = b.incident_id from best b where b.seq = f.seq
      """
          .formatted(
              TRUST,
              SayingDay.of("n.facts ->> x.day_from"),
              SayingDay.of("o.facts ->> i.day_from"));

  private static final String BY_IDENTITY =
      """
      update found f set incident_id = x.incident_id
      from incident x
      where f.pass = ? and f.outcome is null and f.identity_key is not null and x.trust_id = %s
        and x.reference is null
        and x.identity_key = f.identity_key and x.ordinal = f.ordinal
      """
          .formatted(TRUST);

  /**
   * Equal in all but one of type, words and people to exactly one incident nothing else matches; or
   * in all of them, where the incident was known by the day it was identified or reported on, and
   * the row tells that day, too. The same row on another sheet is no rival: it comes after, and
   * finds what this one left.
   */
  private static final String BY_LIKENESS =
      """
      with alike as (
        select f.seq, x.incident_id
        from found f
        join incoming i on i.seq = f.seq
        join incident_glance g on g.trust_id = %1$s and g.school_id = f.school_id
          and g.reference_folded is null and g.day is not distinct from i.day
        join incident x on x.trust_id = %1$s and x.incident_id = g.incident_id
        where f.pass = 1 and f.identity_key is not null and f.incident_id is null
          and (x.type_key = i.type_key)::int + (x.words_key = i.words_key)::int
            + (x.people_key = i.people_key)::int = 2
          and not exists (select from found o where o.incident_id = x.incident_id)
        union all
        select f.seq, x.incident_id
        from found f
        join incoming i on i.seq = f.seq
        cross join lateral (values ('identified', %2$s), ('reported', %3$s)) as told (day_from, day)
        join incident_glance g on g.trust_id = %1$s and g.school_id = f.school_id
          and g.reference_folded is null and g.day = told.day
        join incident x on x.trust_id = %1$s and x.incident_id = g.incident_id
        where f.pass = 1 and f.identity_key is not null and f.incident_id is null
          and (i.day_from, told.day_from) in (('occurred', 'identified'), ('occurred', 'reported'),
            ('identified', 'reported'))
          and x.day_from = told.day_from and x.type_key = i.type_key
          and x.words_key = i.words_key and x.people_key = i.people_key
          and i.type_key || i.words_key <> ''
          and exists (select from incident_glance where trust_id = %1$s
            and reference_folded is null)
          and not exists (select from found o where o.incident_id = x.incident_id)),
      single as (
        select seq, incident_id, count(*) over (partition by seq) as incidents,
          count(*) over (partition by incident_id) as rows
        from alike)
      update found f set incident_id = s.incident_id,
        notices = f.notices || '[{"code":"matched-by-likeness"}]'::jsonb
      from single s where s.seq = f.seq and s.incidents = 1 and s.rows = 1
      """
          .formatted(
              TRUST,
              SayingDay.of("i.facts ->> 'identified'"),
              SayingDay.of("i.facts ->> 'reported'"));

  private static final String SAME =
      """
      update found f set outcome = 'unchanged' from incident x, incoming i
      where f.pass = ? and x.trust_id = %s and x.incident_id = f.incident_id and i.seq = f.seq
        and ((x.facts - i.mapped) || i.facts) - '{school,school_urn}'::text[]
          = x.facts - '{school,school_urn}'::text[]
      """
          .formatted(TRUST);

  private static final String HISTORY =
      """
      insert into incident_history (trust_id, incident_id, facts, gaps, import_id, sheet, row,
        replaced_by_import, replaced_at, stood)
      select x.trust_id, x.incident_id, x.facts, x.gaps, x.import_id, x.sheet, x.row, ?, ?,
        jsonb_build_object('day', x.day, 'day_from', x.day_from, 'type_key', x.type_key,
          'words_key', x.words_key, 'people_key', x.people_key,
          'identity_key', x.identity_key, 'ordinal', x.ordinal)
      from found f join incident x on x.trust_id = %s and x.incident_id = f.incident_id
      where f.pass = ? and f.outcome is null
      """
          .formatted(TRUST);

  /** A row may have no column for the best of the three moments, which then stays. */
  private static final String CHANGE =
      """
      update incident x set
        facts = (x.facts - i.mapped) || i.facts, gaps = f.notices,
        import_id = ?, sheet = i.sheet, row = i.row,
        (day, day_from) = %2$s,
        type_key = case when 'reported_type' = any (i.mapped) then i.type_key else x.type_key end,
        words_key = case when 'description' = any (i.mapped) then i.words_key else x.words_key end,
        people_key = case when 'individuals' = any (i.mapped)
          then i.people_key else x.people_key end,
        identity_key = coalesce(f.identity_key, x.identity_key),
        ordinal = f.ordinal,
        stale_type = true, stale_score = true, stale_duties = true, open_duties = true
      from found f join incoming i on i.seq = f.seq
      where f.pass = ? and f.outcome is null and x.trust_id = %1$s
        and x.incident_id = f.incident_id
      """
          .formatted(TRUST, CountedDay.of("(x.facts - i.mapped) || i.facts", "?::date"));

  private static final String CHANGED =
      "update found set outcome = 'updated' where pass = ? and outcome is null"
          + " and incident_id is not null";

  private static final String REUSED =
      """
      update found f set
        notices = f.notices || '[{"code":"reference-used-again"}]'::jsonb
      where f.pass = ? and f.incident_id is null and f.reference_folded is not null
        and exists (select from incident_glance g where g.trust_id = %s
          and g.school_id = f.school_id and g.reference_folded = f.reference_folded)
      """
          .formatted(TRUST);

  /** Numbers follow the order of the file. */
  private static final String NUMBER_NEW =
      """
      with unknown as (
        select seq from found where pass = ? and incident_id is null order by seq),
      numbered as (
        select seq, nextval(pg_get_serial_sequence('incident', 'incident_id')) as incident_id
        from unknown)
      update found f set incident_id = n.incident_id,
        outcome = case when f.notices = '[]'::jsonb
          then 'imported' else 'imported-with-gaps' end
      from numbered n where n.seq = f.seq
      """;

  private static final String FIRST_NEW =
      "select coalesce(min(incident_id), 9223372036854775807) from found"
          + " where outcome in ('imported', 'imported-with-gaps')";

  private static final String ROWS =
      """
      insert into import_row (trust_id, import_id, sheet, row, outcome, incident_id, notices,
        shape)
      select %s, ?, sheet, row,
        coalesce(outcome, case read when 'RETURNED' then 'returned' else 'skipped' end),
        incident_id, notices, shape
      from found order by sheet, row
      """
          .formatted(TRUST);

  private final JdbcClient jdbc;
  private final NewIncidents incidents;

  Matching(JdbcClient jdbc, NewIncidents incidents) {
    this.jdbc = jdbc;
    this.incidents = incidents;
  }

  /**
   * Matches and writes every taken row, then puts each row of the file on record.
   *
   * @param doubted reads rows that were known and can not be taken as known beside the others, and
   *     says whether there were any: then all are identified anew
   */
  void run(long importId, Instant at, LocalDate today, BooleanSupplier doubted) {
    do {
      jdbc.sql("delete from found").update();
      jdbc.sql(COUNT_READ).update();
      jdbc.sql(NEW_SCHOOLS).param(importId).update();
      jdbc.sql(IDENTIFY).params(today.toString(), today.toString()).update();
    } while (doubted.getAsBoolean());
    jdbc.sql(NOT_TAKEN).update();
    jdbc.sql(COUNT_IDENTIFIED).update();
    int passes = jdbc.sql("select coalesce(max(pass), 0) from found").query(Integer.class).single();
    for (int pass = 1; pass <= passes; pass++) {
      pass(pass, importId, at, today);
    }
    jdbc.sql(COUNT_FOUND).update();
    new BesideTheFacts(jdbc).keep(importId, firstNew());
    jdbc.sql(ROWS).param(importId).update();
  }

  private void pass(int pass, long importId, Instant at, LocalDate today) {
    jdbc.sql(BY_REFERENCE).param(pass).update();
    jdbc.sql(BY_IDENTITY).param(pass).update();
    if (pass == 1) {
      jdbc.sql(BY_LIKENESS).update();
    }
    jdbc.sql(SAME).param(pass).update();
    jdbc.sql(HISTORY).params(importId, Timestamp.from(at), pass).update();
    jdbc.sql(CHANGE).params(importId, today.toString(), pass).update();
    jdbc.sql(CHANGED).param(pass).update();
    jdbc.sql(REUSED).param(pass).update();
    jdbc.sql(NUMBER_NEW).param(pass).update();
    incidents.store(pass, importId);
  }

  private long firstNew() {
    return jdbc.sql(FIRST_NEW).query(Long.class).single();
  }
}
