package org.breachledger.intake.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.CountingDay;
import org.breachledger.incident.Field;
import org.breachledger.incident.FoldedText;
import org.breachledger.incident.json.FactsJson;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of one file, streamed into a table of this transaction only: COPY is refused under
 * row-level security, so they wait here until they have found their incidents.
 */
final class IncomingTable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final String CREATE =
      """
      create temp table incoming (
        seq int, sheet int, row int, read text, school_name text, school_key text, urn text,
        reference text, day date, day_from text, type_key text, words_key text, people_key text,
        counted_as text, mapped text[], facts jsonb, notices jsonb, extra jsonb, reporter text,
        school_id int, identity_key text, ordinal int, pass int,
        incident_id bigint, outcome text
      ) on commit drop
      """;

  private static final String COPY =
      """
      copy incoming (seq, sheet, row, read, school_name, school_key, urn, reference, day, day_from,
        type_key, words_key, people_key, counted_as, mapped, facts, notices, extra, reporter)
      from stdin
      """;

  private final DataSource dataSource;
  private @Nullable CopyIn copy;
  private int seq;

  IncomingTable(DataSource dataSource, JdbcClient jdbc) {
    this.dataSource = dataSource;
    jdbc.sql(CREATE).update();
  }

  /** Sends one row. */
  void add(IncomingRow row) {
    byte[] line = (line(row) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      CopyIn stream = copy == null ? open() : copy;
      stream.writeToCopy(line, 0, line.length);
      copy = stream;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take a row", e);
    }
  }

  /** Ends the stream; the rows are in the table. */
  void finish() {
    try {
      if (copy != null) {
        copy.endCopy();
        copy = null;
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take the rows", e);
    }
  }

  /** Ends a stream that is not wanted any more, so that the connection can be used again. */
  void abandon() {
    try {
      if (copy != null && copy.isActive()) {
        copy.cancelCopy();
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not end the stream", e);
    } finally {
      copy = null;
    }
  }

  private CopyIn open() throws SQLException {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(COPY);
  }

  private String line(IncomingRow row) {
    CountingDay day = CountingDay.find(row.facts()).orElse(null);
    String school = row.text(Field.SCHOOL);
    return List.of(
            Integer.toString(++seq),
            Integer.toString(row.sheet()),
            Integer.toString(row.row()),
            row.outcome().name(),
            cell(school),
            cell(FoldedText.of(school == null ? "" : school)),
            cell(row.text(Field.SCHOOL_URN)),
            cell(row.text(Field.REFERENCE)),
            cell(day == null ? null : day.day().toString()),
            cell(day == null ? null : day.from().code()),
            key(row, Field.REPORTED_TYPE),
            key(row, Field.DESCRIPTION),
            key(row, Field.INDIVIDUALS),
            CountedAs.of(row.facts()).code(),
            "{" + row.mapped().stream().map(Field::code).collect(Collectors.joining(",")) + "}",
            cell(FactsJson.write(row.facts())),
            cell(JSON.writeValueAsString(row.notices())),
            cell(row.extra().isEmpty() ? null : JSON.writeValueAsString(row.extra())),
            cell(row.text(Field.REPORTER)))
        .stream()
        .collect(Collectors.joining("\t"));
  }

  private static String key(IncomingRow row, Field field) {
    String text = row.text(field);
    return cell(text == null ? "" : FoldedText.of(text));
  }

  /** A cell in COPY's text format; a NUL cannot be stored and is dropped. */
  private static String cell(@Nullable String text) {
    if (text == null) {
      return "\\N";
    }
    StringBuilder cell = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> cell.append("\\\\");
        case '\t' -> cell.append("\\t");
        case '\n' -> cell.append("\\n");
        case '\r' -> cell.append("\\r");
        case 0 -> {}
        default -> cell.append(c);
      }
    }
    return cell.toString();
  }
}
