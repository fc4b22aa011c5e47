package org.breachledger.deadline.batch;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.incident.store.StageColumns;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The verdicts of an incident's duties, with the as-of they were judged at. */
public final class DutyColumns {

  /** In the order of {@link #values}. */
  public static final StageColumns COLUMNS =
      StageColumns.of("duties", "jsonb", "judged_as_of", "timestamptz", "open_duties", "boolean");

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private DutyColumns() {}

  /** The values of one incident. */
  public static List<@Nullable String> values(List<DutyVerdict> verdicts, AsOf asOf) {
    return Arrays.asList(
        JSON.writeValueAsString(verdicts.stream().map(DutyColumns::json).toList()),
        asOf.instant().toString(),
        Boolean.toString(verdicts.stream().anyMatch(DutyColumns::open)));
  }

  private static Map<String, String> json(DutyVerdict verdict) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("duty", verdict.duty().code());
    json.put("verdict", verdict.verdict().name());
    return json;
  }

  /** Whether time alone can still change a verdict. */
  private static boolean open(DutyVerdict verdict) {
    return switch (verdict.verdict()) {
      case RUNNING, OVERDUE, CANNOT_TELL, NOT_REQUIRED -> true;
      case MET, LATE -> false;
    };
  }
}
