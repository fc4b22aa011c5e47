package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breachledger.intake.KnownMapping;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Mapping;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How the columns of earlier imports were read where the tables alone did not say it: what a person
 * stated and what was guessed, by headings and sender. Next month's file with the same headings is
 * read the same way, also where its few rows could not tell any more.
 */
public final class RememberedMappings {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, String>> FIELDS =
      new TypeReference<>() {};

  private static final String NEWEST =
      """
      select distinct on (m.fingerprint, m.came_by) m.fingerprint, m.came_by, m.mapping::text as said
      from remembered_mapping m
      join import_file f on f.trust_id = m.trust_id and f.import_id = m.import_id
      where m.sender = ? and f.status = 'imported'
      order by m.fingerprint, m.came_by, m.import_id desc
      """;

  private static final String REMEMBER =
      """
      insert into remembered_mapping (import_id, fingerprint, came_by, sender, mapping, remembered_at)
      values (?, ?, ?, ?, ?::jsonb, ?)
      on conflict (trust_id, import_id, fingerprint, came_by)
        do update set mapping = remembered_mapping.mapping || excluded.mapping
      """;

  private final JdbcClient jdbc;

  /** Call within a transaction. */
  public RememberedMappings(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What is known of a sender's headings, by {@link LogSheet#fingerprint()}: the newest of each,
   * those of imports that were undone left out.
   *
   * @param sender empty for files of which no sender is known
   */
  public Map<String, KnownMapping> of(String sender) {
    Map<String, KnownMapping> known = new HashMap<>();
    jdbc.sql(NEWEST)
        .param(sender)
        .query(
            row -> {
              known.merge(
                  row.getString("fingerprint"),
                  known(row.getString("came_by"), mapping(row.getString("said"))),
                  RememberedMappings::both);
            });
    return known;
  }

  private static KnownMapping known(String cameBy, Mapping mapping) {
    return cameBy.equals("stated")
        ? new KnownMapping(mapping, Mapping.none())
        : new KnownMapping(Mapping.none(), mapping);
  }

  private static KnownMapping both(KnownMapping one, KnownMapping two) {
    return new KnownMapping(
        one.stated().isEmpty() ? two.stated() : one.stated(),
        one.guessed().isEmpty() ? two.guessed() : one.guessed());
  }

  /** A field that a later release knows no more is forgotten. */
  private static Mapping mapping(String json) {
    Map<String, String> said = JSON.readValue(json, FIELDS);
    said.values().removeIf(code -> !Mapping.knows(code));
    return new Mapping(said);
  }

  /** Remembers how the sheets of an import that goes in were read. */
  public void remember(long importId, String sender, LogSummary summary, Instant at) {
    for (LogSheet sheet : summary.sheets()) {
      remember(importId, sheet.fingerprint(), "stated", sender, sheet.decided().stated(), at);
      remember(importId, sheet.fingerprint(), "guessed", sender, sheet.decided().guessed(), at);
    }
  }

  private void remember(
      long importId, String print, String cameBy, String sender, Mapping mapping, Instant at) {
    if (!mapping.isEmpty()) {
      jdbc.sql(REMEMBER)
          .params(importId, print, cameBy, sender)
          .param(JSON.writeValueAsString(mapping.fields()))
          .param(Timestamp.from(at))
          .update();
    }
  }
}
