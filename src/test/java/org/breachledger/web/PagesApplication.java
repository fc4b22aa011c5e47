package org.breachledger.web;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.breachledger.alerting.AddressBook;
import org.breachledger.alerting.AlertNews;
import org.breachledger.alerting.Routes;
import org.breachledger.alerting.store.AlertLife;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The pages alone, on a real server and a test's database. It carries no stereotype, so that a scan
 * of the whole program passes it over.
 */
@EnableAutoConfiguration(
    excludeName = {
      "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
      "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
      "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration",
      "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
    })
@ComponentScan({"org.breachledger.web", "org.breachledger.access"})
final class PagesApplication {

  static ConfigurableApplicationContext start(TestDatabase database, String home, int port) {
    ApplicationContextInitializer<GenericApplicationContext> parts =
        context -> {
          context.registerBean(DataSource.class, database::dataSource);
          context.registerBean(PlatformTransactionManager.class, database::transactionManager);
          context.registerBean(CurrentTrust.class, database::trust);
          context.registerBean(Routes.class, () -> Routes.read(new JobsFolder(null)));
          context.registerBean(
              PolicyProfile.class,
              () -> PolicyProfile.read(new JobsFolder(null), "category-levels"));
          context.registerBean(Clock.class, Clock::systemUTC);
          context.registerBean(AlertLife.class, () -> life(database));
        };
    return new SpringApplicationBuilder(PagesApplication.class)
        .web(WebApplicationType.SERVLET)
        .initializers(parts)
        .run(
            "--server.port=" + port,
            "--server.forward-headers-strategy=native",
            "--breachledger.home=" + home,
            "--logging.level.root=warn");
  }

  private static AlertLife life(TestDatabase database) {
    return new AlertLife(
        database.jdbc(),
        new AddressBook("log@example.org", "", Map.of()),
        AlertNews.NONE,
        new JdbcAuditTrail(database.jdbc(), database.transactionManager(), Clock.systemUTC()));
  }
}
