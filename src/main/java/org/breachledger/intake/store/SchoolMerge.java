package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Brings together what lies under two names of one school: as if the second name had been known
 * before its first row came in.
 *
 * <p>Incidents, covered months, nil returns, aliases, alerts, accounts and signals move. An
 * incident that lies under both names, by the reference or the identity a row is known by, is one:
 * what was said of it under either name is told again in the order of the imports, so that the
 * newest word counts and no word is lost; the second record stays in the history as merged. Rows
 * without a reference that stand on one sheet are two incidents, as equal rows of one sheet always
 * are.
 */
public final class SchoolMerge {

  /** Gaps without the one that asks to confirm the school; a piece of SQL. */
  static final String SETTLED =
      """
      coalesce((select jsonb_agg(g.gap order by g.place)
        from jsonb_array_elements(%s) with ordinality as g (gap, place)
        where g.gap ->> 'code' <> 'school-to-confirm'), '[]')""";

  /** The tables that name a school beside its incidents, and may name it as often as they like. */
  static final List<String> MOVED =
      List.of("school_alias", "signal", "retention_setting", "legal_hold");

  /**
   * Nothing is kept for a shorter time because two names are one school: where the setting that
   * would hold for both is shorter than what held for either, the longer is set anew. Where one of
   * them had no period at all, that of the other holds.
   */
  private static final String LONGER_RETENTION =
      """
      with setting as (
        select *, length * case unit when 'years' then 12 else 1 end as months
        from retention_setting where school_id in (0, :from, :into)),
      held as (
        select (select s.setting_id from setting s where s.school_id in (0, o.school_id)
          order by s.school_id = 0, s.setting_id desc limit 1) as setting_id
        from (values (:from), (:into)) as o (school_id)),
      longest as (
        select s.* from held join setting s using (setting_id) order by s.months desc limit 1),
      newest as (
        select * from setting where school_id <> 0 order by setting_id desc limit 1)
      insert into retention_setting (school_id, length, unit, by_role, set_at)
      select :into, l.length, l.unit, l.by_role, cast(:at as timestamptz)
      from longest l join newest n on n.months < l.months
      returning length, unit
      """;

  private static final String BOTH =
      """
      create temp table origin on commit drop as
      with moving as (select * from incident where school_id = :from),
      alike as (
        select m.incident_id as moved, s.incident_id as stays,
          case when s.day = m.day then 1
            when s.day_from <> m.day_from and (%1$s = s.day or %2$s = m.day) then 1 else 0 end
            + (s.type_key = m.type_key and m.type_key <> '')::int
            + (s.words_key = m.words_key and m.words_key <> '')::int as same,
          case when %3$s and %4$s then true when %3$s then %5$s when %4$s then %6$s
            else false end as filled_in
        from moving m
        join incident s on s.school_id = :into and lower(s.reference) = lower(m.reference)),
      ranked as (
        select moved, stays,
          row_number() over (partition by moved order by same desc, stays) as best_stays,
          row_number() over (partition by stays order by same desc, moved) as best_moved
        from alike where same > 0 or filled_in),
      twins as (
        select moved, stays from ranked where best_stays = 1 and best_moved = 1
        union all
        select m.incident_id, s.incident_id
        from moving m
        join incident s on s.school_id = :into and s.reference is null and m.reference is null
          and s.day is not distinct from m.day and s.type_key = m.type_key
          and s.words_key = m.words_key and s.people_key = m.people_key and s.ordinal = m.ordinal
        where not exists (
          select from import_row a join import_row b using (import_id, sheet)
          where a.incident_id = m.incident_id and b.incident_id = s.incident_id))
      select moved as origin, stays as incident_id from twins
      union all
      select stays, stays from twins
      """
          .formatted(
              SayingDay.of("m.facts ->> s.day_from"),
              SayingDay.of("s.facts ->> m.day_from"),
              silent("s"),
              silent("m"),
              filledIn("s", "m"),
              filledIn("m", "s"));

  private static final String MOVE =
      """
      with moving as (
        select i.incident_id, row_number() over (
            partition by i.day, i.type_key, i.words_key, i.people_key
            order by i.ordinal, i.incident_id) as nth,
          (select d from unnest(array[left(i.facts ->> 'occurred', 10),
              left(i.facts ->> 'identified', 10), left(i.facts ->> 'reported', 10)]) d
            where md5(concat_ws('|', :from, d, i.type_key, i.words_key, i.people_key))
              = i.identity_key limit 1) as written_day
        from incident i
        where i.school_id = :from and i.incident_id not in (select origin from origin))
      update incident x set
        school_id = :into,
        identity_key = case
          when x.identity_key = redacted_identity(cast(:from as text), x.day::text, x.people_key,
            x.incident_id::text)
          then redacted_identity(cast(:into as text), x.day::text, x.people_key,
            x.incident_id::text)
          when x.reference is null then md5(concat_ws('|', :into,
            coalesce(m.written_day, x.day::text, ''), x.type_key, x.words_key, x.people_key)) end,
        ordinal = coalesce((select max(s.ordinal) + m.nth from incident s
          where s.school_id = :into and x.reference is null and s.reference is null
            and s.day is not distinct from x.day and s.type_key = x.type_key
            and s.words_key = x.words_key and s.people_key = x.people_key), x.ordinal),
        gaps = %s || case when exists (select from incident s where s.school_id = :into
            and lower(s.reference) = lower(x.reference))
          and not x.gaps @> '[{"code":"reference-used-again"}]'
          then '[{"code":"reference-used-again"}]' else '[]' end::jsonb,
        stale_type = true, stale_score = true, stale_duties = true, open_duties = true
      from moving m where m.incident_id = x.incident_id
      """
          .formatted(SETTLED.formatted("x.gaps"));

  private static final String MOVE_HISTORY =
      """
      update incident_history h set stood = jsonb_set(h.stood, '{identity_key}',
        to_jsonb(md5(concat_ws('|', :into, coalesce(h.stood ->> 'day', ''),
          h.stood ->> 'type_key', h.stood ->> 'words_key', h.stood ->> 'people_key'))))
      from incident x
      where x.incident_id = h.incident_id and x.school_id = :into and h.kind = 'changed'
        and h.stood ->> 'identity_key' = md5(concat_ws('|', :from, coalesce(h.stood ->> 'day', ''),
          h.stood ->> 'type_key', h.stood ->> 'words_key', h.stood ->> 'people_key'))
      """;

  /** What was taken off the register, or merged into another, is of that school now too. */
  private static final String MOVE_FORMER =
      """
      update incident_history h set stood = h.stood
        || jsonb_build_object('school_id', cast(:into as int))
        || case
          when h.stood ->> 'identity_key' is null then '{}'
          when h.stood ->> 'identity_key' = redacted_identity(cast(:from as text),
            h.stood ->> 'day', h.stood ->> 'people_key', h.incident_id::text)
          then jsonb_build_object('identity_key', redacted_identity(cast(:into as text),
            h.stood ->> 'day', h.stood ->> 'people_key', h.incident_id::text))
          else jsonb_build_object('identity_key',
            md5(concat_ws('|', cast(:into as int), coalesce(h.stood ->> 'day', ''),
              h.stood ->> 'type_key', h.stood ->> 'words_key', h.stood ->> 'people_key'))) end
      where h.kind in ('removed', 'merged') and h.stood ->> 'school_id' = cast(:from as text)
      """;

  private static final List<String> MONTHS =
      List.of(
          """
          insert into coverage (import_id, school_id, month)
          select import_id, :into, month from coverage where school_id = :from
          on conflict do nothing
          """,
          "delete from coverage where school_id = :from",
          """
          insert into nil_return (school_id, month, recorded_at, recorded_by)
          select :into, month, recorded_at, recorded_by from nil_return where school_id = :from
          on conflict do nothing
          """,
          "delete from nil_return where school_id = :from",
          "update school_merged set into_id = :into where into_id = :from",
          "insert into school_merged (school_id, into_id) values (:from, :into)");

  /** Where both names had an alert for the same type and anchor, both stay. */
  private static final List<String> PAPERS =
      List.of(
          """
          update alert a set school_id = :into, merged_school_id = case when exists (
              select from alert o where o.school_id = :into and o.breach_type = a.breach_type
                and o.anchor = a.anchor) then :from end
          where a.school_id = :from
          """,
          "update report_paper set school_id = :into where school_id = :from");

  private static final String SCHOOL = " set school_id = :into where school_id = :from";

  /** An account that sees another school from now on: its sessions end. */
  private static final String ACCOUNTS =
      """
      with moved as (
        update user_account set school_id = :into, stamp = stamp + 1 where school_id = :from
        returning user_id, role)
      select user_id as id, role from moved order by user_id
      """;

  private final JdbcClient jdbc;

  /** Call within a transaction that holds {@link IncidentRegister#waitForTurn}. */
  public SchoolMerge(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What a merge did.
   *
   * @param from the school's number that is used no more
   * @param into the school's number that stays
   * @param moved incidents that lay under the other name only
   * @param same incidents that lay under both names and are one now
   * @param retention the period that was set anew; null where that of the school that stays holds
   * @param accounts that are of the school that stays now; their sessions have ended
   */
  public record Merged(
      int from,
      int into,
      int moved,
      int same,
      @Nullable Retention retention,
      List<MovedAccount> accounts) {

    /** Copies. */
    public Merged {
      accounts = List.copyOf(accounts);
    }
  }

  /**
   * An account that moved.
   *
   * @param role its code
   */
  public record MovedAccount(long id, String role) {}

  /**
   * How long incidents of the school are kept.
   *
   * @param unit as {@code retention_setting} calls it
   */
  public record Retention(int length, String unit) {}

  private static String silent(String incident) {
    return "(%1$s.day is null and %1$s.type_key = '' and %1$s.words_key = '')".formatted(incident);
  }

  /** As a later import would have filled it in, but no second row of a file; a piece of SQL. */
  private static String filledIn(String silent, String other) {
    return """
        (%1$s.first_import_id < %2$s.first_import_id and not exists (
          select from import_row r where r.import_id = %2$s.first_import_id
            and r.incident_id = %1$s.incident_id))"""
        .formatted(silent, other);
  }

  /** Brings what lies under one school to another, and forgets the first. */
  public Merged merge(int from, int into, Instant at) {
    run(BOTH, from, into);
    int moved = run(MOVE, from, into);
    run(MOVE_HISTORY, from, into);
    run(MOVE_FORMER, from, into);
    int same = new IncidentMerge(jdbc).merge(Timestamp.from(at));
    MONTHS.forEach(sql -> run(sql, from, into));
    Retention retention =
        jdbc.sql(LONGER_RETENTION)
            .param("from", from)
            .param("into", into)
            .param("at", Timestamp.from(at))
            .query((row, number) -> new Retention(row.getInt("length"), row.getString("unit")))
            .optional()
            .orElse(null);
    List<MovedAccount> accounts =
        jdbc.sql(ACCOUNTS).param("from", from).param("into", into).query(MovedAccount.class).list();
    MOVED.forEach(table -> run("update " + table + SCHOOL, from, into));
    PAPERS.forEach(sql -> run(sql, from, into));
    run("delete from school where school_id = :from", from, into);
    jdbc.sql("drop table origin").update();
    return new Merged(from, into, moved, same, retention, accounts);
  }

  private int run(String sql, int from, int into) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    if (sql.contains(":from")) {
      statement = statement.param("from", from);
    }
    return (sql.contains(":into") ? statement.param("into", into) : statement).update();
  }
}
