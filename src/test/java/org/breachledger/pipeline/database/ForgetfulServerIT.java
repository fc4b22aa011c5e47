package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A server that may lose or tear what it said is stored is refused at the door. */
class ForgetfulServerIT {

  @TempDir private static Path home;

  private static EmbeddedPostgres server;
  private static JdbcClient administrator;

  @BeforeAll
  static void start() {
    server = EmbeddedPostgres.start(home);
    Path folder = home.resolve("postgres");
    PostgresPasswords passwords =
        PostgresPasswords.in(folder.resolve("passwords"), folder.resolve("data"));
    administrator =
        JdbcClient.create(
            new DriverManagerDataSource(
                server.address().url(), "postgres", passwords.of("postgres")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"fsync", "full_page_writes"})
  void isRefusedAsLongAsItForgets(String setting) throws Exception {
    assertThatCode(() -> DatabaseDoor.check(server.address())).doesNotThrowAnyException();
    set(setting, "off");
    try {
      assertThatThrownBy(() -> DatabaseDoor.check(server.address()))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining(server.address().shown() + " works with " + setting + " off")
          .hasMessageContaining("alter system set");
    } finally {
      set(setting, "on");
    }
    assertThatCode(() -> DatabaseDoor.check(server.address())).doesNotThrowAnyException();
  }

  /** The server reads its settings again a moment after it was told to. */
  private static void set(String setting, String value) throws InterruptedException {
    administrator.sql("alter system set " + setting + " = " + value).update();
    administrator.sql("select pg_reload_conf()").query().listOfRows();
    for (int tried = 0; tried < 100; tried++) {
      if (value.equals(administrator.sql("show " + setting).query(String.class).single())) {
        return;
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException(setting + " did not become " + value);
  }
}
