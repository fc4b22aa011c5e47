package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes one incident of two that are the same, by the table {@code origin}: what the rows of all
 * imports said of either is told again, in their order, of the one that stays.
 */
final class IncidentMerge {

  private static final String UNTOLD =
      """
      create temp table undoing on commit drop as
      select x.incident_id, x.school_id, 0::bigint as since, true as added, false as standing,
        x.first_import_id, x.reference, null::jsonb as facts, null::jsonb as gaps,
        x.import_id, x.sheet, x.row, null::date as day, null::text as day_from,
        null::text as type_key, null::text as words_key, null::text as people_key,
        null::text as identity_key, x.ordinal
      from incident x where x.incident_id in (select incident_id from origin)
      """;

  private static final String RETIRE =
      "update incident_history set kind = 'merged' where kind = 'changed'"
          + " and incident_id in (select origin from origin)";

  private static final String HISTORY =
      """
      insert into incident_history (incident_id, facts, gaps, import_id, sheet, row,
        replaced_by_import, replaced_at, kind, stood)
      select x.incident_id, x.facts, x.gaps, x.import_id, x.sheet, x.row, x.import_id, ?, 'merged',
        to_jsonb(x) - '{facts,gaps}'::text[]
          || jsonb_build_object('merged_into', o.incident_id)
      from origin o join incident x on x.incident_id = o.origin where o.origin <> o.incident_id
      """;

  /** Each import's word, also where it only said again what was known. */
  private static final String REPORTERS =
      """
      insert into reporter_said (incident_id, import_id, reporter)
      select distinct on (o.incident_id, r.import_id) o.incident_id, r.import_id,
        coalesce(b.reporter, n.reporter)
      from origin o
      join import_row r on r.incident_id = o.origin
      join import_file f on f.import_id = r.import_id and f.status = 'imported'
      join row_shape s on s.import_id = r.import_id and s.shape = r.shape and s.reporter
      join incident_reporter n on n.incident_id = o.origin
      left join lateral (
        select w.reporter from reporter_said w
        join import_file g on g.import_id = w.import_id and g.status = 'imported'
        where w.incident_id = o.origin and w.import_id <= r.import_id
        order by w.import_id desc limit 1) b on true
      order by o.incident_id, r.import_id, r.sheet desc, r.row desc
      on conflict (trust_id, incident_id, import_id) do update set reporter = excluded.reporter
      """;

  private static final String EXTRAS =
      """
      with words as (
        select distinct on (o.incident_id, o.origin, r.import_id) o.incident_id, r.import_id,
          (select jsonb_object_agg(e.key, e.value order by e.import_id)
            from (
              select w.import_id, k.key, k.value from extra_said w
              join import_file g on g.import_id = w.import_id and g.status = 'imported'
              cross join jsonb_each(w.extra) k
              where w.incident_id = o.origin and w.import_id <= r.import_id
              union all
              select 0, k.key, k.value from jsonb_each(n.extra) k
              where not exists (select from extra_said w where w.incident_id = o.origin)) e
            where e.key = any (s.extra)) as extra, r.sheet, r.row
        from origin o
        join import_row r on r.incident_id = o.origin
        join import_file f on f.import_id = r.import_id and f.status = 'imported'
        join row_shape s on s.import_id = r.import_id and s.shape = r.shape and s.extra <> '{}'
        join incident_extra n on n.incident_id = o.origin
        order by o.incident_id, o.origin, r.import_id, r.sheet desc, r.row desc)
      insert into extra_said (incident_id, import_id, extra)
      select distinct on (incident_id, import_id) incident_id, import_id, extra
      from words where extra is not null
      order by incident_id, import_id, sheet desc, row desc
      on conflict (trust_id, incident_id, import_id) do update set extra = excluded.extra
      """;

  private static final List<String> LAST_WORDS =
      List.of(
          """
          insert into incident_reporter (incident_id, reporter)
          select distinct on (s.incident_id) s.incident_id, s.reporter
          from reporter_said s
          join import_file f on f.import_id = s.import_id and f.status = 'imported'
          where s.incident_id in (select incident_id from origin)
          order by s.incident_id, s.import_id desc
          on conflict (trust_id, incident_id) do update set reporter = excluded.reporter
          """,
          """
          insert into incident_extra (incident_id, extra)
          select s.incident_id, jsonb_object_agg(e.key, e.value order by s.import_id)
          from extra_said s
          join import_file f on f.import_id = s.import_id and f.status = 'imported'
          cross join jsonb_each(s.extra) e
          where s.incident_id in (select incident_id from origin)
          group by s.incident_id
          on conflict (trust_id, incident_id) do update set extra = excluded.extra
          """);

  private static final List<String> FOLLOW =
      List.of(
          """
          update import_row r set incident_id = o.incident_id
          from origin o where o.origin = r.incident_id and o.origin <> o.incident_id
          """,
          """
          update incident i set repeat_of = null, stale_score = true
          from origin o where o.origin = i.repeat_of and o.origin <> o.incident_id
          """,
          """
          insert into deadline_warning (incident_id, duty, stage, raised_at, due_at)
          select o.incident_id, w.duty, w.stage, w.raised_at, w.due_at
          from origin o join deadline_warning w on w.incident_id = o.origin
          on conflict do nothing
          """,
          """
          update signal s set incident_id = o.incident_id
          from origin o where o.origin = s.incident_id
          """,
          """
          insert into type_confirmation (incident_id, import_id, breach_type, sub_type, ruled_type,
            ruled_sub_type, ruled_confidence, correction, reason, confirmed_by, confirmed_at)
          select distinct on (o.incident_id) o.incident_id, c.import_id, c.breach_type, c.sub_type,
            c.ruled_type, c.ruled_sub_type, c.ruled_confidence, c.correction, c.reason,
            c.confirmed_by, c.confirmed_at
          from origin o join type_confirmation c on c.incident_id = o.origin
          where o.origin <> o.incident_id and not exists (select from type_confirmation d
            where d.incident_id = o.incident_id and d.confirmation_id > c.confirmation_id)
          order by o.incident_id, c.confirmation_id desc
          """,
          """
          update case_decision c set incident_id = o.incident_id
          from origin o where o.origin = c.incident_id and o.origin <> o.incident_id
          """,
          """
          update case_action c set incident_id = o.incident_id
          from origin o where o.origin = c.incident_id and o.origin <> o.incident_id
          """,
          """
          update case_review c set incident_id = o.incident_id
          from origin o where o.origin = c.incident_id and o.origin <> o.incident_id
          """,
          """
          update legal_hold h set incident_id = o.incident_id
          from origin o where o.origin = h.incident_id and o.origin <> o.incident_id
          """,
          """
          update retention_kept k set incident_id = o.incident_id
          from origin o where o.origin = k.incident_id and o.origin <> o.incident_id
          """,
          """
          update incident i set recorded_facts = x.recorded_facts || i.recorded_facts,
            stale_duties = true
          from origin o join incident x on x.incident_id = o.origin
          where i.incident_id = o.incident_id and o.origin <> o.incident_id
            and x.recorded_facts <> '{}'
          """,
          """
          delete from incident x using origin o
          where o.origin = x.incident_id and o.origin <> o.incident_id
          """);

  private static final String STALE =
      "update incident set stale_type = true where incident_id in (select incident_id from origin)";

  private final JdbcClient jdbc;

  IncidentMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Merges them and says how many went into another. */
  int merge(Timestamp at) {
    jdbc.sql(UNTOLD).update();
    jdbc.sql("create index on undoing (incident_id)").update();
    LaterRows rows = new LaterRows(jdbc);
    rows.gather("{}");
    jdbc.sql(RETIRE).update();
    rows.retell(at.toInstant());
    jdbc.sql(REPORTERS).update();
    jdbc.sql(EXTRAS).update();
    LAST_WORDS.forEach(sql -> jdbc.sql(sql).update());
    int merged = jdbc.sql(HISTORY).param(at).update();
    FOLLOW.forEach(sql -> jdbc.sql(sql).update());
    jdbc.sql(UndoneFacts.RESTORE).update();
    jdbc.sql(STALE).update();
    jdbc.sql("drop table undoing, retold, read_otherwise").update();
    return merged;
  }
}
