package org.breachledger.intake.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Lines on their way into a table of the transaction; closed early, none of them arrives. */
public final class CopyStream implements AutoCloseable {

  private static final int BLOCK = 1 << 16;

  private final CopyIn copy;
  private final StringBuilder waiting = new StringBuilder(BLOCK + 4096);

  private CopyStream(CopyIn copy) {
    this.copy = copy;
  }

  /**
   * Opens a stream.
   *
   * @param sql a COPY out of standard input, in the text format
   */
  public static CopyStream into(Connection connection, String sql) throws SQLException {
    return new CopyStream(connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql));
  }

  /** Sends a line with its end. */
  public void write(String line) throws SQLException {
    waiting.append(line);
    if (waiting.length() >= BLOCK) {
      send();
    }
  }

  /** Sends lines with their ends, in UTF-8. */
  void write(byte[] lines) throws SQLException {
    send();
    copy.writeToCopy(lines, 0, lines.length);
  }

  /** Ends the stream; the lines are in the table. */
  public void finish() throws SQLException {
    send();
    copy.endCopy();
  }

  private void send() throws SQLException {
    byte[] bytes = waiting.toString().getBytes(StandardCharsets.UTF_8);
    copy.writeToCopy(bytes, 0, bytes.length);
    waiting.setLength(0);
  }

  /** Ends a stream that is not wanted any more, so that the connection can be used again. */
  @Override
  public void close() throws SQLException {
    if (copy.isActive()) {
      copy.cancelCopy();
    }
  }
}
