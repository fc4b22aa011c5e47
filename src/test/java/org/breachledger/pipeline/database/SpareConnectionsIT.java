package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.breachledger.testing.Niceness;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The server's processes, as Linux shows them. */
@EnabledOnOs(OS.LINUX)
class SpareConnectionsIT {

  private static final Path HOME = Path.of("target", "test-database");

  private record Served(long process, int niceness, boolean sawItsTrust) {}

  @TempDir private Path elsewhere;
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatLoweredThreadsAskIsLoweredAndServesNobodyElse() throws Exception {
    try (SpareConnections connections = connections(HOME)) {
      Served usual = served(connections);
      assertThat(usual.niceness()).isLessThan(10);
      assertThat(usual.sawItsTrust()).isTrue();

      Served first = lowered(connections);
      assertThat(first.niceness()).isEqualTo(10);
      assertThat(first.sawItsTrust()).isTrue();
      assertThat(lowered(connections).process()).isEqualTo(first.process());

      for (int i = 0; i < 20; i++) {
        assertThat(served(connections).process()).isEqualTo(usual.process());
      }
    }
  }

  @Test
  void aServerOfAnotherHomeIsLeftAlone() throws Exception {
    try (SpareConnections connections = connections(elsewhere)) {
      assertThat(lowered(connections).niceness()).isLessThan(10);
    }
  }

  @Test
  void theConnectionsOfLoweredThreadsEndWithTheProgram() throws Exception {
    long process;
    try (SpareConnections connections = connections(HOME)) {
      process = lowered(connections).process();
    }
    Optional<ProcessHandle> alive = ProcessHandle.of(process);
    if (alive.isPresent()) {
      alive.get().onExit().get(10, TimeUnit.SECONDS);
    }
    assertThat(served(connections(HOME)).sawItsTrust()).isTrue();
  }

  private SpareConnections connections(Path home) {
    return new SpareConnections(database.pool(), home);
  }

  private Served lowered(SpareConnections connections) throws Exception {
    CompletableFuture<Served> served = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                SparePriority.take();
                served.complete(served(connections));
              } catch (RuntimeException e) {
                served.completeExceptionally(e);
              }
            })
        .start();
    return served.get();
  }

  private Served served(SpareConnections connections) {
    JdbcClient jdbc = JdbcClient.create(connections);
    return new TransactionTemplate(new TrustTransactionManager(connections, database.trust()))
        .execute(
            status -> {
              long process = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
              boolean seen =
                  jdbc.sql("select count(*) = 1 from trust").query(Boolean.class).single();
              return new Served(process, Niceness.of(process), seen);
            });
  }
}
