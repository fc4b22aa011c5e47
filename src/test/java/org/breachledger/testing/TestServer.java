package org.breachledger.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import org.breachledger.pipeline.database.DatabaseAddress;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The one real server of a test run, kept in {@code target/test-database}: several runs at once
 * share it, and the next run finds the migrated template of the same migrations again.
 */
final class TestServer {

  static final Path HOME = Path.of("target", "test-database");

  private static @Nullable TestServer instance;

  private final EmbeddedPostgres server;
  private final Properties passwords = new Properties();
  private final Map<String, DatabaseAddress> open = new HashMap<>();
  private final AtomicInteger number = new AtomicInteger();
  private final String template;

  private TestServer() throws IOException {
    server = EmbeddedPostgres.start(HOME);
    try (Reader file = Files.newBufferedReader(HOME.resolve("postgres").resolve("passwords"))) {
      passwords.load(file);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::end));
    dropLeftOvers();
    template = "template_" + fingerprintOfMigrations();
    migrateTemplate();
  }

  static synchronized TestServer instance() {
    if (instance == null) {
      try {
        instance = new TestServer();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return instance;
  }

  /** A copy of the migrated template. */
  synchronized DatabaseAddress cloned() {
    String name = nextName();
    statements("postgres")
        .sql("create database %s template %s owner breachledger_owner".formatted(name, template))
        .update();
    DatabaseAddress address = at(name);
    open.put(name, address);
    return address;
  }

  /** An empty database of an earlier layout. */
  synchronized DatabaseAddress ofLayout(String version) {
    String name = nextName();
    create(name);
    DatabaseAddress address = at(name);
    open.put(name, address);
    migrations(address).target(version).load().migrate();
    return address;
  }

  private String nextName() {
    return "test_" + ProcessHandle.current().pid() + "_" + number.incrementAndGet();
  }

  /** Brings a database to the newest layout. */
  static void migrate(DatabaseAddress address) {
    migrations(address).load().migrate();
  }

  private static FluentConfiguration migrations(DatabaseAddress address) {
    return Flyway.configure()
        .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
        .locations("classpath:db/migration");
  }

  private void create(String name) {
    statements("postgres")
        .sql("create database %s owner breachledger_owner".formatted(name))
        .update();
  }

  /** Statements as the server's administrator in a test's database. */
  JdbcClient administrator(DatabaseAddress address) {
    return statements(nameOf(address));
  }

  synchronized void drop(DatabaseAddress address) {
    open.remove(nameOf(address));
    statements("postgres")
        .sql("drop database if exists %s with (force)".formatted(nameOf(address)))
        .update();
  }

  private void end() {
    List.copyOf(open.values()).forEach(this::drop);
    server.close();
  }

  private void dropLeftOvers() {
    JdbcClient postgres = statements("postgres");
    postgres
        .sql("select datname from pg_database where datname like 'test\\_%'")
        .query(String.class)
        .list()
        .stream()
        .filter(name -> ProcessHandle.of(Long.parseLong(name.split("_")[1])).isEmpty())
        .forEach(name -> postgres.sql("drop database if exists " + name).update());
  }

  private void migrateTemplate() {
    JdbcClient postgres = statements("postgres");
    if (exists(postgres, template)) {
      return;
    }
    String fresh = template + "_" + ProcessHandle.current().pid();
    create(fresh);
    try {
      migrate(at(fresh));
      if (!exists(postgres, template)) {
        postgres.sql("alter database %s rename to %s".formatted(fresh, template)).update();
      }
    } finally {
      postgres.sql("drop database if exists " + fresh).update();
    }
  }

  private static boolean exists(JdbcClient postgres, String name) {
    return postgres
        .sql("select exists (select from pg_database where datname = ?)")
        .param(name)
        .query(Boolean.class)
        .single();
  }

  private DatabaseAddress at(String database) {
    DatabaseAddress ours = server.address();
    return new DatabaseAddress(
        ours.url().replaceFirst("/breachledger[?]", "/" + database + "?"),
        ours.ownerUser(),
        ours.ownerPassword(),
        ours.appUser(),
        ours.appPassword(),
        ours.initSql());
  }

  private JdbcClient statements(String database) {
    return JdbcClient.create(
        new DriverManagerDataSource(
            at(database).url(), "postgres", passwords.getProperty("postgres")));
  }

  private static String nameOf(DatabaseAddress address) {
    return address.shown().substring(address.shown().lastIndexOf('/') + 1);
  }

  private static String fingerprintOfMigrations() throws IOException {
    CRC32 sum = new CRC32();
    Resource[] migrations =
        new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*.sql");
    Arrays.sort(migrations, Comparator.comparing(file -> String.valueOf(file.getFilename())));
    for (Resource migration : migrations) {
      sum.update(migration.getContentAsByteArray());
    }
    return Long.toHexString(sum.getValue());
  }
}
