package org.breachledger.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The imports with their row sums. */
final class ImportQueries {

  private final JdbcClient jdbc;
  private final Reading reading;

  ImportQueries(JdbcClient jdbc, Reading reading) {
    this.jdbc = jdbc;
    this.reading = reading;
  }

  /** How many rows met which outcome; each row in just one. */
  record RowSum(
      int read, int imported, int withGaps, int updated, int unchanged, int returned, int skipped) {

    /** The sum as a sentence. */
    public String sentence() {
      return ("%d read = %d imported + %d imported with gaps + %d updated + %d unchanged"
              + " + %d returned + %d skipped")
          .formatted(read, imported, withGaps, updated, unchanged, returned, skipped);
    }
  }

  /** One import; moments are written in Europe/London. */
  record Import(
      long id,
      String fileName,
      String status,
      String profile,
      String policy,
      String reason,
      String sheet,
      String size,
      String sha256,
      String started,
      String took,
      RowSum rows,
      boolean hasReturns) {}

  /** A heading of the file and the field it was read as, in words. */
  record Heading(String heading, String field) {}

  /** An import with what its file said. */
  record Detail(Import file, List<Heading> mapping, List<String> unmapped, List<String> warnings) {}

  /** The newest imports, the newest first. */
  List<Import> newest(int limit) {
    return reading.read(
        () ->
            jdbc.sql("select * from import_file order by started_at desc, import_id desc limit ?")
                .param(limit)
                .query(ImportQueries::imported)
                .list());
  }

  /** The import of that number; empty where the trust has none. */
  Optional<Detail> find(long id) {
    return reading.read(
        () ->
            jdbc.sql("select * from import_file where import_id = ?")
                .param(id)
                .query(ImportQueries::imported)
                .optional()
                .map(
                    file ->
                        new Detail(
                            file, mapping(id), texts("unmapped", id), texts("warnings", id))));
  }

  /**
   * Where the returned rows of an import lie; empty where it has none or the trust has no such
   * import.
   */
  Optional<String> returnsFile(long id) {
    return reading.read(
        () ->
            jdbc.sql(
                    "select returns_file from import_file where import_id = ? and returns_file <>"
                        + " ''")
                .param(id)
                .query(String.class)
                .optional());
  }

  private List<Heading> mapping(long id) {
    return jdbc.sql(
            """
            select key, value from import_file, jsonb_each_text(mapping)
             where import_id = ? order by key
            """)
        .param(id)
        .query((row, number) -> new Heading(row.getString(1), FieldWords.title(row.getString(2))))
        .list();
  }

  private List<String> texts(String column, long id) {
    return jdbc.sql(
            """
            select text from import_file, jsonb_array_elements_text(%s) as text
             where import_id = ?
            """
                .formatted(column))
        .param(id)
        .query(String.class)
        .list();
  }

  private static Import imported(ResultSet row, int number) throws SQLException {
    return new Import(
        row.getLong("import_id"),
        row.getString("file_name"),
        row.getString("status"),
        orEmpty(row.getString("profile")),
        row.getString("policy"),
        orEmpty(row.getString("reason")),
        orEmpty(row.getString("sheet")),
        Shown.bytes(row.getLong("byte_count")),
        row.getString("sha256"),
        Shown.moment(row.getTimestamp("started_at")),
        Shown.took(row.getTimestamp("started_at"), row.getTimestamp("finished_at")),
        sum(row),
        !orEmpty(row.getString("returns_file")).isEmpty());
  }

  private static RowSum sum(ResultSet row) throws SQLException {
    return new RowSum(
        row.getInt("rows_read"),
        row.getInt("rows_imported"),
        row.getInt("rows_imported_with_gaps"),
        row.getInt("rows_updated"),
        row.getInt("rows_unchanged"),
        row.getInt("rows_returned"),
        row.getInt("rows_skipped"));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
