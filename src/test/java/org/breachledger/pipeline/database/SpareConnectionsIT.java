package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.breachledger.testing.Niceness;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
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
  void whatALoweredThreadAsksIsLoweredAndItsConnectionServesNobodyElse() throws Exception {
    TransactionTemplate transactions = transactions(HOME);
    int usual = served(transactions).niceness();
    assertThat(usual).isLessThan(10);

    Served first = lowered(transactions);
    assertThat(first.niceness()).isEqualTo(10);
    assertThat(first.sawItsTrust()).isTrue();
    Served second = lowered(transactions);
    assertThat(second.niceness()).isEqualTo(10);
    assertThat(second.process()).isNotEqualTo(first.process());

    for (int i = 0; i < 20; i++) {
      assertThat(served(transactions).niceness()).isEqualTo(usual);
    }
  }

  @Test
  void aServerOfAnotherHomeIsLeftAlone() throws Exception {
    assertThat(lowered(transactions(elsewhere)).niceness()).isLessThan(10);
  }

  private TransactionTemplate transactions(Path home) {
    HikariDataSource pool = (HikariDataSource) database.dataSource();
    return new TransactionTemplate(
        new TrustTransactionManager(pool, database.trust(), new SpareConnections(pool, home)));
  }

  private Served lowered(TransactionTemplate transactions) throws Exception {
    CompletableFuture<Served> served = new CompletableFuture<>();
    new Thread(
            () -> {
              try {
                SparePriority.take();
                served.complete(served(transactions));
              } catch (RuntimeException e) {
                served.completeExceptionally(e);
              }
            })
        .start();
    return served.get();
  }

  private Served served(TransactionTemplate transactions) {
    return transactions.execute(
        status -> {
          long process = database.jdbc().sql("select pg_backend_pid()").query(Long.class).single();
          boolean seen =
              database.jdbc().sql("select count(*) = 1 from trust").query(Boolean.class).single();
          return new Served(process, Niceness.of(process), seen);
        });
  }
}
