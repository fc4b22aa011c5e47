package org.breachledger.pipeline.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.DatabaseDoor;
import org.breachledger.pipeline.database.DatabaseUnavailable;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.home.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * An installation at work: its database is up and migrated, its rules are read, its jobs can be
 * run. Closing ends the jobs first and then the database.
 */
public final class Installation implements AutoCloseable {

  private final @Nullable EmbeddedPostgres embedded;
  private final Supplier<ConfigurableApplicationContext> start;
  private ConfigurableApplicationContext context;

  private Installation(
      @Nullable EmbeddedPostgres embedded, Supplier<ConfigurableApplicationContext> start) {
    this.embedded = embedded;
    this.start = start;
    this.context = start.get();
  }

  /**
   * Opens an installation.
   *
   * @param jobs the school's own tables
   * @param pages whether the pages are served
   * @param schedule whether Quartz rings for the jobs
   */
  public static Installation open(Home home, Path jobs, boolean pages, boolean schedule)
      throws IOException {
    refuseHalfRestored(home);
    home.prepare();
    Optional<DatabaseAddress> outside = DatabaseAddress.find(System.getenv());
    @Nullable EmbeddedPostgres embedded =
        outside.isPresent() ? null : EmbeddedPostgres.start(home.folder());
    try {
      DatabaseAddress address = embedded == null ? outside.orElseThrow() : embedded.address();
      DatabaseDoor.check(address);
      return new Installation(embedded, () -> context(home, jobs, pages, schedule, address));
    } catch (RuntimeException e) {
      if (embedded != null) {
        embedded.close();
      }
      throw e;
    }
  }

  /** A fresh record must not begin where an old one was about to come back. */
  private static void refuseHalfRestored(Home home) {
    if (Files.exists(home.restoring())) {
      throw new DatabaseUnavailable(
          "A restore into "
              + home.folder()
              + " did not end. Give the command restore again; or delete "
              + home.restoring()
              + " to do without it.");
    }
  }

  private static ConfigurableApplicationContext context(
      Home home, Path jobs, boolean pages, boolean schedule, DatabaseAddress address) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("spring.datasource.url", address.url());
    settings.put("spring.datasource.username", address.appUser());
    settings.put("spring.datasource.password", address.appPassword());
    settings.put("spring.flyway.url", address.url());
    settings.put("spring.flyway.user", address.ownerUser());
    settings.put("spring.flyway.password", address.ownerPassword());
    if (address.initSql() != null) {
      settings.put("spring.datasource.hikari.connection-init-sql", address.initSql());
    }
    settings.put("breachledger.home", home.folder().toString());
    settings.put("breachledger.jobs", jobs.toString());
    settings.put("breachledger.schedule", Boolean.toString(schedule));
    if (!schedule) {
      settings.put(
          "spring.autoconfigure.exclude",
          "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration");
    }
    ConfigurableApplicationContext context =
        new SpringApplicationBuilder(BreachledgerApplication.class)
            .web(pages ? WebApplicationType.SERVLET : WebApplicationType.NONE)
            .registerShutdownHook(false)
            .lazyInitialization(!pages && !schedule)
            .run(arguments(settings));
    DatabaseDoor.checkRuntime(address);
    return context;
  }

  /** As arguments, because these outrank what the environment says of the same names. */
  private static String[] arguments(Map<String, Object> settings) {
    return settings.entrySet().stream()
        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
        .toArray(String[]::new);
  }

  /** A part of the installation. */
  public <T> T get(Class<T> part) {
    return context.getBean(part);
  }

  /** A part of the installation by its name, where there are several of a kind. */
  public <T> T get(String name, Class<T> part) {
    return context.getBean(name, part);
  }

  /** The port the pages are served on. */
  public int port() {
    return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  /** Ends every part and makes them anew, by the tables and settings as they are now. */
  public synchronized void startAgain() {
    context.close();
    context = start.get();
  }

  @Override
  public synchronized void close() {
    context.close();
    if (embedded != null) {
      embedded.close();
    }
  }
}
