package org.breachledger.intake.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back whom some imports named as reporters; a later import that named the same person has
 * said so from now on.
 *
 * <p>Who said what stays on record, apart from the incidents; what an undone import said does not
 * count.
 */
final class UndoneReporters {

  /** Until now the first import's word was not on record apart from the incident. */
  private static final String FIRST_WORDS =
      """
      insert into reporter_said (trust_id, incident_id, import_id, reporter)
      select x.trust_id, x.incident_id, x.first_import_id, r.reporter
      from undoing u
      join incident x on x.incident_id = u.incident_id
      join incident_reporter r on r.incident_id = u.incident_id
      where u.added
        and not exists (select from reporter_said s where s.incident_id = u.incident_id)
      """;

  /** For each word that is taken back, the first later import that said the same. */
  private static final String SAID_LATER =
      """
      with lost as (
        select incident_id, min(import_id) as import_id from reporter_said
        where import_id = any (?::bigint[]) group by incident_id),
      later as (
        select distinct r.incident_id, r.import_id
        from lost l
        join import_row r on r.incident_id = l.incident_id and r.import_id > l.import_id
          and r.import_id <> all (?::bigint[])
        join import_file f on f.import_id = r.import_id and f.status = 'imported'
        join row_shape s on s.import_id = r.import_id and s.shape = r.shape and s.reporter
        where not exists (select from reporter_said o
          where o.incident_id = r.incident_id and o.import_id = r.import_id))
      insert into reporter_said (incident_id, import_id, reporter)
      select distinct on (t.incident_id, b.import_id) t.incident_id, t.import_id, b.reporter
      from later t
      cross join lateral (
        select s.import_id, s.reporter from reporter_said s
        join import_file f on f.import_id = s.import_id and f.status = 'imported'
        where s.incident_id = t.incident_id and s.import_id < t.import_id
        order by s.import_id desc limit 1) b
      where b.import_id = any (?::bigint[])
      order by t.incident_id, b.import_id, t.import_id
      """;

  private static final String RESTORE =
      """
      with lost as (
        select distinct incident_id from reporter_said where import_id = any (?::bigint[])),
      known as (
        select distinct on (s.incident_id) s.incident_id, s.reporter
        from lost l
        join reporter_said s on s.incident_id = l.incident_id
          and s.import_id <> all (?::bigint[])
        join import_file f on f.import_id = s.import_id and f.status = 'imported'
        order by s.incident_id, s.import_id desc),
      forgotten as (
        delete from incident_reporter r using lost l
        where r.incident_id = l.incident_id
          and not exists (select from known k where k.incident_id = l.incident_id))
      update incident_reporter r set reporter = k.reporter
      from known k where k.incident_id = r.incident_id
      """;

  private final JdbcClient jdbc;
  private final String undone;

  UndoneReporters(JdbcClient jdbc, String undone) {
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
