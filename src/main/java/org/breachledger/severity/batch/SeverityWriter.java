package org.breachledger.severity.batch;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.severity.SecondOpinion;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityReason;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores scores with their reasons; the declared score stays beside them, untouched. */
public final class SeverityWriter implements ItemWriter<ScoredIncident> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SQL =
      """
      update incident set baseline = :baseline, adjustment = :adjustment, score = :score,
        category_level = :level, label = :label, provisional = :provisional, factors = :factors,
        severity_reasons = :reasons::jsonb, second_value = :second_value,
        second_level = :second_level, disagreement = :disagreement, policy = :policy,
        stale_score = false, stale_duties = true, open_duties = true
      where incident_id = :id and import_id = :import
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final String policy;

  /** Writes within the transaction of the chunk, naming the policy and its version. */
  public SeverityWriter(NamedParameterJdbcTemplate jdbc, String policy) {
    this.jdbc = jdbc;
    this.policy = policy;
  }

  @Override
  public void write(Chunk<? extends ScoredIncident> chunk) {
    jdbc.batchUpdate(
        SQL, chunk.getItems().stream().map(this::row).toArray(MapSqlParameterSource[]::new));
  }

  private MapSqlParameterSource row(ScoredIncident scored) {
    Severity severity = scored.severity();
    return new MapSqlParameterSource()
        .addValue("id", scored.incident().id())
        .addValue("import", scored.incident().importId())
        .addValue("baseline", severity.baseline().orElse(null))
        .addValue("adjustment", severity.adjustment().orElse(null))
        .addValue("score", severity.score().orElse(null))
        .addValue("level", severity.categoryLevel().orElse(null))
        .addValue("label", severity.label().orElse(null))
        .addValue("provisional", severity.provisional())
        .addValue("factors", String.join(";", severity.factorCodes()))
        .addValue("second_value", severity.secondOpinion().map(SecondOpinion::value).orElse(null))
        .addValue("second_level", severity.secondOpinion().map(SecondOpinion::level).orElse(null))
        .addValue("reasons", JSON.writeValueAsString(reasons(severity)))
        .addValue(
            "disagreement",
            severity.disagreements().isEmpty() ? null : String.join("; ", severity.disagreements()))
        .addValue("policy", policy);
  }

  private static List<String> reasons(Severity severity) {
    List<String> words = new ArrayList<>();
    severity.arithmetic().ifPresent(words::add);
    severity.upperBound().ifPresent(words::add);
    severity.reasons().stream().map(SeverityReason::words).forEach(words::add);
    words.addAll(severity.gaps());
    severity.secondOpinion().map(SecondOpinion::words).ifPresent(words::add);
    return words;
  }
}
