package org.breachledger.casework.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.Decision;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Moment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people had put on record by a moment. Call within a transaction. */
public final class PastDecisions {

  private static final String DECISIONS =
      CaseRecords.DECIDED
          + """
      where d.recorded_at <= ?
      order by d.decision_id
      """;

  private static final String SIGNED =
      """
      select distinct on (incident_id) incident_id, signed from case_review
      where recorded_at <= ?
      order by incident_id, review_id
      """;

  private final JdbcClient jdbc;

  /** The decisions of the trust at work. */
  public PastDecisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The fields each incident with a decision or review had of them, by its number. */
  public Map<Long, Facts> facts(CaseRules rules, Instant at) {
    Map<Long, List<Decision>> decisions = decisions(at);
    Map<Long, Moment> signed = signed(at);
    Set<Long> incidents = new HashSet<>(decisions.keySet());
    incidents.addAll(signed.keySet());
    Map<Long, Facts> facts = new HashMap<>();
    for (Long id : incidents) {
      facts.put(
          id,
          rules.recorded(
              decisions.getOrDefault(id, List.of()), Optional.ofNullable(signed.get(id))));
    }
    return facts;
  }

  private Map<Long, List<Decision>> decisions(Instant at) {
    Map<Long, List<Decision>> decisions = new HashMap<>();
    jdbc.sql(DECISIONS)
        .param(Timestamp.from(at))
        .query(
            row -> {
              decisions
                  .computeIfAbsent(row.getLong("incident_id"), id -> new ArrayList<>())
                  .add(CaseRecords.decision(row));
            });
    return decisions;
  }

  private Map<Long, Moment> signed(Instant at) {
    Map<Long, Moment> signed = new HashMap<>();
    jdbc.sql(SIGNED)
        .param(Timestamp.from(at))
        .query(
            row -> {
              signed.put(row.getLong("incident_id"), Moment.parse(row.getString("signed")));
            });
    return signed;
  }
}
