package org.breachledger.alerting.mail;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.store.Outbox;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.breachledger.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Empties the outbox of a test's database in a process of its own, so that it can be killed. */
final class Courier {

  private Courier() {}

  static Process start(TestDatabase database, int port) throws IOException {
    DatabaseAddress address = database.address();
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Courier.class.getName(),
                Integer.toString(port),
                Integer.toString(database.trustId())));
    Map<String, String> environment = builder.environment();
    environment.put("COURIER_URL", address.url());
    environment.put("COURIER_USER", address.appUser());
    environment.put("COURIER_PASSWORD", address.appPassword());
    environment.put("COURIER_INIT", address.initSql() == null ? "" : address.initSql());
    return builder
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Arguments: the mail server's port and the trust. */
  public static void main(String... arguments) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(System.getenv("COURIER_URL"));
    config.setUsername(System.getenv("COURIER_USER"));
    config.setPassword(System.getenv("COURIER_PASSWORD"));
    String init = System.getenv("COURIER_INIT");
    config.setConnectionInitSql(init.isEmpty() ? null : init);
    config.setMaximumPoolSize(2);
    CurrentTrust trust = new CurrentTrust();
    trust.byDefault(Integer.parseInt(arguments[1]));
    try (HikariDataSource pool = new HikariDataSource(config)) {
      SmtpServer server =
          new SmtpServer("127.0.0.1", Integer.parseInt(arguments[0]), "", "", false);
      new Delivery(
              new TransactionTemplate(new TrustTransactionManager(pool, trust)),
              new Outbox(JdbcClient.create(pool)),
              new SmtpPost(server, Letters.SENDER),
              new AddressBook(Letters.SENDER, "", Map.of()),
              Clock.fixed(Shelf.AT, ZoneOffset.UTC))
          .run();
    }
  }
}
