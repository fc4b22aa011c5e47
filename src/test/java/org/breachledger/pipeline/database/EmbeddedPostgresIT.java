package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The server in the home: durable, shared by programs, recovered after kills. */
class EmbeddedPostgresIT {

  /** Where /proc tells a process's session. */
  private static final int SESSION = 5;

  @TempDir private static Path home;

  private static Path data;
  private EmbeddedPostgres database;

  @BeforeAll
  static void oneHomeForAll() {
    data = home.resolve("postgres").resolve("data");
  }

  @BeforeEach
  void start() {
    database = EmbeddedPostgres.start(home);
  }

  @AfterEach
  void stop() {
    database.close();
    assertThat(Postmaster.find(data)).as("a server left running in %s", data).isEmpty();
  }

  @Test
  void whatWasCommittedIsThereAfterARestart() {
    keepAnAnswer();
    database.close();
    assertThat(Postmaster.find(data)).isEmpty();
    start();
    assertThat(answer()).isEqualTo(42);
  }

  @Test
  void whatWasCommittedIsThereAfterTheServerWasKilled() {
    keepAnAnswer();
    kill(pid());
    database.close();
    start();
    assertThat(answer()).isEqualTo(42);
  }

  @Test
  void aServerKilledUnderARunningProgramIsStartedByTheNextStart() {
    long first = pid();
    kill(first);
    try (EmbeddedPostgres again = EmbeddedPostgres.start(home)) {
      assertThat(pid()).isNotEqualTo(first);
      assertThat(again.address().url())
          .contains(":" + Postmaster.find(data).orElseThrow().port() + "/");
    }
    assertThat(Postmaster.find(data)).as("still in use by the first").isPresent();
  }

  @Test
  void anIdLeftBehindThatIsNowAnotherProgramsIsForgotten() throws IOException {
    List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
    database.close();
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(data.resolve("postmaster.pid"), lines);
    start();
    assertThat(pid()).isNotEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void anEmptyIdFileIsForgotten() throws IOException {
    database.close();
    Files.createFile(data.resolve("postmaster.pid"));
    start();
    assertThat(owner().sql("select 1").query(Integer.class).single()).isEqualTo(1);
  }

  /** An interrupt at the terminal goes to the whole session; the server must not be in it. */
  @Test
  void theServerIsInASessionOfItsOwn() throws IOException {
    String[] stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat")).split(" ");
    String[] ours = Files.readString(Path.of("/proc/self/stat")).split(" ");
    assertThat(stat[SESSION]).isNotEqualTo(ours[SESSION]);
  }

  @Test
  void aSecondProgramJoinsAndTheLastOneOutStops() throws IOException, InterruptedException {
    long server = pid();
    try (HomeUser second = HomeUser.on(home)) {
      assertThat(second.url()).isEqualTo(database.address().url());
      database.close();
      assertThat(pid()).isEqualTo(server);
    }
    assertThat(Postmaster.find(data)).isEmpty();
  }

  @Test
  void aSecondProgramLeavesTheServerToTheFirst() throws IOException, InterruptedException {
    try (HomeUser second = HomeUser.on(home)) {
      assertThat(second.url()).isEqualTo(database.address().url());
    }
    assertThat(owner().sql("select 1").query(Integer.class).single()).isEqualTo(1);
  }

  @Test
  void twoProgramsStartingAtOnceEndOnOneServer() throws IOException, InterruptedException {
    database.close();
    try (HomeUser first = HomeUser.on(home);
        HomeUser second = HomeUser.on(home)) {
      assertThat(first.url()).startsWith("jdbc:postgresql://127.0.0.1:").isEqualTo(second.url());
    }
    assertThat(Postmaster.find(data)).isEmpty();
  }

  @Test
  void theServerOfAKilledProgramIsJoined() throws IOException, InterruptedException {
    database.close();
    HomeUser killed = HomeUser.on(home);
    String url = killed.url();
    long server = pid();
    killed.kill();
    assertThat(ProcessHandle.of(server)).isPresent();
    start();
    assertThat(pid()).isEqualTo(server);
    assertThat(database.address().url()).isEqualTo(url);
  }

  @Test
  void theDataOfAnotherMajorVersionIsLeftAlone() throws IOException {
    database.close();
    String ours = Files.readString(data.resolve("PG_VERSION"));
    Files.writeString(data.resolve("PG_VERSION"), "13\n");
    assertThatThrownBy(() -> EmbeddedPostgres.start(home))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining(data.toRealPath().toString())
        .hasMessageContaining("was written by PostgreSQL 13")
        .hasMessageContaining("backup");
    Files.writeString(data.resolve("PG_VERSION"), ours);
  }

  @Test
  void lostPasswordsAreSaidNotMadeUp() throws IOException {
    database.close();
    Path passwords = home.resolve("postgres").resolve("passwords");
    Path away = Files.move(passwords, home.resolve("passwords"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(home))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("passwords is missing")
        .hasMessageContaining("restore a backup");
    assertThat(passwords).doesNotExist();
    Files.move(away, passwords);
  }

  @Test
  void aHomeThatCannotBeWrittenIsRefused() throws IOException {
    Path file = Files.createFile(home.resolve("a-file"));
    assertThatThrownBy(() -> EmbeddedPostgres.start(file))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("--home");
  }

  @Test
  void aStoppedSetUpIsTakenUpAgain(@TempDir Path other) throws IOException {
    Path folder = Files.createDirectories(other.resolve("postgres").resolve("data.new"));
    Files.writeString(folder.resolve("PG_VERSION"), "18\n");
    Files.createDirectories(other.resolve("postgres").resolve("18.6.new").resolve("bin"));
    try (EmbeddedPostgres again = EmbeddedPostgres.start(other)) {
      assertThat(again.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
    assertThat(folder).doesNotExist();
  }

  @Test
  void aHomeWithASpaceAndAnApostropheIsAsGood(@TempDir Path other) {
    Path odd = other.resolve("Head's home");
    try (EmbeddedPostgres again = EmbeddedPostgres.start(odd)) {
      assertThat(again.address().url()).startsWith("jdbc:postgresql://127.0.0.1:");
    }
    assertThat(odd.resolve("postgres").resolve("log")).isNotEmptyDirectory();
  }

  /** Root hands the data to a user without rights where no user namespace may be opened. */
  @Test
  void asRootTheServerRunsAsWhoeverOwnsTheData() throws IOException {
    assumeTrue("root".equals(System.getProperty("user.name")), "only root can hand files over");
    database.close();
    Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
    giveDataTo("nobody");
    try {
      start();
      assertThat(Files.getOwner(Path.of("/proc", Long.toString(pid()))).getName())
          .isEqualTo("nobody");
      database.close();
    } finally {
      giveDataTo("root");
    }
  }

  private static void giveDataTo(String user) {
    new ServerAccount(List.of(), user).handOver(data);
    new ServerAccount(List.of(), user).handOver(home.resolve("postgres").resolve("log"));
  }

  private JdbcClient owner() {
    DatabaseAddress address = database.address();
    return JdbcClient.create(
        new DriverManagerDataSource(address.url(), address.ownerUser(), address.ownerPassword()));
  }

  private void keepAnAnswer() {
    owner().sql("drop table if exists kept").update();
    owner().sql("create table kept as select 42 as answer").update();
  }

  private int answer() {
    return owner().sql("select answer from kept").query(Integer.class).single();
  }

  private long pid() {
    return Postmaster.find(data).orElseThrow().pid();
  }

  private static void kill(long pid) {
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    server.destroyForcibly();
    server.onExit().join();
  }
}
