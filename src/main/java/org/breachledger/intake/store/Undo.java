package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes imports back by compensating entries: afterwards the register is as if they had never been
 * taken in, and what they did stays on record.
 *
 * <p>An incident they added goes away, unless a later import brought it too: then it stays with
 * what the later rows said of it, and they are its source from now on. A field they changed has the
 * value of before, unless a later row said the same. Reporters, extra columns, covered months and
 * schools that only they had named follow the same rule. Where a later import <em>changed</em> the
 * facts of such an incident, the later import must be taken back too.
 *
 * <p>One thing is not looked at again: which incident a later row speaks of. A row that was known
 * by its reference, its identity or likeness stays with that incident, even where without the
 * undone import it would have had too little in common with it, or more with another one.
 */
public final class Undo {

  private static final String LATER_CHANGES =
      """
      with touched as (%s)
      select h.replaced_by_import, string_agg(distinct
          coalesce(x.reference, 'incident ' || x.incident_id), chr(10)) as incidents
      from touched t
      join incident x on x.incident_id = t.incident_id
      join incident_history h on h.incident_id = t.incident_id and h.kind = 'changed'
        and h.replaced_by_import > t.since and h.replaced_by_import <> all (?::bigint[])
      join import_file f on f.import_id = h.replaced_by_import and f.status = 'imported'
      group by 1 order by 1 desc
      """
          .formatted(UndoneFacts.TOUCHED);

  /**
   * Decisions, actions, sign-offs and legal holds of people, recorded after the import touched the
   * incident.
   */
  private static final String RECORDED_SINCE =
      """
      with touched as (%s)
      select distinct coalesce(x.reference, 'incident ' || x.incident_id)
      from touched t
      join incident x on x.incident_id = t.incident_id
      join import_file f on f.import_id = t.since
      join (select incident_id, recorded_at from case_decision
        union all select incident_id, recorded_at from case_action
        union all select incident_id, recorded_at from case_review
        union all select i.incident_id, h.placed_at from legal_hold h
          join incident i on i.school_id = h.school_id
            and coalesce(h.incident_id, i.incident_id) = i.incident_id
          where not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)) c
        on c.incident_id = t.incident_id and c.recorded_at >= f.started_at
      order by 1
      """
          .formatted(UndoneFacts.TOUCHED);

  /** Under a hold that stands, whenever it was placed, and not brought by another import too. */
  private static final String HELD =
      """
      select distinct coalesce(x.reference, 'incident ' || x.incident_id)
      from incident x
      join legal_hold h on h.school_id = x.school_id
        and coalesce(h.incident_id, x.incident_id) = x.incident_id
      where x.first_import_id = any (?::bigint[])
        and not exists (select from legal_hold_lifted l where l.hold_id = h.hold_id)
        and not exists (
          select from import_row r join import_file f using (trust_id, import_id)
          where r.incident_id = x.incident_id and r.import_id <> all (?::bigint[])
            and f.status = 'imported')
      order by 1
      """;

  /** A person's newest word that is no withdrawal, given when the incident had these facts. */
  private static final String CONFIRMED =
      """
      with touched as (%s)
      select distinct coalesce(x.reference, 'incident ' || x.incident_id) as incident
      from touched t
      join incident x on x.incident_id = t.incident_id
      join lateral (
        select c.breach_type, c.import_id from type_confirmation c
        where c.incident_id = t.incident_id order by c.confirmation_id desc limit 1) c
        on c.breach_type is not null and c.import_id >= t.since
      order by 1
      """
          .formatted(UndoneFacts.TOUCHED);

  private static final String ROWS_WITHOUT_SHAPE =
      """
      select count(*) from import_row
      where import_id = any (?::bigint[]) and incident_id is not null and shape is null
      """;

  private static final String CLOSE =
      """
      update import_file set status = 'undone', undone_at = ?, undone_by = ?
      where import_id = any (?::bigint[])
      """;

  /** What they read is to be read again. */
  private static final String FORGET_PRINTS =
      "delete from row_print where import_id = any (?::bigint[])";

  private final JdbcClient jdbc;

  /** Call within one transaction that holds {@link IncidentRegister#waitForTurn}, once. */
  public Undo(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * An import on record.
   *
   * @param status imported, refused or undone
   * @param undoneAt null unless it was undone
   * @param undoneBy null unless it was undone
   */
  public record Target(String status, @Nullable Instant undoneAt, @Nullable String undoneBy) {}

  /** The import of that number; empty where the trust has none. */
  public Optional<Target> find(long importId) {
    return jdbc.sql("select status, undone_at, undone_by from import_file where import_id = ?")
        .param(importId)
        .query(
            (row, number) -> {
              Timestamp at = row.getTimestamp("undone_at");
              return new Target(
                  row.getString("status"),
                  at == null ? null : at.toInstant(),
                  row.getString("undone_by"));
            })
        .optional();
  }

  /** Whether enough is on record of an import to take it back exactly. */
  public boolean remembered(long importId) {
    return jdbc.sql(ROWS_WITHOUT_SHAPE).param(array(List.of(importId))).query(Long.class).single()
        == 0;
  }

  /**
   * The later imports that changed an incident which one of these added or changed, the newest
   * first, each with the references (else numbers) of these incidents.
   */
  public Map<Long, List<String>> laterChanges(Collection<Long> imports) {
    Map<Long, List<String>> later = new LinkedHashMap<>();
    String undone = array(imports);
    jdbc.sql(LATER_CHANGES)
        .params(undone, undone, undone)
        .query(
            row -> {
              later.put(
                  row.getLong("replaced_by_import"),
                  row.getString("incidents").lines().sorted().toList());
            });
    return later;
  }

  /**
   * The references (else numbers) of incidents which one of these added or changed and a person
   * recorded a decision, an action or a sign-off about since.
   */
  public List<String> recordedSince(Collection<Long> imports) {
    String undone = array(imports);
    return jdbc.sql(RECORDED_SINCE).params(undone, undone).query(String.class).list();
  }

  /**
   * The references (else numbers) of incidents under legal hold which taking these back would take
   * off the register. Where one stays as it was before, nothing of it is lost: the versions of now
   * are in the history, which the hold covers too.
   */
  public List<String> held(Collection<Long> imports) {
    String undone = array(imports);
    return jdbc.sql(HELD).params(undone, undone).query(String.class).list();
  }

  /**
   * The references (else numbers) of the incidents which one of these added or changed and whose
   * breach type a person confirmed afterwards: that must not be lost, so they stand in the way.
   */
  public List<String> confirmedSince(Collection<Long> imports) {
    String undone = array(imports);
    return jdbc.sql(CONFIRMED).params(undone, undone).query(String.class).list();
  }

  /**
   * What taking back one import did; an incident touched by several counts for the first of them.
   *
   * @param removed incidents taken away
   * @param restored incidents that have the facts of before again
   * @param kept incidents that stay because a later import brought them too
   * @param months months of a school that it does not cover any more
   */
  public record Undone(long importId, int removed, int restored, int kept, int months) {}

  /**
   * Takes imports back.
   *
   * @param imports closed under {@link #laterChanges}
   * @param by a sign-in name, or the program's door
   * @return one entry for each, the newest import first
   */
  public List<Undone> takeBack(Collection<Long> imports, String by, Instant at) {
    String undone = array(imports);
    UndoneFacts facts = new UndoneFacts(jdbc, undone);
    facts.rewind(at);
    new UndoneReporters(jdbc, undone).takeBack();
    new UndoneExtras(jdbc, undone).takeBack();
    facts.write(at);
    jdbc.sql(FORGET_PRINTS).param(undone).update();
    UndoneCoverage coverage = new UndoneCoverage(jdbc, undone);
    List<Undone> done = new ArrayList<>();
    for (long importId : imports.stream().sorted(Comparator.reverseOrder()).toList()) {
      done.add(
          new Undone(
              importId,
              facts.removed(importId),
              facts.restored(importId),
              facts.kept(importId),
              coverage.takeBack(importId)));
    }
    coverage.forgetSchools();
    jdbc.sql(CLOSE).params(Timestamp.from(at), by, undone).update();
    return done;
  }

  private static String array(Collection<Long> imports) {
    return imports.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
  }
}
