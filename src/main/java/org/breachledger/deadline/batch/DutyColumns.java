package org.breachledger.deadline.batch;

import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StageColumns;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts of an incident's duties, with the as-of they were judged at. */
public final class DutyColumns {

  /** In the order of {@link #values}. */
  public static final StageColumns COLUMNS =
      StageColumns.of("duties", "jsonb", "judged_as_of", "timestamptz", "open_duties", "boolean");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DutyColumns() {}

  /**
   * The values of one incident.
   *
   * @param open whether time alone can still change a verdict
   */
  public static List<@Nullable String> values(List<DutyVerdict> verdicts, boolean open, AsOf asOf) {
    return Arrays.asList(json(verdicts), asOf.instant().toString(), Boolean.toString(open));
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
