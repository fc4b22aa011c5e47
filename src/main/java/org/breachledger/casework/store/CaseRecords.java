package org.breachledger.casework.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CountedIncident;
import org.breachledger.casework.Decision;
import org.breachledger.incident.BreachType;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;
import org.breachledger.incident.RowRef;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.policy.PolicyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The cases of the trust at work: three readings for all of them together. Call within a
 * transaction.
 */
public final class CaseRecords {

  private static final int AT_ONCE = 1000;

  private static final String CASES =
      """
      select i.incident_id, i.school_id, s.name as school, s.confirmed, i.reference, i.reference_key, i.day,
        i.registered_at, i.counted_as, i.facts::text as facts,
        i.recorded_facts::text as recorded_facts, i.read_status, i.read_direction, i.breach_type,
        i.category_level, i.score, i.import_id, i.sheet, i.row, i.needs_review
      from incident i join school s on s.school_id = i.school_id
      where ?::bigint is null or i.incident_id = ?::bigint
      order by s.name, i.day, i.reference_key, i.incident_id
      """;

  /** Decisions with what belongs to some of them only. */
  static final String DECIDED =
      """
      select d.*, c.lesson, s.facts::text as facts from case_decision d
      left join case_closure c using (trust_id, decision_id)
      left join case_score s using (trust_id, decision_id)
      """;

  private static final String DECISIONS =
      DECIDED
          + """
      where ?::bigint is null or d.incident_id = ?::bigint
      order by d.decision_id
      """;

  private final JdbcClient jdbc;
  private final PolicyProfile profile;
  private final CaseNames names;

  private CaseRecords(JdbcClient jdbc, PolicyProfile profile, CaseNames names) {
    this.jdbc = jdbc;
    this.profile = profile;
    this.names = names;
  }

  /** The cases under a policy profile, whose titles say what is a role. */
  public CaseRecords(JdbcClient jdbc, PolicyProfile profile) {
    this(jdbc, profile, CaseNames.AS_WRITTEN);
  }

  /** The same cases and schools as papers call them. */
  public CaseRecords forPapers() {
    return new CaseRecords(jdbc, profile, CaseNames.PRINTED);
  }

  /** Hands every case on: by school, then by day. */
  public void each(Consumer<StoredCase> reader) {
    read(null, reader);
  }

  /** The case of an incident; empty where the trust has none of that number. */
  public Optional<StoredCase> find(long incidentId) {
    List<StoredCase> found = new ArrayList<>();
    read(incidentId, found::add);
    return found.stream().findFirst();
  }

  /** The decisions about one incident, in the order they were recorded. */
  List<Decision> decisions(long incidentId) {
    return decisionsOf(incidentId).getOrDefault(incidentId, List.of());
  }

  /** One case, or all. */
  void read(@Nullable Long only, Consumer<StoredCase> reader) {
    Map<Long, List<Decision>> decisions = decisionsOf(only);
    Map<Long, List<CaseAction>> actions = new CaseActions(jdbc, profile).recorded(only);
    jdbc.sql(CASES)
        .param(only)
        .param(only)
        .withFetchSize(AT_ONCE)
        .query(
            row -> {
              long id = row.getLong("incident_id");
              reader.accept(
                  stored(
                      row,
                      decisions.getOrDefault(id, List.of()),
                      actions.getOrDefault(id, List.of())));
            });
  }

  private Map<Long, List<Decision>> decisionsOf(@Nullable Long only) {
    Map<Long, List<Decision>> decisions = new HashMap<>();
    jdbc.sql(DECISIONS)
        .param(only)
        .param(only)
        .query(
            row -> {
              decisions
                  .computeIfAbsent(row.getLong("incident_id"), id -> new ArrayList<>())
                  .add(decision(row));
            });
    return decisions;
  }

  static Decision decision(ResultSet row) throws SQLException {
    return new Decision(
        row.getString("subject"),
        row.getString("outcome"),
        Moment.parse(row.getString("decided")),
        new ByWhom(
            Optional.ofNullable(row.getString("by_role")),
            Optional.ofNullable(row.getString("by_name"))),
        Optional.ofNullable(row.getString("why")),
        Optional.ofNullable(row.getString("delay")),
        Optional.ofNullable(row.getString("lesson")),
        Optional.ofNullable(row.getString("facts")).map(FactsJson::read).orElse(Facts.none()));
  }

  private StoredCase stored(ResultSet row, List<Decision> decisions, List<CaseAction> actions)
      throws SQLException {
    Facts facts = StoredFacts.of(row);
    CaseFile file =
        new CaseFile(
            row.getLong("incident_id"),
            names.school(row),
            names.reference(row),
            facts,
            Optional.ofNullable(row.getObject("category_level", Integer.class)),
            Optional.ofNullable(row.getObject("score", Integer.class)),
            Optional.ofNullable(row.getString("breach_type")),
            decisions,
            Stream.concat(CaseAction.ofSheet(facts, profile).stream(), actions.stream()).toList());
    return new StoredCase(
        file,
        row.getInt("school_id"),
        place(row, file),
        row.getString("counted_as").equals("incident"),
        new RowRef(row.getLong("import_id"), row.getInt("sheet"), row.getInt("row")),
        row.getBoolean("needs_review"));
  }

  private static Optional<CountedIncident> place(ResultSet row, CaseFile file) throws SQLException {
    Date day = row.getDate("day");
    Timestamp registered = row.getTimestamp("registered_at");
    return day == null
        ? Optional.empty()
        : Optional.of(
            new CountedIncident(
                file.id(),
                row.getInt("school_id"),
                file.breachType().orElse(BreachType.UNTYPED),
                day.toLocalDate(),
                Optional.ofNullable(registered).map(Timestamp::toInstant),
                row.getString("reference_key"),
                file.reference()));
  }
}
