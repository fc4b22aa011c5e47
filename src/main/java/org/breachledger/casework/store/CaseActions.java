package org.breachledger.casework.store;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseAction;
import org.breachledger.incident.Moment;
import org.breachledger.incident.store.StoredFacts;
import org.breachledger.policy.PolicyProfile;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The actions of the trust at work, of sheets and recorded. Call within a transaction. */
public final class CaseActions {

  private static final String RECORDED =
      """
      select a.*, d.done from case_action a left join case_action_done d using (trust_id, action_id)
      where ?::bigint is null or a.incident_id = ?::bigint
      order by a.action_id
      """;

  private static final String INCIDENTS =
      """
      select i.incident_id, i.school_id, s.name as school, s.confirmed, i.reference,
        i.facts::text as facts, i.recorded_facts::text as recorded_facts
      from incident i join school s on s.school_id = i.school_id
      where i.facts -> 'actions' is not null or i.facts -> 'action_due' is not null
        or exists (select from case_action a where a.incident_id = i.incident_id)
      order by s.name, i.day, i.reference_key, i.incident_id
      """;

  private final JdbcClient jdbc;
  private final PolicyProfile profile;
  private final CaseNames names;

  private CaseActions(JdbcClient jdbc, PolicyProfile profile, CaseNames names) {
    this.jdbc = jdbc;
    this.profile = profile;
    this.names = names;
  }

  /** The actions under a policy profile, whose titles say what is a role. */
  public CaseActions(JdbcClient jdbc, PolicyProfile profile) {
    this(jdbc, profile, CaseNames.AS_WRITTEN);
  }

  /** The same actions with incidents and schools as papers call them. */
  public CaseActions forPapers() {
    return new CaseActions(jdbc, profile, CaseNames.PRINTED);
  }

  /** Every action, by school and day; that of an incident's sheet before the recorded ones. */
  public List<StoredAction> list() {
    Map<Long, List<CaseAction>> recorded = recorded(null);
    List<StoredAction> actions = new ArrayList<>();
    jdbc.sql(INCIDENTS)
        .query(
            row -> {
              CaseAction.ofSheet(
                      StoredFacts.joined(row.getString("facts"), row.getString("recorded_facts")),
                      profile)
                  .ifPresent(action -> actions.add(stored(row, action)));
              for (CaseAction action :
                  recorded.getOrDefault(row.getLong("incident_id"), List.of())) {
                actions.add(stored(row, action));
              }
            });
    return actions;
  }

  /** The recorded actions by incident. */
  Map<Long, List<CaseAction>> recorded(@Nullable Long only) {
    Map<Long, List<CaseAction>> actions = new HashMap<>();
    jdbc.sql(RECORDED)
        .param(only)
        .param(only)
        .query(
            row -> {
              actions
                  .computeIfAbsent(row.getLong("incident_id"), id -> new ArrayList<>())
                  .add(action(row));
            });
    return actions;
  }

  private StoredAction stored(ResultSet row, CaseAction action) {
    try {
      return new StoredAction(
          row.getLong("incident_id"),
          row.getInt("school_id"),
          names.school(row),
          names.reference(row),
          action);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static CaseAction action(ResultSet row) throws SQLException {
    Optional<String> role = Optional.ofNullable(row.getString("owner_role"));
    Optional<String> name = Optional.ofNullable(row.getString("owner_name"));
    return new CaseAction(
        Optional.of(row.getLong("action_id")),
        ActionKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        role.isEmpty() && name.isEmpty() ? Optional.empty() : Optional.of(new ByWhom(role, name)),
        Optional.ofNullable(row.getDate("due")).map(Date::toLocalDate),
        Optional.ofNullable(row.getString("done")).map(Moment::parse));
  }
}
