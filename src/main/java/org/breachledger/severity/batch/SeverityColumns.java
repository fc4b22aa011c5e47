package org.breachledger.severity.batch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breachledger.incident.store.StageColumns;
import org.breachledger.severity.SecondOpinion;
import org.breachledger.severity.Severity;
import org.breachledger.severity.SeverityReason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A score with its reasons; the declared score stays beside it, untouched. */
public final class SeverityColumns {

  /** In the order of {@link #values}. */
  public static final StageColumns COLUMNS =
      StageColumns.of(
          "baseline", "int",
          "adjustment", "int",
          "score", "int",
          "category_level", "int",
          "label", "text",
          "provisional", "boolean",
          "factors", "text",
          "severity_reasons", "jsonb",
          "second_value", "numeric",
          "second_level", "text",
          "disagreement", "text",
          "policy", "text");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private SeverityColumns() {}

  /**
   * The values of one incident.
   *
   * @param policy the policy and its version
   */
  public static List<@Nullable String> values(Severity severity, String policy) {
    return Arrays.asList(
        text(severity.baseline()),
        text(severity.adjustment()),
        text(severity.score()),
        text(severity.categoryLevel()),
        severity.label().orElse(null),
        Boolean.toString(severity.provisional()),
        String.join(";", severity.factorCodes()),
        JSON.writeValueAsString(reasons(severity)),
        severity.secondOpinion().map(SecondOpinion::value).map(Object::toString).orElse(null),
        severity.secondOpinion().map(SecondOpinion::level).orElse(null),
        severity.disagreements().isEmpty() ? null : String.join("; ", severity.disagreements()),
        policy);
  }

  private static @Nullable String text(Optional<?> number) {
    return number.map(Object::toString).orElse(null);
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
