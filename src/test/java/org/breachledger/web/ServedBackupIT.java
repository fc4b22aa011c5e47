package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program at work: an operator makes a backup on the page, and it is restored. */
class ServedBackupIT {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final Pattern PASSWORD = Pattern.compile("\"operator\" with the password (\\S+)");
  private static final String WORDS = "five odd words for backups";

  @TempDir private Path folder;

  private Path home;
  private Process serving;
  private int port;

  @BeforeEach
  void serve() throws Exception {
    home = ReadyHome.of(folder, "Rowan Primary School").folder();
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    serving =
        Program.start(
            folder,
            Map.of("SERVER_PORT", Integer.toString(port)),
            "--home",
            home.toString(),
            "serve",
            "--first-accounts");
  }

  @AfterEach
  void stop() throws Exception {
    serving.destroy();
    assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aBackupMadeOnThePageIsRestored() throws Exception {
    Browser operator = signedIn();
    operator.submit(
        "/operation", "/operation/backup", Map.of("passphrase", WORDS, "again", "others"));
    assertThat(operator.get("/operation").body()).contains("was not repeated as it was");
    operator.submit(
        "/operation", "/operation/backup", Map.of("passphrase", "short", "again", "short"));
    assertThat(operator.get("/operation").body()).contains("The passphrase is too short");
    assertThat(home.resolve("backups")).doesNotExist();

    operator.submit("/operation", "/operation/backup", Map.of("passphrase", WORDS, "again", WORDS));
    String page = until(operator, "was made and read back");
    assertThat(page).contains("Last backup", ".backup").doesNotContain(WORDS, "None is on record");
    assertThat(Files.readString(folder.resolve("err"))).doesNotContain(WORDS);

    Path passphrase = Files.writeString(folder.resolve("words.txt"), WORDS);
    Path other = folder.resolve("other");
    Program.Result restored =
        Program.answer(
            "restore",
            made().toString(),
            "--home",
            other.toString(),
            "--passphrase-file",
            passphrase.toString());
    assertThat(restored.code()).as(restored.err()).isZero();
    assertThat(other.resolve("jobs/intake/schools.csv"))
        .hasSameTextualContentAs(home.resolve("jobs/intake/schools.csv"));
    assertThat(other.resolve("backups")).doesNotExist();
  }

  private Path made() throws IOException {
    try (Stream<Path> files = Files.list(home.resolve("backups"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.get(0);
    }
  }

  private Browser signedIn() throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    Matcher printed = PASSWORD.matcher("");
    while (!printed.find()) {
      assertThat(Instant.now()).as("it serves in time").isBefore(end);
      assertThat(serving.isAlive()).isTrue();
      Thread.sleep(200);
      printed =
          PASSWORD.matcher(
              Files.readString(folder.resolve("out")) + Files.readString(folder.resolve("err")));
    }
    Browser browser = new Browser(port);
    browser.signIn("operator", printed.group(1));
    browser.submit(
        "/password",
        "/password",
        Map.of(
            "current",
            printed.group(1),
            "chosen",
            SampleRecord.PASSWORD,
            "again",
            SampleRecord.PASSWORD));
    return Browser.signedIn(port, "operator");
  }

  private static String until(Browser operator, String words) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    String page = operator.get("/operation").body();
    while (!page.contains(words)) {
      assertThat(Instant.now()).as(page).isBefore(end);
      Thread.sleep(200);
      page = operator.get("/operation").body();
    }
    return page;
  }
}
