package org.breachledger.normalise.batch;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.breachledger.incident.CountingDay;
import org.breachledger.normalise.CountedFacts;
import org.breachledger.normalise.TypeDecision;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * Stores types with their evidence, and what the comparison and the search for repeats count by.
 */
public class TypeWriter implements ItemWriter<TypedIncident> {

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private static final String SQL =
      """
      update incident set breach_type = :type, sub_type = :sub, type_confidence = :confidence,
        type_evidence = :evidence, needs_review = :review, read_status = :status,
        read_direction = :direction, counted_as = :counted, day = :day, day_from = :from,
        repeat_from = :repeat_from, registered_at = :registered, reference_key = :reference,
        stale_type = false, stale_score = true, stale_duties = true
      where incident_id = :id and import_id = :import
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final LocalDate asOf;

  /**
   * Writes within the transaction of the chunk.
   *
   * @param asOf the London day of the as-of: what lies after it has not happened yet
   */
  public TypeWriter(NamedParameterJdbcTemplate jdbc, LocalDate asOf) {
    this.jdbc = jdbc;
    this.asOf = asOf;
  }

  @Override
  public void write(Chunk<? extends TypedIncident> chunk) {
    jdbc.batchUpdate(
        SQL, chunk.getItems().stream().map(this::row).toArray(MapSqlParameterSource[]::new));
  }

  private MapSqlParameterSource row(TypedIncident typed) {
    TypeDecision decision = typed.decision();
    CountedFacts counted = CountedFacts.of(typed.incident().facts(), decision, asOf);
    Optional<CountingDay> day = counted.day();
    return new MapSqlParameterSource()
        .addValue("id", typed.incident().id())
        .addValue("import", typed.incident().importId())
        .addValue("type", decision.breachType())
        .addValue("sub", decision.subType())
        .addValue("confidence", decision.confidence().name().toLowerCase(Locale.ROOT))
        .addValue("evidence", decision.evidence())
        .addValue("review", decision.needsReview())
        .addValue("status", decision.status().orElse(null))
        .addValue("direction", decision.direction().orElse(null))
        .addValue("counted", counted.countedAs().code())
        .addValue("day", day.map(found -> Date.valueOf(found.day())).orElse(null))
        .addValue("from", day.map(found -> found.from().code()).orElse(null))
        .addValue("repeat_from", day.map(found -> repeatFrom(found.day())).orElse(null))
        .addValue("registered", counted.registered().map(Timestamp::from).orElse(null))
        .addValue("reference", ordered(typed.incident().reference()));
  }

  /** A similar incident in the twelve months before makes this one a repeat [004 Appendix B]. */
  private static Date repeatFrom(LocalDate day) {
    return Date.valueOf(day.minusMonths(12));
  }

  private static String ordered(@Nullable String reference) {
    return reference == null
        ? ""
        : DIGITS.matcher(reference).replaceAll(TypeWriter::padded).toLowerCase(Locale.ROOT);
  }

  private static String padded(MatchResult digits) {
    return "0".repeat(Math.max(0, 12 - digits.group().length())) + digits.group();
  }
}
