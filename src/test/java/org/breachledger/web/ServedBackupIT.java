package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program at work: an operator makes a backup on the page, and it is restored. */
class ServedBackupIT {

  private static final String WORDS = "five odd words for backups";

  @TempDir private Path folder;

  private Path home;
  private Served served;

  @BeforeEach
  void serve() throws Exception {
    home = ReadyHome.of(folder, "Rowan Primary School").folder();
    served = Served.start(folder, home, Map.of());
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void aBackupMadeOnThePageIsRestored() throws Exception {
    Browser operator = served.signedIn("operator");
    operator.submit(
        "/operation", "/operation/backup", Map.of("passphrase", WORDS, "again", "others"));
    assertThat(operator.get("/operation").body()).contains("was not repeated as it was");
    operator.submit(
        "/operation", "/operation/backup", Map.of("passphrase", "short", "again", "short"));
    assertThat(operator.get("/operation").body()).contains("The passphrase is too short");
    assertThat(home.resolve("backups")).doesNotExist();

    operator.submit("/operation", "/operation/backup", Map.of("passphrase", WORDS, "again", WORDS));
    String page = Served.until(operator, "/operation", "was made and read back");
    assertThat(page).contains("Last backup", ".backup").doesNotContain(WORDS, "None is on record");
    assertThat(served.said()).doesNotContain(WORDS);

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
    Path trail = folder.resolve("trail.csv");
    Program.answer("export", "audit", "--home", other.toString(), "--out", trail.toString());
    assertThat(Files.readString(trail)).contains("operator,begin-backup");
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
}
