package org.breachledger.casework.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.breachledger.incident.store.CopyText;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.RefusedFile;
import org.breachledger.intake.store.CopyStream;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * The lines of a log that is in no order of time, sorted by the database in a table of this
 * transaction only, so that a log of any length fits.
 */
final class SortedLines {

  private static final int FETCH = 5000;

  private static final String CREATE =
      """
      create temp table if not exists audit_line (
        at bigint, sheet int, row int, account text, address text, kind text, what text,
        outcome text, records bigint, school text
      ) on commit drop
      """;

  private static final String READ =
      """
      select at, sheet, row, account, address, kind, what, outcome, records, school
      from audit_line order by at, sheet, row
      """;

  private final DataSource dataSource;

  SortedLines(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Reads a log and hands its lines on from the oldest to the newest. */
  AuditLines read(AuditLog log, AuditLog.Sink sink) throws RefusedFile, IOException {
    Connection connection = DataSourceUtils.getConnection(dataSource);
    try {
      AuditLines lines = fill(connection, log);
      handOn(connection, sink);
      return lines;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not sort the lines", e);
    } finally {
      DataSourceUtils.releaseConnection(connection, dataSource);
    }
  }

  private static AuditLines fill(Connection connection, AuditLog log)
      throws SQLException, RefusedFile, IOException {
    try (var statement = connection.createStatement()) {
      statement.execute(CREATE);
      statement.execute("truncate audit_line");
    }
    try (CopyStream copy = CopyStream.into(connection, "copy audit_line from stdin");
        ReadOn events = new ReadOn(event -> send(copy, event))) {
      AuditLines lines = log.read(events);
      events.finish();
      copy.finish();
      return lines;
    }
  }

  private static boolean send(CopyStream copy, AuditEvent event) {
    try {
      copy.write(line(event));
      return true;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take a line", e);
    }
  }

  private static String line(AuditEvent event) {
    return CopyText.line(
        List.of(
            Long.toString(event.at()),
            Integer.toString(event.sheet()),
            Integer.toString(event.row()),
            event.account(),
            event.address(),
            event.kind(),
            event.what(),
            event.outcome(),
            Long.toString(event.records()),
            event.school()));
  }

  private static void handOn(Connection connection, AuditLog.Sink sink) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ);
        ReadOn events = new ReadOn(sink)) {
      read.setFetchSize(FETCH);
      try (ResultSet row = read.executeQuery()) {
        while (row.next() && events.take(event(row))) {
          // the sink says when it has seen enough
        }
      }
      events.finish();
    }
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getInt(2),
        row.getInt(3),
        row.getLong(1),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        row.getString(7),
        row.getString(8),
        row.getLong(9),
        row.getString(10));
  }
}
