package org.breachledger.policy.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.breachledger.incident.Sha256;
import org.breachledger.policy.PolicySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps the tables in force word for word, so that a result of long ago can be replayed under the
 * profile then in force. Call within a transaction.
 */
public final class KeptTables {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The folders whose tables decide a result. */
  private static final List<String> FOLDERS =
      List.of(
          "policies",
          "normalise",
          "severity",
          "deadline",
          "recurrence",
          "calendars",
          "casework",
          "alerting");

  private final JdbcClient jdbc;

  /** The tables of the trust at work. */
  public KeptTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A set of tables that was in force.
   *
   * @param policy the name of the profile
   * @param tables a source that knows exactly these tables
   */
  public record InForce(int rulesId, String policy, PolicySource tables) {}

  /** Keeps what is in force and gives its number; the same tables have the same number. */
  public int keep(PolicySource tables, String policy, Instant at) {
    Map<String, String> names = new TreeMap<>();
    for (String folder : FOLDERS) {
      for (String name : tables.list(folder, "")) {
        tables.find(name).ifPresent(body -> names.put(name, keep(body)));
      }
    }
    String json = JSON.writeValueAsString(names);
    String sha256 = Sha256.of(policy + "\n" + json);
    jdbc.sql(
            """
            insert into rules_set (sha256, policy, tables, first_used_at) values (?, ?, ?::jsonb, ?)
            on conflict (trust_id, sha256) do nothing
            """)
        .params(sha256, policy, json, Timestamp.from(at))
        .update();
    return jdbc.sql("select rules_id from rules_set where sha256 = ?")
        .param(sha256)
        .query(Integer.class)
        .single();
  }

  private String keep(String body) {
    String sha256 = Sha256.of(body);
    jdbc.sql("insert into rules_text (sha256, body) values (?, ?) on conflict do nothing")
        .params(sha256, body)
        .update();
    return sha256;
  }

  /** A set by its number; empty where there is none. */
  public Optional<InForce> find(int rulesId) {
    return jdbc.sql("select policy, tables::text as tables from rules_set where rules_id = ?")
        .param(rulesId)
        .query(
            (row, number) ->
                new InForce(
                    rulesId,
                    row.getString("policy"),
                    new KeptSource(bodies(row.getString("tables")))))
        .optional();
  }

  private Map<String, String> bodies(String tables) {
    Map<String, String> bodies = new TreeMap<>();
    JSON.readValue(tables, new TypeReference<Map<String, String>>() {})
        .forEach(
            (name, sha256) ->
                bodies.put(
                    name,
                    jdbc.sql("select body from rules_text where sha256 = ?")
                        .param(sha256)
                        .query(String.class)
                        .single()));
    return bodies;
  }

  /** The hash of some folders' tables under a policy: another hash is another judgement. */
  public static String hashOf(PolicySource tables, String policy, List<String> folders) {
    StringBuilder all = new StringBuilder(policy);
    for (String folder : folders) {
      for (String name : tables.list(folder, "")) {
        all.append('\n').append(name).append('\n').append(tables.find(name).orElse(""));
      }
    }
    return Sha256.of(all.toString());
  }
}
