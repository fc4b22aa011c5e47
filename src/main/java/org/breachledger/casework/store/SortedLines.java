package org.breachledger.casework.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
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

  private static final String READ = "select * from audit_line order by at, sheet, row";

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
    CopyIn copy =
        connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy audit_line from stdin");
    try {
      AuditLines lines = log.read(event -> send(copy, event));
      copy.endCopy();
      return lines;
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static boolean send(CopyIn copy, AuditEvent event) {
    StringBuilder line = new StringBuilder(200);
    line.append(event.at()).append('\t').append(event.sheet()).append('\t').append(event.row());
    for (String text :
        new String[] {
          event.account(), event.address(), event.kind(), event.what(), event.outcome()
        }) {
      escaped(line.append('\t'), text);
    }
    escaped(line.append('\t').append(event.records()).append('\t'), event.school()).append('\n');
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    try {
      copy.writeToCopy(bytes, 0, bytes.length);
      return true;
    } catch (SQLException e) {
      throw new DataAccessResourceFailureException("the database did not take a line", e);
    }
  }

  private static StringBuilder escaped(StringBuilder line, String text) {
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      switch (sign) {
        case '\\' -> line.append("\\\\");
        case '\t' -> line.append("\\t");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case 0 -> {}
        default -> line.append(sign);
      }
    }
    return line;
  }

  private static void handOn(Connection connection, AuditLog.Sink sink) throws SQLException {
    try (PreparedStatement read = connection.prepareStatement(READ)) {
      read.setFetchSize(FETCH);
      try (ResultSet row = read.executeQuery()) {
        while (row.next() && sink.take(event(row))) {
          // the sink says when it has seen enough
        }
      }
    }
  }

  private static AuditEvent event(ResultSet row) throws SQLException {
    return new AuditEvent(
        row.getInt("sheet"),
        row.getInt("row"),
        row.getLong("at"),
        text(row.getString("account")),
        text(row.getString("address")),
        text(row.getString("kind")),
        text(row.getString("what")),
        text(row.getString("outcome")),
        row.getLong("records"),
        text(row.getString("school")));
  }

  private static String text(@Nullable String stored) {
    return stored == null ? "" : stored;
  }
}
