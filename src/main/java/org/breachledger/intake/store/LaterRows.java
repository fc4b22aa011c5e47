package org.breachledger.intake.store;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.json.FactsJson;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells again, in their order, what rows said that are on record: as matching would have taken them
 * in, had the incidents stood as they do in the table {@code undoing}.
 *
 * <p>Rows are not kept; but after each the incident had what the row said, as far as the row had a
 * column for it. Table {@code origin} names the incident a row was known to speak of then.
 *
 * <p>The sheets of a file count in the order they were read in, which need not be that of their
 * tabs: of one log at several dates the newest is read last.
 */
final class LaterRows {

  /** Imports of which a later sheet was read before an earlier one, each with its sheets. */
  private static final String READ_OTHERWISE =
      """
      create temp table read_otherwise on commit drop as
      with read as (
        select f.import_id, (e ->> 'position')::int as sheet, n::int as place
        from import_file f, jsonb_array_elements(f.sheets) with ordinality x (e, n)
        where f.status = 'imported' and jsonb_exists(e, 'position')
          and jsonb_array_length(f.sheets) > 1)
      select * from read where import_id in (
        select a.import_id from read a
        join read b on b.import_id = a.import_id and b.place = a.place + 1 and b.sheet < a.sheet)
      """;

  /** What a row said is what was known right after it: the newest facts up to its place. */
  private static final String RETOLD =
      """
      create temp table retold on commit drop as
      select o.incident_id, r.import_id, r.sheet, r.row, w.place, r.notices, c.fields, t.ordinal,
        row_number() over (partition by r.import_id, o.incident_id order by w.place, r.row) as pass,
        t.facts - array(select jsonb_object_keys(t.facts - c.fields)) as said,
        jsonb_exists_any(t.facts - c.fields, '{occurred,identified,reported}')
          or t.day_from is distinct from case when jsonb_exists(t.facts, 'occurred')
            then 'occurred' when jsonb_exists(t.facts, 'identified') then 'identified'
            when jsonb_exists(t.facts, 'reported') then 'reported' end as other_day,
        t.day as written_day,
        (f.as_of at time zone 'Europe/London')::date as today,
        case when 'reported_type' = any (c.fields) then t.type_key else '' end as type_key,
        case when 'description' = any (c.fields) then t.words_key else '' end as words_key,
        case when 'individuals' = any (c.fields) then t.people_key else '' end as people_key,
        null::text as identity_key
      from undoing u
      join origin o on o.incident_id = u.incident_id
      join import_row r on r.incident_id = o.origin and r.import_id > u.since
        and r.import_id <> all (?::bigint[])
      join import_file f on f.import_id = r.import_id and f.status = 'imported'
      join incident x on x.incident_id = o.origin
      left join row_shape s on s.import_id = r.import_id and s.shape = r.shape
      cross join lateral (select %s as place) w
      left join lateral (
        select h.facts, h.stood from incident_history h
        join import_file b on b.import_id = h.replaced_by_import and b.status = 'imported'
        where h.incident_id = o.origin and h.kind = 'changed'
          and (h.import_id, %s, h.row) <= (r.import_id, w.place, r.row)
          and (x.import_id, %s, x.row) > (r.import_id, w.place, r.row)
        order by h.import_id desc, %s desc, h.row desc limit 1) h on true
      cross join lateral (
        select coalesce(h.facts, x.facts) as facts,
          case when h.stood is null then x.day else (h.stood ->> 'day')::date end as day,
          case when h.stood is null then x.day_from else h.stood ->> 'day_from' end as day_from,
          coalesce(h.stood ->> 'type_key', x.type_key) as type_key,
          coalesce(h.stood ->> 'words_key', x.words_key) as words_key,
          coalesce(h.stood ->> 'people_key', x.people_key) as people_key,
          coalesce((h.stood ->> 'ordinal')::int, x.ordinal) as ordinal) t
      cross join lateral (
        select coalesce(s.fields, array(select jsonb_object_keys(t.facts))) as fields) c
      """
          .formatted(place("r"), place("h"), place("x"), place("h"));

  private static final String OTHER_DAY =
      "select ctid::text as place, said::text as said from retold where other_day";

  private static final String IDENTIFY =
      """
      update retold r set identity_key = md5(concat_ws('|', u.school_id,
        coalesce(r.written_day::text, ''), r.type_key, r.words_key, r.people_key))
      from undoing u where u.incident_id = r.incident_id and r.said ->> 'reference' is null
      """;

  /** A row that brings an incident anew finds its reference used by those that came before. */
  private static final String REUSED =
      """
      update retold r set notices = r.notices || '[{"code":"reference-used-again"}]'
      from undoing u
      where u.incident_id = r.incident_id and u.added
        and not exists (select from retold p where p.incident_id = r.incident_id
          and (p.import_id, p.place, p.row) < (r.import_id, r.place, r.row))
        and exists (
          select from incident o left join undoing v on v.incident_id = o.incident_id
          where o.school_id = u.school_id and lower(o.reference) = lower(r.said ->> 'reference')
            and o.incident_id <> u.incident_id
            and case when v.added
              then exists (select from retold q where q.incident_id = o.incident_id
                and (q.import_id, q.place, q.row) < (r.import_id, r.place, r.row))
              else exists (select from import_row q where q.incident_id = o.incident_id
                and q.import_id = o.first_import_id
                and (q.import_id, %s, q.row) < (r.import_id, r.place, r.row)) end)
      """
          .formatted(place("q"));

  private static final String TELLS_ANEW =
      """
      u.incident_id = r.incident_id and r.import_id = ? and r.pass = ?
        and (not u.standing or ((u.facts - r.fields) || r.said) - '{school,school_urn}'::text[]
          <> u.facts - '{school,school_urn}'::text[])
      """;

  private static final String HISTORY =
      """
      insert into incident_history (incident_id, facts, gaps, import_id, sheet, row,
        replaced_by_import, replaced_at, stood)
      select u.incident_id, u.facts, u.gaps, u.import_id, u.sheet, u.row, r.import_id, ?,
        jsonb_build_object('day', u.day, 'day_from', u.day_from, 'type_key', u.type_key,
          'words_key', u.words_key, 'people_key', u.people_key,
          'identity_key', u.identity_key, 'ordinal', u.ordinal)
      from undoing u, retold r where u.standing and %s
      """
          .formatted(TELLS_ANEW);

  private static final String RETELL =
      """
      update undoing u set
        standing = true,
        first_import_id = case when u.standing then u.first_import_id else r.import_id end,
        reference = case when u.standing then u.reference else r.said ->> 'reference' end,
        facts = case when u.standing then (u.facts - r.fields) || r.said else r.said end,
        gaps = r.notices || case when u.standing and u.identity_key <> r.identity_key
          then '[{"code":"matched-by-likeness"}]' else '[]' end::jsonb,
        import_id = r.import_id, sheet = r.sheet, row = r.row,
        (day, day_from) = %2$s,
        type_key = case when u.standing and 'reported_type' <> all (r.fields)
          then u.type_key else r.type_key end,
        words_key = case when u.standing and 'description' <> all (r.fields)
          then u.words_key else r.words_key end,
        people_key = case when u.standing and 'individuals' <> all (r.fields)
          then u.people_key else r.people_key end,
        identity_key = coalesce(r.identity_key, u.identity_key),
        ordinal = r.ordinal
      from retold r where %1$s
      """
          .formatted(
              TELLS_ANEW,
              CountedDay.of(
                  "case when u.standing then (u.facts - r.fields) || r.said else r.said end",
                  "r.today"));

  private final JdbcClient jdbc;

  LaterRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The place of a row's sheet among those of its file, as they were read; a piece of SQL. */
  private static String place(String row) {
    return """
        coalesce((select w.place from read_otherwise w
          where w.import_id = %1$s.import_id and w.sheet = %1$s.sheet), %1$s.sheet)"""
        .formatted(row);
  }

  private record Step(long importId, int pass) {}

  private record Said(String place, String said) {}

  /**
   * Finds out what they said.
   *
   * @param without the imports whose rows are not told again, as an array
   */
  void gather(String without) {
    jdbc.sql(READ_OTHERWISE).update();
    jdbc.sql("create index on read_otherwise (import_id, sheet)").update();
    jdbc.sql(RETOLD).param(without).update();
    jdbc.sql(OTHER_DAY).query(Said.class).list().forEach(this::count);
    jdbc.sql(IDENTIFY).update();
    jdbc.sql("create index on retold (import_id, pass)").update();
    jdbc.sql("create index on retold (incident_id)").update();
    jdbc.sql("analyze retold").update();
    jdbc.sql(REUSED).update();
  }

  /**
   * Tells them again.
   *
   * @param at when, for the history
   */
  void retell(Instant at) {
    jdbc.sql("select distinct import_id, pass from retold order by import_id, pass")
        .query(Step.class)
        .list()
        .forEach(step -> retell(step, Timestamp.from(at)));
  }

  private void retell(Step step, Timestamp at) {
    jdbc.sql(HISTORY).params(at, step.importId, step.pass).update();
    jdbc.sql(RETELL).params(step.importId, step.pass).update();
  }

  /** Without a column for the first of the three moments, or with a slip in it, another is told. */
  private void count(Said row) {
    CountingDay written = CountingDay.find(FactsJson.read(row.said)).orElse(null);
    jdbc.sql("update retold set written_day = ? where ctid = ?::tid")
        .param(written == null ? null : Date.valueOf(written.day()))
        .param(row.place)
        .update();
  }
}
