package org.breachledger.deadline.batch;

import java.io.StringWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StageColumns;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts of an incident's duties, with the as-of they were judged at. */
public final class DutyColumns {

  /** In the order of {@link #values}. */
  public static final StageColumns COLUMNS =
      StageColumns.of(
          "duties", "jsonb",
          "judged_as_of", "timestamptz",
          "open_duties", "boolean",
          "judge_from", "timestamptz");

  /** For what is settled, and for what waits for a fact nobody has written yet. */
  private static final String LATER = "infinity";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DutyColumns() {}

  /**
   * The values of one incident.
   *
   * @param facts what the verdicts were given on
   */
  public static List<@Nullable String> values(
      DeadlineFacts facts, List<DutyVerdict> verdicts, AsOf asOf) {
    return Arrays.asList(
        json(verdicts),
        asOf.instant().toString(),
        Boolean.toString(DeadlineRules.open(facts, verdicts, asOf)),
        DeadlineRules.judgeAgain(facts, verdicts, asOf).map(Instant::toString).orElse(LATER));
  }

  private static String json(List<DutyVerdict> verdicts) {
    StringWriter json = new StringWriter(512);
    try (JsonGenerator out = JSON.createGenerator(json)) {
      out.writeStartArray();
      for (DutyVerdict verdict : verdicts) {
        out.writeStartObject();
        out.writeStringProperty("duty", verdict.duty().code());
        out.writeStringProperty("verdict", verdict.verdict().name());
        out.writeEndObject();
      }
      out.writeEndArray();
    }
    return json.toString();
  }
}
