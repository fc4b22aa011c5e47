package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** A server somebody else runs: with no role of ours, and one login that owns an empty database. */
class OutsideServerIT {

  @TempDir private static Path home;

  private static EmbeddedPostgres server;
  private static JdbcClient administrator;
  private static String base;

  @BeforeAll
  static void bareServer() {
    server = EmbeddedPostgres.start(home);
    Path folder = home.resolve("postgres");
    PostgresPasswords passwords =
        PostgresPasswords.in(folder.resolve("passwords"), folder.resolve("data"));
    base = server.address().shown().replace("/breachledger", "/");
    administrator =
        JdbcClient.create(
            new DriverManagerDataSource(base + "postgres", "postgres", passwords.of("postgres")));
    administrator.sql("drop database breachledger").update();
    for (String role : List.of("breachledger_owner", "breachledger_app", "breachledger_backup")) {
      administrator.sql("drop role " + role).update();
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aLoginThatMayCreateRolesNeedsNothingElseAndOneThatMayNotSaysWhatItNeeds() {
    DatabaseAddress humble = loginAndDatabase("humble", "nocreaterole");
    assertThatThrownBy(() -> DatabaseDoor.check(humble))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("humble may not create them")
        .hasMessageContaining("create role breachledger_app;")
        .hasMessageContaining("grant breachledger_app to humble;");

    DatabaseAddress able = loginAndDatabase("able", "createrole");
    migrate(able);
    assertThat(whoWorks(able)).isEqualTo("breachledger_app");

    for (DatabaseAddress late : List.of(humble, loginAndDatabase("late", "createrole"))) {
      assertThatThrownBy(() -> DatabaseDoor.check(late))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining("the login " + late.appUser() + " may not work as breachledger_app")
          .hasMessageContaining("grant breachledger_app to " + late.appUser() + ";");
    }

    administrator.sql("grant breachledger_app to humble").update();
    migrate(humble);
    assertThat(whoWorks(humble)).isEqualTo("breachledger_app");
  }

  private static DatabaseAddress loginAndDatabase(String name, String rights) {
    administrator.sql("create role " + name + " login password 'p' " + rights).update();
    administrator.sql("create database " + name + " owner " + name).update();
    return DatabaseAddress.find(
            Map.of(
                "SPRING_DATASOURCE_URL",
                base + name,
                "SPRING_DATASOURCE_USERNAME",
                name,
                "SPRING_DATASOURCE_PASSWORD",
                "p"))
        .orElseThrow();
  }

  private static void migrate(DatabaseAddress address) {
    DatabaseDoor.check(address);
    Flyway.configure()
        .dataSource(address.url(), address.ownerUser(), address.ownerPassword())
        .locations("classpath:db/migration")
        .load()
        .migrate();
    DatabaseDoor.checkRuntime(address);
  }

  private static String whoWorks(DatabaseAddress address) {
    SingleConnectionDataSource connection =
        new SingleConnectionDataSource(
            address.url(), address.appUser(), address.appPassword(), true);
    try {
      JdbcClient jdbc = JdbcClient.create(connection);
      jdbc.sql(String.valueOf(address.initSql())).update();
      return jdbc.sql("select current_user::text").query(String.class).single();
    } finally {
      connection.destroy();
    }
  }
}
