package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes back what some imports did to the facts of incidents: first each is as before the first of
 * them, then what {@link LaterRows} said is told again, then the register follows.
 *
 * <p>An incident that stays is assessed again only where its facts are others now; one that cited a
 * removed incident as its repeat is scored again.
 */
final class UndoneFacts {

  /** The incidents these imports added or changed, and the first of the imports to touch each. */
  static final String TOUCHED =
      """
      select incident_id, first_import_id as since, true as added
      from incident where first_import_id = any (?::bigint[])
      union all
      select incident_id, min(replaced_by_import), false
      from incident_history
      where kind = 'changed' and replaced_by_import = any (?::bigint[])
      group by incident_id
      """;

  private static final String REWIND =
      """
      create temp table undoing on commit drop as
      with touched as (%s),
      first as (
        select incident_id, min(since) as since, bool_or(added) as added
        from touched group by incident_id)
      select x.incident_id, x.school_id, f.since, f.added, not f.added as standing,
        x.first_import_id, x.reference, h.facts, h.gaps, h.import_id, h.sheet, h.row,
        (h.stood ->> 'day')::date as day, h.stood ->> 'day_from' as day_from,
        h.stood ->> 'type_key' as type_key, h.stood ->> 'words_key' as words_key,
        h.stood ->> 'people_key' as people_key, h.stood ->> 'identity_key' as identity_key,
        coalesce((h.stood ->> 'ordinal')::int, x.ordinal) as ordinal
      from first f
      join incident x on x.incident_id = f.incident_id
      left join lateral (
        select * from incident_history c
        where c.incident_id = x.incident_id and c.kind = 'changed'
          and c.replaced_by_import = any (?::bigint[])
        order by c.replaced_by_import, c.history_id limit 1) h on not f.added
      """
          .formatted(TOUCHED);

  private static final String ORIGIN =
      """
      create temp table origin on commit drop as
      select incident_id as origin, incident_id from undoing
      """;

  /** What was there stays on record: the whole of it where it goes away. */
  private static final String HISTORY =
      """
      insert into incident_history (incident_id, facts, gaps, import_id, sheet, row,
        replaced_by_import, replaced_at, kind, stood)
      select x.incident_id, x.facts, x.gaps, x.import_id, x.sheet, x.row, u.since, ?,
        case when u.standing then 'undone' else 'removed' end,
        to_jsonb(x) - '{facts,gaps}'::text[]
      from undoing u join incident x on x.incident_id = u.incident_id
      where not u.standing or u.facts <> x.facts
      """;

  private static final String CITING =
      """
      update incident i set stale_score = true
      from undoing u where u.incident_id = i.repeat_of and not u.standing
      """;

  private static final String REMOVE =
      "delete from incident x using undoing u"
          + " where u.incident_id = x.incident_id and not u.standing";

  static final String RESTORE =
      """
      update incident x set
        facts = u.facts, import_id = u.import_id, sheet = u.sheet, row = u.row,
        gaps = case when s.confirmed then %s else u.gaps end,
        first_import_id = u.first_import_id, reference = u.reference,
        day = u.day, day_from = u.day_from, type_key = u.type_key, words_key = u.words_key,
        people_key = u.people_key, identity_key = u.identity_key, ordinal = u.ordinal,
        stale_type = x.stale_type or u.facts <> x.facts or u.day is distinct from x.day,
        stale_score = x.stale_score or u.facts <> x.facts,
        stale_duties = x.stale_duties or u.facts <> x.facts,
        open_duties = x.open_duties or u.facts <> x.facts
      from undoing u join school s on s.school_id = u.school_id
      where u.incident_id = x.incident_id and u.standing
      """
          .formatted(SchoolMerge.SETTLED.formatted("u.gaps"));

  private static final String COUNT =
      "select count(*) from undoing where since = ? and standing = ? and added = ?";

  private final JdbcClient jdbc;
  private final String undone;

  /**
   * What these imports did.
   *
   * @param undone their numbers, as an array
   */
  UndoneFacts(JdbcClient jdbc, String undone) {
    this.jdbc = jdbc;
    this.undone = undone;
  }

  /** Works out, in a table of its own, how the incidents they touched are to stand. */
  void rewind(Instant at) {
    jdbc.sql(REWIND).params(undone, undone, undone).update();
    jdbc.sql("create index on undoing (incident_id)").update();
    jdbc.sql("analyze undoing").update();
    jdbc.sql(ORIGIN).update();
    LaterRows later = new LaterRows(jdbc);
    later.gather(undone);
    later.retell(at);
  }

  /** Has the register follow. */
  void write(Instant at) {
    jdbc.sql(HISTORY).param(Timestamp.from(at)).update();
    jdbc.sql(CITING).update();
    jdbc.sql(REMOVE).update();
    jdbc.sql(RESTORE).update();
  }

  /** How many incidents went away that this import was the first to touch. */
  int removed(long importId) {
    return count(importId, false, true);
  }

  /** How many incidents of before it changed. */
  int restored(long importId) {
    return count(importId, true, false);
  }

  /** How many of the incidents it added stay. */
  int kept(long importId) {
    return count(importId, true, true);
  }

  private int count(long importId, boolean standing, boolean added) {
    return jdbc.sql(COUNT).params(importId, standing, added).query(Integer.class).single();
  }
}
