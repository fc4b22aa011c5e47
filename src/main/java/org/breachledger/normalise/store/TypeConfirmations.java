package org.breachledger.normalise.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.calendar.London;
import org.breachledger.incident.Facts;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.normalise.ConfirmedType;
import org.breachledger.normalise.TypeDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The breach types persons confirmed or corrected: only ever added to, the newest of an incident
 * holds. Call within a transaction.
 */
public final class TypeConfirmations {

  /**
   * What was known of an incident {@code i} when its type was confirmed by {@code c}, where an
   * import changed it since; a piece of SQL. Null where none did.
   */
  public static final String SEEN =
      """
      (select h.facts from incident_history h
        where i.import_id <> c.import_id and h.trust_id = i.trust_id
          and h.incident_id = i.incident_id and h.import_id = c.import_id
        order by h.history_id desc limit 1)""";

  private static final String STANDING =
      """
      select c.*, coalesce(%s, i.facts)::text as facts from (
        select distinct on (incident_id) incident_id, import_id, breach_type, sub_type,
          confirmed_at
        from type_confirmation where ?::bigint is null or incident_id = ?::bigint
        order by incident_id, confirmation_id desc) c
      join incident i on i.incident_id = c.incident_id
      where c.breach_type is not null
        and (?::date is null or i.stale_type or i.counted_anew_on <= ?::date)
      order by c.incident_id
      """
          .formatted(SEEN);

  private final JdbcClient jdbc;

  /** The confirmations of the trust at work. */
  public TypeConfirmations(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A confirmation that stands.
   *
   * @param day the London day on which a person gave it
   */
  public record Standing(ConfirmedType type, LocalDate day) {}

  /**
   * The confirmations of the incidents that are to be typed again, by incident.
   *
   * @param asOf the London day of the as-of: dates that lay ahead may have come
   */
  public Map<Long, Standing> ofThoseToType(LocalDate asOf) {
    Map<Long, Standing> standing = new HashMap<>();
    list(asOf, null).forEach(one -> standing.put(one.type().incident(), one));
    return standing;
  }

  /** All that stand, in the order of the incidents' numbers. */
  public List<Standing> list() {
    return list(null, null);
  }

  private List<Standing> list(@Nullable LocalDate asOf, @Nullable Long incident) {
    return jdbc.sql(STANDING)
        .param(incident)
        .param(incident)
        .param(asOf)
        .param(asOf)
        .query(TypeConfirmations::standing)
        .list();
  }

  private static Standing standing(ResultSet row, int number) throws SQLException {
    Facts facts = FactsJson.read(row.getString("facts"));
    return new Standing(
        ConfirmedType.of(
            row.getLong("incident_id"),
            facts,
            row.getString("breach_type"),
            row.getString("sub_type")),
        London.dayOf(row.getTimestamp("confirmed_at").toInstant()));
  }

  /**
   * The newest word on an incident.
   *
   * @param breachType null where an earlier confirmation was withdrawn
   * @param subType null where none was named
   */
  public record Word(@Nullable String breachType, @Nullable String subType) {}

  /** The newest word on an incident; empty where nobody ever said one. */
  public Optional<Word> find(long incident) {
    return jdbc.sql(
            """
            select breach_type, sub_type from type_confirmation
            where incident_id = ? order by confirmation_id desc limit 1
            """)
        .param(incident)
        .query((row, number) -> new Word(row.getString(1), row.getString(2)))
        .optional();
  }

  /** The confirmation of an incident that stands. */
  public Optional<Standing> standing(long incident) {
    return list(null, incident).stream().findFirst();
  }

  /**
   * Puts a person's word on record and lets the incident be typed again.
   *
   * @param said the type, or a withdrawal
   * @param ruled what the rules say of the incident
   * @param reason in the words of that person; null for none
   */
  public void add(
      long incident,
      Word said,
      TypeDecision ruled,
      @Nullable String reason,
      String by,
      Instant at) {
    jdbc.sql(
            """
            insert into type_confirmation (incident_id, import_id, breach_type, sub_type,
              ruled_type, ruled_sub_type, ruled_confidence, correction, reason,
              confirmed_by, confirmed_at)
            select incident_id, import_id, ?, ?, ?, ?, ?, ?, ?, ?, ?
            from incident where incident_id = ?
            """)
        .param(said.breachType())
        .param(said.subType())
        .param(ruled.breachType())
        .param(ruled.subType())
        .param(ruled.confidence().code())
        .param(isCorrection(said, ruled))
        .param(reason)
        .param(by)
        .param(Timestamp.from(at))
        .param(incident)
        .update();
    jdbc.sql("update incident set stale_type = true where incident_id = ?")
        .param(incident)
        .update();
  }

  /** Whether a word says something else than the rules; a part nobody named is nothing else. */
  public static boolean isCorrection(Word said, TypeDecision ruled) {
    String type = said.breachType();
    boolean otherPart = said.subType() != null && !said.subType().equals(ruled.subType());
    return type != null && (!type.equals(ruled.breachType()) || otherPart);
  }
}
