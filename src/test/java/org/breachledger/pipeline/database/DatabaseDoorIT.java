package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator reads when the database cannot be used. */
class DatabaseDoorIT {

  /** Roles belong to the whole server, which several test runs may share. */
  private static final String LOGIN = "door_test_" + ProcessHandle.current().pid();

  private static TestDatabase database;
  private static DatabaseAddress right;

  @BeforeAll
  static void open() {
    database = TestDatabase.fresh();
    right = database.address();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void theRightAddressIsLetThrough() {
    assertThatCode(() -> DatabaseDoor.check(right)).doesNotThrowAnyException();
    assertThatCode(() -> DatabaseDoor.checkRuntime(right)).doesNotThrowAnyException();
  }

  @Test
  void noServerAtTheAddress() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = socket.getLocalPort();
    }
    String url = "jdbc:postgresql://127.0.0.1:" + closed + "/bl";
    refused(
        at(url + "?password=pass-o"),
        "No PostgreSQL server answers at " + url + ". Check that it runs there");
  }

  @Test
  void anotherKindOfServerAtTheAddress() throws IOException {
    try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> answer = CompletableFuture.runAsync(() -> answerAsAWebServer(web));
      String url = "jdbc:postgresql://127.0.0.1:" + web.getLocalPort() + "/bl?sslmode=disable";
      refused(at(url), "No PostgreSQL server answers at");
      answer.join();
    }
  }

  @Test
  void anotherKindOfAddress() {
    refused(
        at("jdbc:mysql://127.0.0.1/bl"),
        "The address jdbc:mysql://127.0.0.1/bl is no PostgreSQL address: write"
            + " SPRING_DATASOURCE_URL as jdbc:postgresql://host:5432/database.");
  }

  @Test
  void theWrongPassword() {
    refused(
        at(right.url()),
        "The server at " + right.shown() + " refuses the password of breachledger_owner. Check");
  }

  @Test
  void noSuchDatabase() {
    refused(
        new DatabaseAddress(
            right.url().replace(right.shown(), right.shown() + "_missing"),
            right.ownerUser(),
            right.ownerPassword(),
            "",
            "",
            null),
        "There is no such database at " + right.shown() + "_missing. Let the server's");
  }

  @ParameterizedTest
  @CsvSource({
    "alter role LOGIN superuser, set role LOGIN",
    "alter role LOGIN bypassrls, set role LOGIN",
    "grant breachledger_owner to LOGIN, set role breachledger_owner",
    "grant breachledger_owner to LOGIN, set role LOGIN",
  })
  void aRuntimeRoleWithTooMuchPower(String power, String initSql) {
    DatabaseAddress address = loginOfItsOwn(power, initSql);
    try {
      assertThatThrownBy(() -> DatabaseDoor.checkRuntime(address))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining(LOGIN + " would work on " + right.shown() + " as a superuser")
          .hasMessageContaining("alter role breachledger_app nosuperuser nobypassrls;")
          .message()
          .doesNotContain("pass-a");
    } finally {
      database.administrator().sql("drop role " + LOGIN).update();
    }
  }

  @Test
  void aLoginThatMayNotBecomeTheApplication() {
    DatabaseAddress address =
        loginOfItsOwn("alter role LOGIN nosuperuser", "set role breachledger_app");
    try {
      assertThatThrownBy(() -> DatabaseDoor.checkRuntime(address))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageEndingWith(
              "the login "
                  + LOGIN
                  + " may not work as breachledger_app. Let the server's administrator run: grant"
                  + " breachledger_app to "
                  + LOGIN
                  + ";");
    } finally {
      database.administrator().sql("drop role " + LOGIN).update();
    }
  }

  private static DatabaseAddress loginOfItsOwn(String power, String initSql) {
    database
        .administrator()
        .sql(
            "create role %s login password 'pass-a'; %s"
                .formatted(LOGIN, power.replace("LOGIN", LOGIN)))
        .update();
    return new DatabaseAddress(
        right.url(), "", "", LOGIN, "pass-a", initSql.replace("LOGIN", LOGIN));
  }

  private static DatabaseAddress at(String url) {
    return new DatabaseAddress(
        url, "breachledger_owner", "pass-o", "breachledger_app", "pass-a", null);
  }

  private static void refused(DatabaseAddress address, String sentence) {
    assertThatThrownBy(() -> DatabaseDoor.check(address))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageStartingWith(sentence)
        .message()
        .doesNotContain("pass-o");
  }

  private static void answerAsAWebServer(ServerSocket web) {
    try (Socket visitor = web.accept()) {
      visitor
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
