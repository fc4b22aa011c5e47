package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
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

  /** Where each sheet was read: rows without a school are kept under "no school given". */
  private static final String NEW_SCHOOLS =
      """
      insert into school (trust_id, name, name_key, urn, first_import_id)
      select distinct on (i.school_key) %1$s, coalesce(i.school_name, 'no school given'),
        i.school_key, i.urn, ?
      from incoming i
      where i.read = 'TAKEN'
        and not exists (select from school s where s.trust_id = %1$s
          and (s.name_key = i.school_key or (i.urn is not null and s.urn = i.urn)))
        and not exists (select from school_alias a where a.trust_id = %1$s
          and a.alias_key = i.school_key)
      order by i.school_key, i.seq
      on conflict do nothing
      """
          .formatted(TRUST);

  private static final String FIND_SCHOOLS =
      """
      update incoming i set school_id = coalesce(
        (select s.school_id from school s where s.trust_id = %1$s and i.urn is not null
          and s.urn = i.urn order by s.school_id limit 1),
        (select s.school_id from school s where s.trust_id = %1$s and s.name_key = i.school_key),
        (select a.school_id from school_alias a where a.trust_id = %1$s
          and a.alias_key = i.school_key))
      where i.read = 'TAKEN'
      """
          .formatted(TRUST);

  /** An unknown name becomes a school to confirm, and a gap, never a lost row. */
  private static final String TO_CONFIRM =
      """
      update incoming i set notices = i.notices || jsonb_build_array(jsonb_build_object(
        'code', 'school-to-confirm', 'column', '', 'read', coalesce(i.school_name, ''),
        'expected', 'a school of the trust, by URN, name or alias',
        'toDo', 'Confirm the school, or correct its name'))
      from school s
      where s.trust_id = %1$s and s.school_id = i.school_id and not s.confirmed
        and i.school_key <> ''
      """
          .formatted(TRUST);

  /** What lies after the as-of has not happened yet: a slip of the pen, to be told. */
  private static final String IN_FUTURE =
      """
      update incoming set notices = notices || jsonb_build_array(jsonb_build_object(
        'code', 'date-after-as-of', 'column', written_from, 'read', written_day::text,
        'expected', 'a day up to ' || ?, 'toDo', 'Correct the date'))
      where read = 'TAKEN' and written_day > ?::date
      """;

  private static final String IDENTIFY =
      """
      with keyed as (
        select seq, sheet, school_id, reference, case when reference is null
            then md5(concat_ws('|', school_id, coalesce(written_day::text, ''), type_key,
              words_key, people_key)) end as key
        from incoming where read = 'TAKEN'),
      numbered as (
        select *, case when reference is null
          then row_number() over (partition by sheet, key order by seq) else 1 end as nth
        from keyed),
      passed as (
        select *, row_number() over (
          partition by school_id, lower(reference), key, nth order by seq) as pass
        from numbered)
      update incoming i set identity_key = p.key, ordinal = p.nth, pass = p.pass
      from passed p where p.seq = i.seq
      """;

  /** A reference whose day, type and words all differ is another incident under the same number. */
  private static final String BY_REFERENCE =
      """
      with candidate as (
        select i.seq, x.incident_id,
          (x.day = i.day)::int as same_day,
          (x.type_key = i.type_key and i.type_key <> '')::int as same_type,
          (x.words_key = i.words_key and i.words_key <> '')::int as same_words,
          x.day is null and i.day is null and x.type_key = '' and i.type_key = ''
            and x.words_key = '' and i.words_key = '' as nothing_said
        from incoming i
        join incident x on x.trust_id = %s and x.school_id = i.school_id
          and lower(x.reference) = lower(i.reference)
        where i.pass = ?),
      best as (
        select distinct on (seq) seq, incident_id from candidate
        where coalesce(same_day, 0) + same_type + same_words > 0 or nothing_said
        order by seq, coalesce(same_day, 0) + same_type + same_words desc, incident_id)
      update incoming i set incident_id = b.incident_id from best b where b.seq = i.seq
      """
          .formatted(TRUST);

  private static final String BY_IDENTITY =
      """
      update incoming i set incident_id = x.incident_id
      from incident x
      where i.pass = ? and i.reference is null and x.trust_id = %s and x.reference is null
        and x.identity_key = i.identity_key and x.ordinal = i.ordinal
      """
          .formatted(TRUST);

  /**
   * Equal in all but one of type, words and people to exactly one incident nothing else matches.
   */
  private static final String BY_LIKENESS =
      """
      with alike as (
        select i.seq, x.incident_id
        from incoming i
        join incident x on x.trust_id = %s and x.school_id = i.school_id and x.reference is null
          and x.day is not distinct from i.day
        where i.read = 'TAKEN' and i.reference is null and i.incident_id is null
          and (x.type_key = i.type_key)::int + (x.words_key = i.words_key)::int
            + (x.people_key = i.people_key)::int = 2
          and not exists (select from incoming o where o.incident_id = x.incident_id)),
      single as (
        select seq, incident_id, count(*) over (partition by seq) as incidents,
          count(*) over (partition by incident_id) as rows
        from alike)
      update incoming i set incident_id = s.incident_id,
        notices = i.notices || '[{"code":"matched-by-likeness"}]'::jsonb
      from single s where s.seq = i.seq and s.incidents = 1 and s.rows = 1
      """
          .formatted(TRUST);

  private static final String SAME =
      """
      update incoming i set outcome = 'unchanged' from incident x
      where i.pass = ? and x.trust_id = %s and x.incident_id = i.incident_id
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
      from incoming i join incident x on x.trust_id = %s and x.incident_id = i.incident_id
      where i.pass = ? and i.outcome is null
      """
          .formatted(TRUST);

  private static final String CHANGE =
      """
      update incident x set
        facts = (x.facts - i.mapped) || i.facts, gaps = i.notices,
        import_id = ?, sheet = i.sheet, row = i.row,
        day = coalesce(i.day, x.day), day_from = coalesce(i.day_from, x.day_from),
        type_key = case when 'reported_type' = any (i.mapped) then i.type_key else x.type_key end,
        words_key = case when 'description' = any (i.mapped) then i.words_key else x.words_key end,
        people_key = case when 'individuals' = any (i.mapped)
          then i.people_key else x.people_key end,
        identity_key = coalesce(i.identity_key, x.identity_key),
        ordinal = i.ordinal,
        stale_type = true, stale_score = true, stale_duties = true, open_duties = true
      from incoming i
      where i.pass = ? and i.outcome is null and x.trust_id = %s
        and x.incident_id = i.incident_id
      """
          .formatted(TRUST);

  private static final String CHANGED =
      "update incoming set outcome = 'updated' where pass = ? and outcome is null"
          + " and incident_id is not null";

  private static final String REUSED =
      """
      update incoming i set
        notices = i.notices || '[{"code":"reference-used-again"}]'::jsonb
      where i.pass = ? and i.incident_id is null and i.reference is not null
        and exists (select from incident x where x.trust_id = %s
          and x.school_id = i.school_id and lower(x.reference) = lower(i.reference))
      """
          .formatted(TRUST);

  /** Numbers follow the order of the file. */
  private static final String NUMBER_NEW =
      """
      with unknown as (
        select seq from incoming where pass = ? and incident_id is null order by seq),
      numbered as (
        select seq, nextval(pg_get_serial_sequence('incident', 'incident_id')) as incident_id
        from unknown)
      update incoming i set incident_id = n.incident_id,
        outcome = case when i.notices = '[]'::jsonb
          then 'imported' else 'imported-with-gaps' end
      from numbered n where n.seq = i.seq
      """;

  private static final String ROWS =
      """
      insert into import_row (trust_id, import_id, sheet, row, outcome, incident_id, notices,
        shape)
      select %s, ?, sheet, row,
        coalesce(outcome, case read when 'RETURNED' then 'returned' else 'skipped' end),
        incident_id, notices, shape
      from incoming
      """
          .formatted(TRUST);

  private final JdbcClient jdbc;
  private final NewIncidents incidents;

  Matching(JdbcClient jdbc, NewIncidents incidents) {
    this.jdbc = jdbc;
    this.incidents = incidents;
  }

  /** Matches and writes every taken row, then puts each row of the file on record. */
  void run(long importId, Instant at, LocalDate today) {
    jdbc.sql(NEW_SCHOOLS).param(importId).update();
    jdbc.sql(FIND_SCHOOLS).update();
    jdbc.sql(TO_CONFIRM).update();
    jdbc.sql(IN_FUTURE).params(today.toString(), today.toString()).update();
    jdbc.sql(IDENTIFY).update();
    jdbc.sql("analyze incoming").update();
    int passes =
        jdbc.sql("select coalesce(max(pass), 0) from incoming").query(Integer.class).single();
    for (int pass = 1; pass <= passes; pass++) {
      pass(pass, importId, at);
    }
    // By now every row has its incident, which the counts taken above know nothing of.
    jdbc.sql("analyze incoming").update();
    new BesideTheFacts(jdbc).keep(importId);
    jdbc.sql(ROWS).param(importId).update();
  }

  private void pass(int pass, long importId, Instant at) {
    jdbc.sql(BY_REFERENCE).param(pass).update();
    jdbc.sql(BY_IDENTITY).param(pass).update();
    if (pass == 1) {
      jdbc.sql(BY_LIKENESS).update();
    }
    jdbc.sql(SAME).param(pass).update();
    jdbc.sql(HISTORY).params(importId, Timestamp.from(at), pass).update();
    jdbc.sql(CHANGE).params(importId, pass).update();
    jdbc.sql(CHANGED).param(pass).update();
    jdbc.sql(REUSED).param(pass).update();
    jdbc.sql(NUMBER_NEW).param(pass).update();
    incidents.store(pass, importId);
  }
}
