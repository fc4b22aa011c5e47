package org.breachledger.pipeline.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.breachledger.calendar.London;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.store.PastDecisions;
import org.breachledger.incident.Facts;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.normalise.ConfirmedType;
import org.breachledger.normalise.LearnedVersion;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeConfirmations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The record as it stood at a moment, out of its history. An incident that was taken away or merged
 * since is not in it; {@link #missing} counts those.
 */
final class PastRegister {

  private static final int FETCHED = 1000;

  private static final String INCIDENTS =
      """
      select i.incident_id, i.school_id, s.name as school,
        s.name_key <> '' as school_given, i.reference,
        coalesce((select h.facts from incident_history h
          where h.trust_id = i.trust_id and h.incident_id = i.incident_id
            and h.kind in ('changed', 'undone') and h.replaced_at > :at
          order by h.replaced_at, h.history_id limit 1), i.facts)::text as facts,
        c.breach_type, c.sub_type, c.confirmed_at,
        coalesce(%s, case when i.import_id = c.import_id then i.facts end)::text as seen
      from incident i
      join school s on s.school_id = i.school_id
      join import_file f on f.import_id = i.first_import_id
      left join lateral (
        select t.breach_type, t.sub_type, t.confirmed_at, t.import_id from type_confirmation t
        where t.trust_id = i.trust_id and t.incident_id = i.incident_id and t.confirmed_at <= :at
        order by t.confirmation_id desc limit 1) c on true
      where coalesce(f.finished_at, f.started_at) <= :at
      order by s.name, i.day, i.reference_key, i.incident_id
      """
          .formatted(TypeConfirmations.SEEN);

  private static final String MISSING =
      """
      select count(distinct h.incident_id) from incident_history h
      join import_file f on f.import_id = h.import_id
      where h.kind in ('removed', 'merged') and h.replaced_at > :at
        and coalesce(f.finished_at, f.started_at) <= :at
      """;

  private final JdbcClient jdbc;
  private final Instant at;
  private final Map<Long, Facts> recorded;

  /**
   * The record at a moment; call within a transaction.
   *
   * @param cases what a person's decision said of an incident then
   */
  PastRegister(JdbcClient jdbc, CaseRules cases, Instant at) {
    this.jdbc = jdbc;
    this.at = at;
    this.recorded = new PastDecisions(jdbc).facts(cases, at);
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

  private PastIncident incident(ResultSet row) throws SQLException {
    Facts facts =
        FactsJson.read(row.getString("facts"))
            .joined(recorded.getOrDefault(row.getLong("incident_id"), Facts.none()));
    String type = row.getString("breach_type");
    String seen = row.getString("seen");
    Facts words = seen == null ? facts : FactsJson.read(seen);
    ConfirmedType confirmed =
        type == null
            ? null
            : ConfirmedType.of(row.getLong("incident_id"), words, type, row.getString("sub_type"));
    return new PastIncident(
        row.getLong("incident_id"),
        row.getInt("school_id"),
        row.getString("school"),
        row.getBoolean("school_given"),
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
}
