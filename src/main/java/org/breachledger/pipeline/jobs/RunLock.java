package org.breachledger.pipeline.jobs;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a job of a trust for the life of a run, so that the same job never runs twice at once,
 * whoever asks: a lock of the database session, gone with the session that died.
 */
final class RunLock implements AutoCloseable {

  private final Connection connection;

  private RunLock(Connection connection) {
    this.connection = connection;
  }

  private static final String NAME = "breachledger job ";
  private static final long PAUSE = 500;
  private static final int TRIES = 7200;

  /** Waits for the lock, an hour at most, and then until no other job of the trust is at work. */
  static Optional<RunLock> waitFor(DataSource dataSource, int trust, String job)
      throws SQLException {
    for (int i = 0; i < TRIES; i++) {
      Optional<RunLock> lock = take(dataSource, trust, job);
      if (lock.isPresent()) {
        lock.get().waitForWork(trust);
        return lock;
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whether any session holds the lock of that job, the one that asks included. */
  static boolean held(JdbcClient jdbc, int trust, String job) {
    return jdbc.sql(
            """
            select exists (select from pg_locks where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
              and classid = ?::bigint::oid
              and objid = (hashtext(?)::bigint & 4294967295)::oid and objsubid = 2)
            """)
        .params(trust, NAME + job)
        .query(Boolean.class)
        .single();
  }

  /** Whether a session holds the lock of that job for another trust. */
  static boolean heldElsewhere(JdbcClient jdbc, int trust, String job) {
    return jdbc.sql(
            """
            select exists (select from pg_locks where locktype = 'advisory' and granted
              and database = (select oid from pg_database where datname = current_database())
              and classid <> ?::bigint::oid
              and objid = (hashtext(?)::bigint & 4294967295)::oid and objsubid = 2)
            """)
        .params(trust, NAME + job)
        .query(Boolean.class)
        .single();
  }

  /** Two jobs that type, score and judge at once would each undo the other's marks. */
  private void waitForWork(int trust) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_lock(?, hashtext('breachledger work'))")) {
      statement.setInt(1, trust);
      statement.execute();
    }
  }

  /** Takes the lock; empty where another session holds it. */
  private static Optional<RunLock> take(DataSource dataSource, int trust, String job)
      throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_try_advisory_lock(?, hashtext(?))")) {
      statement.setInt(1, trust);
      statement.setString(2, NAME + job);
      try (ResultSet result = statement.executeQuery()) {
        if (result.next() && result.getBoolean(1)) {
          return Optional.of(new RunLock(connection));
        }
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    connection.close();
    return Optional.empty();
  }

  @Override
  public void close() throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select pg_advisory_unlock_all()")) {
      statement.execute();
    } finally {
      connection.close();
    }
  }
}
