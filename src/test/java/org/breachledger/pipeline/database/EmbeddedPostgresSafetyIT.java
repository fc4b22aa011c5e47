package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server in the home keeps what it is told, and keeps it to itself. */
class EmbeddedPostgresSafetyIT {

  @TempDir private static Path home;

  private static Path folder;
  private static EmbeddedPostgres database;

  @BeforeAll
  static void start() {
    folder = home.resolve("postgres");
    database = EmbeddedPostgres.start(home);
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "full_page_writes, on",
    "synchronous_commit, on",
    "data_checksums, on",
    "listen_addresses, 127.0.0.1",
    "unix_socket_directories, ''",
    "password_encryption, scram-sha-256",
    "server_encoding, UTF8",
    "log_statement, none",
    "log_error_verbosity, terse",
  })
  void theServerIsSetUpSafely(String setting, String value) {
    assertThat(
            as("postgres")
                .sql("select setting from pg_settings where name = ?")
                .param(setting)
                .query(String.class)
                .single())
        .isEqualTo(value);
  }

  @Test
  void lettersBeyondAsciiSortAndFoldTheSameOnEveryMachine() {
    assertThat(as("breachledger_owner").sql("select lower('ÉÄØ')").query(String.class).single())
        .isEqualTo("éäø");
    assertThat(
            as("postgres")
                .sql(
                    "select datlocprovider::text || ' ' || datlocale from pg_database where datname = ?")
                .param("breachledger")
                .query(String.class)
                .single())
        .isEqualTo("b C.UTF-8");
  }

  @Test
  void onlyThisMachineIsListenedTo() throws IOException {
    String port = "%04X".formatted(Postmaster.find(folder.resolve("data")).orElseThrow().port());
    assertThat(listening("/proc/net/tcp")).contains("0100007F:" + port);
    assertThat(
            Stream.concat(listening("/proc/net/tcp").stream(), listening("/proc/net/tcp6").stream())
                .filter(address -> address.endsWith(":" + port)))
        .containsExactly("0100007F:" + port);
  }

  @Test
  void nobodyComesInWithoutThePassword() {
    for (String user : List.of("postgres", "breachledger_owner", "breachledger_app")) {
      for (String guess : List.of("", "postgres", user)) {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", guess);
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.address().url(), login).close())
            .as("%s with a guessed password", user)
            .isInstanceOf(SQLException.class);
      }
    }
  }

  @Test
  void nobodyElseReadsTheFiles() throws IOException {
    assertThat(permissions(folder.resolve("passwords"))).isEqualTo("rw-------");
    assertThat(permissions(folder.resolve("data"))).isEqualTo("rwx------");
  }

  @Test
  void theLogNeverHoldsWhatARowHolds() throws IOException {
    as("breachledger_owner").sql("create table pupils (name text primary key, born int)").update();
    as("breachledger_owner").sql("insert into pupils values ('Marker-in-a-cell', 1)").update();
    for (String wrong :
        List.of(
            "insert into pupils values ('Marker-in-a-cell', 2)",
            "insert into pupils values ('x', 'Marker-in-a-cell'::int)",
            "select * from pupils where no_such_column = 'Marker-in-a-cell'")) {
      assertThatThrownBy(() -> as("breachledger_owner").sql(wrong).update())
          .isInstanceOf(RuntimeException.class);
    }
    try (Stream<Path> logs = Files.list(folder.resolve("log"))) {
      assertThat(logs.map(EmbeddedPostgresSafetyIT::text))
          .isNotEmpty()
          .allSatisfy(log -> assertThat(log).doesNotContain("Marker-in-a-cell"))
          .anySatisfy(log -> assertThat(log).contains("database system is ready"));
    }
  }

  @Test
  void anErrorDoesNotRepeatARow() {
    as("breachledger_owner").sql("create table pupils_again (name text primary key)").update();
    as("breachledger_owner").sql("insert into pupils_again values ('Marker-in-a-cell')").update();
    String again = "insert into pupils_again values (?)";
    assertThatThrownBy(() -> as("breachledger_owner").sql(again).param("Marker-in-a-cell").update())
        .rootCause()
        .hasMessageContaining("duplicate key")
        .message()
        .doesNotContain("Marker-in-a-cell");
  }

  @Test
  void theBackupReadsAndNeverWrites() {
    as("breachledger_owner").sql("create table read_only (a int)").update();
    as("breachledger_owner").sql("grant all on read_only to breachledger_backup").update();
    assertThatThrownBy(
            () -> as("breachledger_backup").sql("insert into read_only values (1)").update())
        .rootCause()
        .hasMessageContaining("read-only transaction");
  }

  private static JdbcClient as(String user) {
    PostgresPasswords passwords =
        PostgresPasswords.in(folder.resolve("passwords"), folder.resolve("data"));
    return JdbcClient.create(
        new DriverManagerDataSource(database.address().url(), user, passwords.of(user)));
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Local addresses in state LISTEN (0A), as hexadecimal address and port. */
  private static List<String> listening(String table) throws IOException {
    return Files.readAllLines(Path.of(table)).stream()
        .map(line -> line.strip().split(" +"))
        .filter(words -> words.length > 3 && words[3].equals("0A"))
        .map(words -> words[1])
        .toList();
  }
}
