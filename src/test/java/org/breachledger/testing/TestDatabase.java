package org.breachledger.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.SpareConnections;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A database of its own for a test: migrated, with one trust, on the one real server of the test
 * run. Cheap enough for every test method.
 *
 * <p>{@link #dataSource}, {@link #jdbc} and {@link #transactions} work as the application does:
 * under row-level security, and blind outside a transaction.
 */
public final class TestDatabase implements AutoCloseable {

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final SpareConnections connections;
  private final CurrentTrust trust = new CurrentTrust();
  private final TrustTransactionManager transactionManager;
  private final JdbcClient jdbc;
  private final int trustId;

  private TestDatabase(DatabaseAddress address) {
    this.address = address;
    this.pool = pool(address);
    this.connections = new SpareConnections(pool, TestServer.HOME);
    this.transactionManager = new TrustTransactionManager(connections, trust);
    this.jdbc = JdbcClient.create(connections);
    this.trustId = found("A test's trust");
    trust.byDefault(trustId);
  }

  /** A new database with one trust, which is the default of all work. */
  public static TestDatabase fresh() {
    return new TestDatabase(TestServer.instance().cloned());
  }

  /** The same as a program of that layout left it; {@link #upgrade} brings it to the newest. */
  public static TestDatabase ofLayout(String version) {
    return new TestDatabase(TestServer.instance().ofLayout(version));
  }

  /** What this program does with it when it starts. */
  public void upgrade() {
    TestServer.migrate(address);
  }

  /** Its address and logins, as the embedded server gives them. */
  public DatabaseAddress address() {
    return address;
  }

  /** The application's connections, as the program has them. */
  public DataSource dataSource() {
    return connections;
  }

  /** The pool behind them. */
  public HikariDataSource pool() {
    return pool;
  }

  /** Transactions for the trust at work. */
  public TrustTransactionManager transactionManager() {
    return transactionManager;
  }

  /** A template over {@link #transactionManager}. */
  public TransactionTemplate transactions() {
    return new TransactionTemplate(transactionManager);
  }

  /** Statements as the application; inside a transaction they see the trust's rows. */
  public JdbcClient jdbc() {
    return jdbc;
  }

  /** The trust at work. */
  public CurrentTrust trust() {
    return trust;
  }

  /** The id of the trust made with the database. */
  public int trustId() {
    return trustId;
  }

  /** Founds one more trust and says its id. */
  public int found(String name) {
    return inTransaction(
        () ->
            jdbc.sql("insert into trust (name) values (?) returning trust_id")
                .param(name)
                .query(Integer.class)
                .single());
  }

  /** Does a piece of work in a transaction of its own, for the trust at work. */
  public <T> T inTransaction(Supplier<T> work) {
    return transactions().execute(status -> work.get());
  }

  /** What is done while another session is at work. */
  public interface Doing {
    /** Does it. */
    void run() throws Exception;
  }

  /** Does something while another session holds what it took, such as a lock. */
  public void beside(Runnable taking, Doing doing) throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    FutureTask<Boolean> other =
        new FutureTask<>(
            () ->
                inTransaction(
                    () -> {
                      taking.run();
                      held.countDown();
                      try {
                        return free.await(2, TimeUnit.MINUTES);
                      } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                      }
                    }));
    new Thread(other).start();
    if (!held.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("the other session took nothing");
    }
    try {
      doing.run();
    } finally {
      free.countDown();
      other.get(30, TimeUnit.SECONDS);
    }
  }

  /** Statements as the server's administrator, whom nothing holds back: for tampering only. */
  public JdbcClient administrator() {
    return TestServer.instance().administrator(address);
  }

  /** Drops the database. Tests that forget are cleaned up after at the end of the run. */
  @Override
  public void close() {
    connections.close();
    pool.close();
    TestServer.instance().drop(address);
  }

  private static HikariDataSource pool(DatabaseAddress address) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.appUser());
    config.setPassword(address.appPassword());
    config.setConnectionInitSql(address.initSql());
    config.setMaximumPoolSize(5);
    config.setMinimumIdle(0);
    config.setIdleTimeout(10_000);
    return new HikariDataSource(config);
  }
}
