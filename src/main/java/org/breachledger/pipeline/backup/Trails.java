package org.breachledger.pipeline.backup;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.breachledger.record.AuditCheck;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.store.JdbcAuditTrail;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trails of all trusts: a backup and a restore concern every one of them. */
final class Trails implements AutoCloseable {

  private static final int CONNECTIONS = 2;

  private final HikariDataSource pool;
  private final CurrentTrust trust = new CurrentTrust();
  private final TransactionTemplate transactions;
  private final JdbcClient jdbc;
  private final JdbcAuditTrail trail;

  Trails(DatabaseAddress address, Clock clock) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(address.url());
    config.setUsername(address.appUser());
    config.setPassword(address.appPassword());
    config.setConnectionInitSql(address.initSql());
    config.setMaximumPoolSize(CONNECTIONS);
    pool = new HikariDataSource(config);
    TrustTransactionManager manager = new TrustTransactionManager(pool, trust);
    transactions = new TransactionTemplate(manager);
    jdbc = JdbcClient.create(pool);
    trail = new JdbcAuditTrail(jdbc, manager, clock);
  }

  /** Puts an event on every trust's record. */
  void append(Asker by, String action, AuditDetails details) {
    for (int id : trusts()) {
      within(id, () -> trail.append(by.onRecordOf(id), action, "trust " + id, details));
    }
  }

  /** What checking every chain found wrong, a sentence each; none where all are whole. */
  List<String> findings() {
    List<String> findings = new ArrayList<>();
    for (int id : trusts()) {
      AuditCheck check = within(id, trail::verify);
      if (!check.whole()) {
        findings.add("Trust " + id + ", as the backup has it: " + check.sentence());
      }
      within(id, trail::verifyRecords).sentences().stream()
          .map(sentence -> "Trust " + id + ", as the backup has it: " + sentence)
          .forEach(findings::add);
    }
    return findings;
  }

  @Override
  public void close() {
    pool.close();
  }

  private List<Integer> trusts() {
    return Objects.requireNonNull(
        transactions.execute(
            status ->
                jdbc.sql("select trust_id from trust order by 1").query(Integer.class).list()));
  }

  private <T> T within(int id, java.util.function.Supplier<T> work) {
    return Objects.requireNonNull(
        trust.within(id, () -> transactions.execute(status -> work.get())));
  }
}
