package org.breachledger.intake.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The rows of one file, streamed into a table of this transaction only: COPY is refused under
 * row-level security, so they wait here until they have found their incidents.
 */
final class IncomingTable {

  private static final String CREATE =
      """
      create temp table incoming (
        seq int, sheet int, row int, read text, school_name text, school_key text, urn text,
        reference text, day date, day_from text, written_day date, written_from text,
        type_key text, words_key text, people_key text, counted_as text, mapped text[],
        facts jsonb, notices jsonb, extra jsonb, reporter text,
        shape int, school_id int, identity_key text, ordinal int, pass int,
        incident_id bigint, outcome text
      ) on commit drop
      """;

  private static final String COPY =
      """
      copy incoming (seq, sheet, row, read, school_name, school_key, urn, reference, day, day_from,
        written_day, written_from, type_key, words_key, people_key, counted_as, mapped, facts,
        notices, extra, reporter, shape)
      from stdin
      """;

  private final DataSource dataSource;
  private final JdbcClient jdbc;
  private final LocalDate today;
  private final RowShapes shapes = new RowShapes();
  private @Nullable CopyIn copy;
  private int seq;

  /**
   * An empty table for the rest of the transaction.
   *
   * @param today the London day of the import's as-of; a later day has not happened yet
   */
  IncomingTable(DataSource dataSource, JdbcClient jdbc, LocalDate today) {
    this.dataSource = dataSource;
    this.jdbc = jdbc;
    this.today = today;
    jdbc.sql(CREATE).update();
    jdbc.sql("create index incoming_by_pass on incoming (pass)").update();
  }

  /** Forgets the rows of the file before. */
  void empty() {
    jdbc.sql("delete from incoming").update();
    seq = 0;
  }

  /** Lets a file send all its rows; where it breaks, the connection can be used again. */
  void load(IncidentRegister.Rows rows) {
    try {
      rows.sendTo(this::add);
      finish();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      abandon();
    }
  }

  private void add(IncomingRow row) {
    byte[] line =
        (IncomingLine.of(row, ++seq, shapes.number(row), today) + "\n")
            .getBytes(StandardCharsets.UTF_8);
    try {
      CopyIn stream = copy == null ? open() : copy;
      stream.writeToCopy(line, 0, line.length);
      copy = stream;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take a row", e);
    }
  }

  /** Ends the stream; the rows are in the table. */
  private void finish() {
    try {
      if (copy != null) {
        copy.endCopy();
        copy = null;
      }
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take the rows", e);
    }
  }

  /** Puts on record what the rows spoke of. */
  void keepShapes(long importId) {
    shapes.keep(jdbc, importId);
  }

  /** Ends a stream that is not wanted any more, so that the connection can be used again. */
  private void abandon() {
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
}
