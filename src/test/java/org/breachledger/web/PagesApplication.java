package org.breachledger.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.breachledger.testing.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole program with its pages on a real server, and a test's database. */
final class PagesApplication {

  private static final String PROGRAM = "org.breachledger.pipeline.boot.BreachledgerApplication";

  private PagesApplication() {}

  /** Starts it, with further settings as arguments. */
  static ConfigurableApplicationContext start(
      TestDatabase database, String home, int port, String... settings) {
    ApplicationContextInitializer<GenericApplicationContext> parts =
        context -> context.registerBean(DataSource.class, database::dataSource);
    SpringApplication program =
        new SpringApplicationBuilder()
            .web(WebApplicationType.SERVLET)
            .initializers(parts)
            .application();
    program.setSources(Set.of(PROGRAM));
    String[] all = Stream.concat(usual(home, port), Arrays.stream(settings)).toArray(String[]::new);
    return program.run(all);
  }

  private static Stream<String> usual(String home, int port) {
    return Stream.of(
        "--server.port=" + port,
        "--server.forward-headers-strategy=native",
        "--breachledger.home=" + home,
        "--breachledger.jobs=" + home + "/jobs",
        "--breachledger.schedule=false",
        "--spring.autoconfigure.exclude="
            + "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration,"
            + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        "--logging.level.root=warn");
  }
}
