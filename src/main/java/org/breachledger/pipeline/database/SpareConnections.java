package org.breachledger.pipeline.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.postgresql.PGConnection;

/**
 * Connections whose server process takes spare time only: nobody may lift it again, so each is
 * closed after its transaction instead of serving a page next.
 */
public final class SpareConnections {

  private final HikariDataSource pool;
  private final Path data;

  /**
   * Connections of a pool.
   *
   * @param home the home that may hold the server they lead to; processes of any other server are
   *     left alone
   */
  public SpareConnections(HikariDataSource pool, Path home) {
    this.pool = pool;
    this.data = EmbeddedPostgres.dataIn(home.toAbsolutePath().normalize());
  }

  void lower(Connection connection) throws SQLException {
    long process = connection.unwrap(PGConnection.class).getBackendPID();
    if (isOurs(process)) {
      SparePriority.lowerProcess(process);
    }
  }

  void giveUp(Connection connection) {
    pool.evictConnection(connection);
  }

  /** A number alone could be that of any program, where the server is on another machine. */
  private boolean isOurs(long process) {
    Optional<Long> parent =
        ProcessHandle.of(process).flatMap(ProcessHandle::parent).map(ProcessHandle::pid);
    return parent.isPresent()
        && Postmaster.find(data)
            .filter(server -> server.pid() == parent.get() && server.runsIn(data))
            .isPresent();
  }
}
