package org.breachledger.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back what some imports said in columns no field was found for; a later import that said the
 * same has said so from now on, column by column.
 */
final class UndoneExtras {

  /** Until now the first import's words were not on record apart from the incident. */
  private static final String FIRST_WORDS =
      """
      insert into extra_said (trust_id, incident_id, import_id, extra)
      select x.trust_id, x.incident_id, x.first_import_id, e.extra
      from undoing u
      join incident x on x.incident_id = u.incident_id
      join incident_extra e on e.incident_id = u.incident_id
      where u.added and not exists (select from extra_said s where s.incident_id = u.incident_id)
      """;

  /** For each column that is taken back, the first later import that had the same word in it. */
  private static final String SAID_LATER =
      """
      with lost as (
        select incident_id, min(import_id) as import_id from extra_said
        where import_id = any (?::bigint[]) group by incident_id),
      last_row as (
        select distinct on (r.incident_id, r.import_id) r.incident_id, r.import_id, s.extra
        from lost l
        join import_row r on r.incident_id = l.incident_id and r.import_id > l.import_id
          and r.import_id <> all (?::bigint[])
        join import_file f on f.import_id = r.import_id and f.status = 'imported'
        join row_shape s on s.import_id = r.import_id and s.shape = r.shape and s.extra <> '{}'
        order by r.incident_id, r.import_id, r.sheet desc, r.row desc),
      later as (
        select r.incident_id, r.import_id, k.heading
        from last_row r cross join unnest(r.extra) as k (heading)
        where not exists (select from extra_said o where o.incident_id = r.incident_id
          and o.import_id = r.import_id and jsonb_exists(o.extra, k.heading))),
      said as (
        select distinct on (t.incident_id, t.heading, b.import_id)
          t.incident_id, t.import_id, t.heading, b.word
        from later t
        cross join lateral (
          select s.import_id, s.extra -> t.heading as word from extra_said s
          join import_file f on f.import_id = s.import_id and f.status = 'imported'
          where s.incident_id = t.incident_id and s.import_id < t.import_id
            and jsonb_exists(s.extra, t.heading)
          order by s.import_id desc limit 1) b
        where b.import_id = any (?::bigint[])
        order by t.incident_id, t.heading, b.import_id, t.import_id)
      insert into extra_said (incident_id, import_id, extra)
      select incident_id, import_id, jsonb_object_agg(heading, word)
      from said group by incident_id, import_id
      on conflict (trust_id, incident_id, import_id) do update
        set extra = extra_said.extra || excluded.extra
      """;

  private static final String RESTORE =
      """
      with lost as (
        select distinct incident_id from extra_said where import_id = any (?::bigint[])),
      known as (
        select s.incident_id, jsonb_object_agg(e.key, e.value order by s.import_id) as extra
        from lost l
        join extra_said s on s.incident_id = l.incident_id and s.import_id <> all (?::bigint[])
        join import_file f on f.import_id = s.import_id and f.status = 'imported'
        cross join jsonb_each(s.extra) e
        group by s.incident_id),
      forgotten as (
        delete from incident_extra x using lost l
        where x.incident_id = l.incident_id
          and not exists (select from known k where k.incident_id = l.incident_id))
      update incident_extra x set extra = k.extra
      from known k where k.incident_id = x.incident_id
      """;

  private final JdbcClient jdbc;
  private final String undone;

  UndoneExtras(JdbcClient jdbc, String undone) {
    this.jdbc = jdbc;
    this.undone = undone;
  }

  /** Takes them back; call while the table {@code undoing} stands and the incidents still do. */
  void takeBack() {
    jdbc.sql(FIRST_WORDS).update();
    jdbc.sql(SAID_LATER).params(undone, undone, undone).update();
    jdbc.sql(RESTORE).params(undone, undone).update();
  }
}
