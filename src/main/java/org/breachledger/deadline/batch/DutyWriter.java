package org.breachledger.deadline.batch;

import java.sql.Timestamp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DutyVerdict;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Stores the verdicts of an incident's duties beside it, with the as-of they were judged at. */
public class DutyWriter implements ItemWriter<JudgedIncident> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String SQL =
      """
      update incident set duties = :duties::jsonb, judged_as_of = :as_of, open_duties = :open,
        stale_duties = false
      where incident_id = :id and import_id = :import
      """;

  private final NamedParameterJdbcTemplate jdbc;
  private final AsOf asOf;

  /** Writes within the transaction of the chunk. */
  public DutyWriter(NamedParameterJdbcTemplate jdbc, AsOf asOf) {
    this.jdbc = jdbc;
    this.asOf = asOf;
  }

  @Override
  public void write(Chunk<? extends JudgedIncident> chunk) {
    jdbc.batchUpdate(
        SQL, chunk.getItems().stream().map(this::row).toArray(MapSqlParameterSource[]::new));
  }

  private MapSqlParameterSource row(JudgedIncident judged) {
    List<Map<String, String>> duties = judged.verdicts().stream().map(DutyWriter::json).toList();
    return new MapSqlParameterSource()
        .addValue("id", judged.incident().id())
        .addValue("import", judged.incident().importId())
        .addValue("duties", JSON.writeValueAsString(duties))
        .addValue("as_of", Timestamp.from(asOf.instant()))
        .addValue("open", judged.open());
  }

  private static Map<String, String> json(DutyVerdict verdict) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("duty", verdict.duty().code());
    json.put("verdict", verdict.verdict().name());
    return json;
  }
}
