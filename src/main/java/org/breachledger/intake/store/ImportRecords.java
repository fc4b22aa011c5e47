package org.breachledger.intake.store;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.FoldedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The imports on record: every file somebody sent, taken or refused, and what became of its rows.
 */
public final class ImportRecords {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JdbcClient jdbc;

  /** Call within a transaction. */
  public ImportRecords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A file as it came in.
   *
   * @param optionsKey profile, school and period asked for: the same bytes may say other things
   */
  public record Arrival(
      String fileName, String sha256, long bytes, String optionsKey, Instant asOf, String policy) {}

  /** How the columns of these imports were read where the tables alone did not say it. */
  public RememberedMappings mappings() {
    return new RememberedMappings(jdbc);
  }

  /**
   * Holds the original of these bytes to the end of the transaction: nobody removes it. Look after
   * that whether it is there.
   */
  public void holdOriginal(Arrival arrival) {
    OriginalTurn.share(jdbc, arrival.sha256());
  }

  /** The import that took the same bytes under the same options; empty where none did. */
  public Optional<Long> findTaken(Arrival arrival) {
    return jdbc.sql(
            "select import_id from import_file where sha256 = ? and options_key = ?"
                + " and status = 'imported'")
        .params(arrival.sha256(), arrival.optionsKey())
        .query(Long.class)
        .optional();
  }

  /** Opens the record of an import and gives its number. */
  public long open(Arrival arrival, Instant at) {
    return jdbc.sql(
            """
            insert into import_file (file_name, sha256, byte_count, options_key, asked_school,
              status, as_of, started_at, policy)
            values (?, ?, ?, ?, nullif(?, ''), 'started', ?, ?, ?) returning import_id
            """)
        .params(
            arrival.fileName(),
            arrival.sha256(),
            arrival.bytes(),
            arrival.optionsKey(),
            AskedOptions.findSchool(arrival.optionsKey()).map(FoldedText::of).orElse(""),
            Timestamp.from(arrival.asOf()),
            Timestamp.from(at),
            arrival.policy())
        .query(Long.class)
        .single();
  }

  /** Closes a record as refused, with the sentence its sender is told. */
  public void refuse(long importId, String reason, Instant at) {
    jdbc.sql(
            "update import_file set status = 'refused', reason = ?, finished_at = ?"
                + " where import_id = ?")
        .params(reason, Timestamp.from(at), importId)
        .update();
  }

  /**
   * What a finished import says of itself.
   *
   * @param sheet the sheet with most rows
   * @param sheets each sheet that was read, as JSON objects with position, sheet, headerRow, rows
   */
  public record Finished(
      @Nullable String profile,
      @Nullable String sheet,
      @Nullable Integer headerRow,
      RowSum rows,
      Map<String, String> mapping,
      List<String> unmapped,
      List<Map<String, Object>> sheets,
      List<String> warnings,
      @Nullable String returnsFile) {}

  /** Closes a record as imported. */
  public void finish(long importId, Finished done, Instant at) {
    RowSum rows = done.rows();
    jdbc.sql(
            """
            update import_file set status = 'imported', profile = ?, sheet = ?, header_row = ?,
              rows_read = ?, rows_imported = ?, rows_imported_with_gaps = ?, rows_updated = ?,
              rows_unchanged = ?, rows_returned = ?, rows_skipped = ?, mapping = ?::jsonb,
              unmapped = ?::jsonb, sheets = ?::jsonb, warnings = ?::jsonb, returns_file = ?,
              finished_at = ?
            where import_id = ?
            """)
        .param(done.profile())
        .param(done.sheet())
        .param(done.headerRow())
        .params(
            rows.read(),
            rows.imported(),
            rows.importedWithGaps(),
            rows.updated(),
            rows.unchanged(),
            rows.returned(),
            rows.skipped())
        .param(JSON.writeValueAsString(done.mapping()))
        .param(JSON.writeValueAsString(done.unmapped()))
        .param(JSON.writeValueAsString(done.sheets()))
        .param(JSON.writeValueAsString(done.warnings()))
        .param(done.returnsFile())
        .param(Timestamp.from(at))
        .param(importId)
        .update();
  }
}
