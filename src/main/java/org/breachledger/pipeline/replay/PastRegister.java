package org.breachledger.pipeline.replay;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.breachledger.calendar.London;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.normalise.ConfirmedType;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.recurrence.ComparedSchool;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record as it stood at a moment, out of its history. An incident that was taken away or merged
 * since is not in it; {@link #missing} counts those.
 */
final class PastRegister {

  private static final int FETCHED = 1000;

  private static final String INCIDENTS =
      """
      select i.incident_id, i.school_id, s.name as school, i.reference,
        coalesce((select h.facts from incident_history h
          where h.trust_id = i.trust_id and h.incident_id = i.incident_id
            and h.kind in ('changed', 'undone') and h.replaced_at > :at
          order by h.replaced_at, h.history_id limit 1), i.facts)::text as facts,
        c.breach_type, c.sub_type, c.confirmed_at
      from incident i
      join school s on s.school_id = i.school_id
      join import_file f on f.import_id = i.first_import_id
      left join lateral (
        select t.breach_type, t.sub_type, t.confirmed_at from type_confirmation t
        where t.trust_id = i.trust_id and t.incident_id = i.incident_id and t.confirmed_at <= :at
        order by t.confirmation_id desc limit 1) c on true
      where coalesce(f.finished_at, f.started_at) <= :at
      order by s.name, i.day, i.reference_key, i.incident_id
      """;

  private static final String SUBMITTED =
      """
      select c.school_id, c.month from coverage c join import_file f on f.import_id = c.import_id
        where coalesce(f.finished_at, f.started_at) <= :at
      union
      select u.school_id, u.month from undone_coverage u
        join import_file f on f.import_id = u.import_id
        where coalesce(f.finished_at, f.started_at) <= :at and f.undone_at > :at
      union
      select school_id, month from nil_return where recorded_at <= :at
      """;

  private static final String MISSING =
      """
      select count(distinct h.incident_id) from incident_history h
      join import_file f on f.import_id = h.import_id
      where h.kind in ('removed', 'merged') and h.replaced_at > :at
        and coalesce(f.finished_at, f.started_at) <= :at
      """;

  private final JdbcClient jdbc;
  private final Instant at;

  /** The record at a moment; call within a transaction. */
  PastRegister(JdbcClient jdbc, Instant at) {
    this.jdbc = jdbc;
    this.at = at;
  }

  /** Visits every incident then on record by school, day and reference. */
  void each(Consumer<PastIncident> visitor) {
    jdbc.sql(INCIDENTS)
        .param("at", Timestamp.from(at))
        .withFetchSize(FETCHED)
        .query(
            row -> {
              visitor.accept(incident(row));
            });
  }

  private static PastIncident incident(ResultSet row) throws SQLException {
    Facts facts = FactsJson.read(row.getString("facts"));
    String type = row.getString("breach_type");
    ConfirmedType confirmed =
        type == null
            ? null
            : new ConfirmedType(
                row.getLong("incident_id"),
                facts.findText(Field.REPORTED_TYPE).orElse(null),
                facts.findText(Field.DESCRIPTION).orElse(null),
                type,
                row.getString("sub_type"));
    return new PastIncident(
        row.getLong("incident_id"),
        row.getInt("school_id"),
        row.getString("school"),
        row.getString("reference"),
        facts,
        confirmed,
        confirmed == null ? null : London.dayOf(row.getTimestamp("confirmed_at").toInstant()));
  }

  /** How many incidents were on record then and have been taken away or merged since. */
  int missing() {
    return jdbc.sql(MISSING).param("at", Timestamp.from(at)).query(Integer.class).single();
  }

  /**
   * The learned types that were switched on; empty where none were, or where they were forgotten.
   */
  Optional<LearnedVersion> learned() {
    return jdbc.sql(
            "select version from learned_types_switch where switched_at <= :at"
                + " order by switch_id desc limit 1")
        .param("at", Timestamp.from(at))
        .query((row, number) -> Optional.ofNullable(row.getObject(1, Integer.class)))
        .optional()
        .flatMap(version -> version)
        .flatMap(version -> new LearnedVersions(jdbc).load(version));
  }

  /**
   * The schools known in either half with the months they had submitted.
   *
   * @param counted the schools that had an incident in either half
   */
  List<ComparedSchool> schools(Windows windows, Set<Integer> counted) {
    Map<Integer, Set<YearMonth>> months = new HashMap<>();
    jdbc.sql(SUBMITTED)
        .param("at", Timestamp.from(at))
        .query(
            row -> {
              Date month = row.getDate("month");
              months
                  .computeIfAbsent(row.getInt("school_id"), school -> new HashSet<>())
                  .add(YearMonth.from(month.toLocalDate()));
            });
    Set<YearMonth> everywhere = months.getOrDefault(0, Set.of());
    return jdbc
        .sql("select school_id, name, confirmed from school order by name, school_id")
        .query(
            (row, number) -> {
              int school = row.getInt("school_id");
              Set<YearMonth> submitted = new HashSet<>(everywhere);
              submitted.addAll(months.getOrDefault(school, Set.of()));
              boolean known =
                  row.getBoolean("confirmed")
                      || counted.contains(school)
                      || months.getOrDefault(school, Set.of()).stream()
                          .anyMatch(windows.months()::contains);
              return known
                  ? Optional.of(new ComparedSchool(school, row.getString("name"), submitted))
                  : Optional.<ComparedSchool>empty();
            })
        .list()
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
