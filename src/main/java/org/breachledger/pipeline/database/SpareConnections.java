package org.breachledger.pipeline.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Has a thread of {@linkplain SparePriority spare priority} ask a few connections of its own, whose
 * server processes take spare time only: nobody may lift such a process again, so it never serves a
 * page, and the pages keep the connections they have warmed.
 */
public final class SpareConnections extends DelegatingDataSource implements AutoCloseable {

  /** Enough for the previews that are read at once; an access log takes two. */
  private static final int MOST = 4;

  private static final Duration KEPT_IDLE = Duration.ofMinutes(5);

  private final HikariDataSource pool;
  private final Path data;
  private @Nullable HikariDataSource lowered;

  /**
   * All connections of a program.
   *
   * @param pool what every other thread asks
   * @param home the home that may hold the server they lead to; processes of any other server are
   *     left alone
   */
  public SpareConnections(HikariDataSource pool, Path home) {
    super(pool);
    this.pool = pool;
    this.data = EmbeddedPostgres.dataIn(home.toAbsolutePath().normalize());
  }

  @Override
  public Connection getConnection() throws SQLException {
    return SparePriority.isTaken() ? lowered().getConnection() : pool.getConnection();
  }

  /** Ends the connections of lowered threads; the pool is its owner's to close. */
  @Override
  public synchronized void close() {
    if (lowered != null) {
      lowered.close();
    }
  }

  /** Made when it is first asked: most programs read no preview. */
  private synchronized HikariDataSource lowered() {
    if (lowered == null) {
      HikariConfig config = new HikariConfig();
      pool.copyStateTo(config);
      config.setDataSource(new Lowering(pool));
      config.setPoolName("previews");
      config.setMaximumPoolSize(MOST);
      config.setMinimumIdle(0);
      // Where the register is away, the thread that asks for a connection is told, not this.
      config.setInitializationFailTimeout(-1);
      config.setIdleTimeout(KEPT_IDLE.toMillis());
      lowered = new HikariDataSource(config);
    }
    return lowered;
  }

  /** Begins connections as the pool's configuration says, and lowers the process of each. */
  private final class Lowering extends DelegatingDataSource {

    Lowering(HikariConfig config) {
      DriverManagerDataSource driver =
          new DriverManagerDataSource(Objects.requireNonNull(config.getJdbcUrl()));
      driver.setConnectionProperties(config.getDataSourceProperties());
      setTargetDataSource(driver);
    }

    @Override
    public Connection getConnection() throws SQLException {
      return lowered(super.getConnection());
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
      return lowered(super.getConnection(username, password));
    }

    private Connection lowered(Connection connection) throws SQLException {
      long process = connection.unwrap(PGConnection.class).getBackendPID();
      if (isOurs(process)) {
        SparePriority.lowerProcess(process);
      }
      return connection;
    }
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
