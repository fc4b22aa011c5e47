package org.breachledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.pipeline.cli.CommandLineDoor;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * A home whose record is an imported log, judged, and as many copies of it as asked for: a record
 * of millions in the time its database takes to store them.
 */
final class FilledRecord implements AutoCloseable {

  /** The moment the record is looked at from: the log's three years are over, the cases are not. */
  static final String AS_OF = "2026-07-01T03:00";

  private static final LocalDateTime BEGIN = LocalDateTime.of(2023, 7, 1, 8, 0);
  private static final int YEARS = 3;
  private static final int OPEN = 50;
  private static final String CURRENT =
      "select set_config('app.trust', (select min(trust_id) from trust)::text, false)";

  private static final String COLUMNS =
      """
      select column_name from information_schema.columns
      where table_schema = 'public' and table_name = 'incident' and column_name <> 'incident_id'
      order by ordinal_position
      """;

  private static final String COVERED =
      """
      insert into coverage (trust_id, import_id, school_id, month)
      select i.trust_id, i.import_id, s.school_id, m::date
      from (select trust_id, min(import_id) as import_id from import_file group by 1) i
        join school s on s.trust_id = i.trust_id,
        generate_series('2023-07-01'::date, '2026-06-01', '1 month') m
      on conflict do nothing
      """;

  private final Path home = Files.createTempDirectory("breachledger-bench");
  private final EmbeddedPostgres server;

  /**
   * Makes one.
   *
   * @param narrow whether the copies are without the words and figures a comparison does not read
   */
  FilledRecord(int incidents, int schools, int logged, boolean narrow)
      throws IOException, SQLException {
    server = EmbeddedPostgres.start(home);
    Path log = home.resolve("log.xlsx");
    BigLog.write(log, new BigLog.Trust(schools, BEGIN, YEARS, OPEN), 1, logged);
    run("import", log.toString());
    run("run", "nightly");
    try (Connection loader = server.loader();
        Statement sql = loader.createStatement()) {
      sql.execute(CURRENT);
      String copy = copy(columns(sql), narrow);
      for (int n = 1; n < incidents / logged; n++) {
        sql.execute(copy.formatted(n));
      }
      sql.execute(COVERED);
      sql.execute("vacuum analyze incident");
      sql.execute("vacuum analyze incident_glance");
      sql.execute("checkpoint");
    }
  }

  Path home() {
    return home;
  }

  /** A connection above every policy. */
  Connection connection() throws SQLException {
    Connection loader = server.loader();
    try (Statement sql = loader.createStatement()) {
      sql.execute(CURRENT);
    }
    return loader;
  }

  /** Runs a command as of the record's moment, or of another given after it. */
  void run(String... words) {
    List<String> all = new ArrayList<>(List.of("--home", home.toString()));
    all.addAll(List.of(words));
    if (!all.contains("--as-of")) {
      all.addAll(List.of("--as-of", AS_OF));
    }
    int ended = CommandLineDoor.run(all.toArray(String[]::new));
    if (ended != 0) {
      throw new IllegalStateException(words[0] + " ended with " + ended);
    }
  }

  private static List<String> columns(Statement sql) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (ResultSet found = sql.executeQuery(COLUMNS)) {
      while (found.next()) {
        columns.add(found.getString(1));
      }
    }
    return columns;
  }

  /** One copy at a time: the triggers keep in mind what a statement stored. */
  private static String copy(List<String> columns, boolean narrow) {
    List<String> values = columns.stream().map(column -> value(column, narrow)).toList();
    return "insert into incident ("
        + String.join(", ", columns)
        + ") select "
        + String.join(", ", values)
        + " from (select %d as n) copy cross join incident i where i.incident_id <= "
        + "(select max(incident_id) from import_row)";
  }

  private static String value(String column, boolean narrow) {
    return switch (column) {
      case "reference" -> "'C' || n || '-' || i.reference";
      case "reference_key" -> "'c' || n || i.reference_key";
      case "identity_key" -> "i.identity_key || ' copy ' || n";
      case "facts" -> narrow ? "'{}'" : "i.facts";
      case "duties", "severity_reasons" -> narrow ? "'[]'" : "i." + column;
      case "type_evidence" -> narrow ? "null" : "i.type_evidence";
      default -> "i." + column;
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
    FileSystemUtils.deleteRecursively(home);
  }
}
