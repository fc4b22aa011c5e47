package org.breachledger.intake.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.breachledger.incident.Field;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads what became of rehearsed rows, each change field by field, from the stand-in tables. */
final class RehearsedRows {

  /** The nth change of an incident replaced the nth version that this import moved to history. */
  private static final String ROWS =
      """
      with earlier as (
        select incident_id, facts, row_number() over (
          partition by incident_id order by history_id) as nth
        from incident_history where replaced_by_import = ?),
      changed as (
        select seq, incident_id, row_number() over (
          partition by incident_id order by pass, seq) as nth
        from found where outcome = 'updated')
      select i.sheet, i.row, w.outcome, s.name as school, i.reference, f.notices::text as notices,
        e.facts::text as before, ((e.facts - i.mapped) || i.facts)::text as after,
        f.incident_id is not null and i.reporter is distinct from r.reporter
          and f.outcome in ('updated', 'unchanged') and i.reporter is not null as other_reporter,
        r.reporter is not null as had_reporter
      from incoming i
      join found f on f.seq = i.seq
      join import_row w on w.import_id = ? and w.sheet = i.sheet and w.row = i.row
      left join changed c on c.seq = i.seq
      left join earlier e on e.incident_id = c.incident_id and e.nth = c.nth
      left join school s on s.trust_id = current_trust() and s.school_id = f.school_id
      left join reporter_before r on r.incident_id = f.incident_id
      order by i.seq
      """;

  private static final int PAGE = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private RehearsedRows() {}

  /** Gives every row of an import away, in its order and a few at a time. */
  static void of(JdbcClient jdbc, long importId, Consumer<PreviewRow> rows) {
    jdbc.sql(ROWS)
        .withFetchSize(PAGE)
        .params(importId, importId)
        .query((RowCallbackHandler) row -> rows.accept(row(row)));
  }

  private static PreviewRow row(ResultSet row) throws SQLException {
    return new PreviewRow(
        row.getInt("sheet"),
        row.getInt("row"),
        RowOutcome.of(row.getString("outcome")),
        row.getString("school"),
        row.getString("reference"),
        changes(row),
        StoredNotices.read(row.getString("notices")));
  }

  private static List<FieldChange> changes(ResultSet row) throws SQLException {
    List<FieldChange> changes = new ArrayList<>();
    String before = row.getString("before");
    if (before != null) {
      changes.addAll(
          FieldChange.between(
              JSON.readValue(before, TEXTS), JSON.readValue(row.getString("after"), TEXTS)));
    }
    if (row.getBoolean("other_reporter")) {
      changes.add(
          new FieldChange(
              Field.REPORTER,
              row.getBoolean("had_reporter") ? FieldChange.WITHHELD : null,
              FieldChange.WITHHELD));
    }
    return changes;
  }
}
