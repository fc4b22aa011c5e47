package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The packaged program keeps originals so that nobody reads them, and gives them back. */
class ArchiveCommandIT {

  private static final String CANARY = "quillfeather";
  private static final String LOG =
      "Reference,School,Date of incident,Date identified,Type of breach,Description\n"
          + "A1,Elm School,2026-03-02,2026-03-02,Disclosed in error,About Quillfeather\n";

  @TempDir private Path folder;
  private Home home;
  private Path sent;

  @BeforeEach
  void importALog() throws Exception {
    home = ReadyHome.of(folder, "Elm School");
    sent = Files.writeString(folder.resolve("log.csv"), LOG);
    answer(0, home, "import", sent.toString());
  }

  @Test
  void noFileOfTheHomeHoldsAWordOfTheOriginal() throws Exception {
    assertThat(home.archive()).isDirectoryRecursivelyContaining("glob:**/" + Archive.sha256(sent));
    assertThat(holdingTheCanary()).isEmpty();
  }

  @Test
  void anOriginalIsGivenBackAsItCameAndThatIsOnRecord() throws Exception {
    Path out = folder.resolve("again.csv");
    give(0, home, out);
    assertThat(out).hasSameBinaryContentAs(sent);
    assertThat(
            query("select who || ' ' || details from audit_entry where action = 'give-original'"))
        .singleElement()
        .asString()
        .startsWith("dpo ")
        .contains(Archive.sha256(sent));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(out)))
        .isEqualTo("rw-------");
    assertThat(give(2, home, out)).startsWith("--out: " + out + " is there already");
    assertThat(answer(2, home, "archive", "give", "7", "--by", "dpo", "--out", folder + "/x").err())
        .startsWith("There is no original of import 7: no import has that number");
  }

  @Test
  void whereItIsDamagedOrItsKeyIsMissingNothingIsWritten() throws Exception {
    Path kept = kept();
    byte[] whole = Files.readAllBytes(kept);
    byte[] damaged = whole.clone();
    damaged[damaged.length - 1] ^= 1;
    Files.write(kept, damaged);
    Path out = folder.resolve("again.csv");
    assertThat(give(2, home, out)).contains("is damaged: it is not what was kept");
    assertThat(out).doesNotExist();
    Files.write(kept, whole);
    Path key = home.secrets().resolve("archive.key");
    Path aside = Files.move(key, folder.resolve("aside"));
    assertThat(give(2, home, out)).startsWith("The key of the archive, " + key + ", is missing");
    Path other = Files.writeString(folder.resolve("other.csv"), LOG.replace("A1", "A2"));
    assertThat(answer(2, home, "import", other.toString()).err())
        .startsWith("The key of the archive, " + key + ", is missing");
    assertThat(out).doesNotExist();
    Files.move(aside, key);
    give(0, home, out);
    assertThat(out).hasSameBinaryContentAs(sent);
  }

  @Test
  void aBackupBringsOriginalAndKey() throws Exception {
    Path words = Files.writeString(folder.resolve("words"), "quiet amber lantern\n");
    String backup = folder.resolve("all.bak").toString();
    answer(0, home, "backup", backup, "--passphrase-file", words.toString());
    Home other = new Home(folder.resolve("other"));
    answer(0, other, "restore", backup, "--passphrase-file", words.toString());
    Path out = folder.resolve("again.csv");
    give(0, other, out);
    assertThat(out).hasSameBinaryContentAs(sent);
  }

  @Test
  void originalsOfBeforeAreLockedByCommand() throws Exception {
    asKeptBefore();
    assertThat(holdingTheCanary()).containsExactly(kept());
    assertThat(answer(0, home, "archive", "lock").out())
        .startsWith("1 originals were locked, 0 could not be");
    assertThat(holdingTheCanary()).isEmpty();
    Path out = folder.resolve("again.csv");
    give(0, home, out);
    assertThat(out).hasSameBinaryContentAs(sent);
  }

  @Test
  void originalsOfBeforeAreLockedBesideTheService() throws Exception {
    asKeptBefore();
    try (Installation service = Installation.open(home, home.jobs(), false, true)) {
      Instant late = Instant.now().plus(Duration.ofSeconds(60));
      while (words(kept()).contains(CANARY) && Instant.now().isBefore(late)) {
        Thread.sleep(50);
      }
      assertThat(holdingTheCanary()).isEmpty();
      try (var original = service.get(Archive.class).open(Archive.sha256(sent))) {
        assertThat(original).hasSameContentAs(Files.newInputStream(sent));
      }
    }
  }

  /** A version without locks left the plain file, and no key. */
  private void asKeptBefore() throws IOException {
    Files.write(kept(), Files.readAllBytes(sent));
    Files.delete(home.secrets().resolve("archive.key"));
  }

  private Path kept() throws IOException {
    String sha256 = Archive.sha256(sent);
    return home.archive().resolve(sha256.substring(0, 2)).resolve(sha256);
  }

  private List<Path> holdingTheCanary() throws IOException {
    List<Path> holding = new ArrayList<>();
    try (Stream<Path> below = Files.list(home.folder())) {
      for (Path one : below.filter(path -> !path.endsWith("postgres")).toList()) {
        try (Stream<Path> files = Files.walk(one)) {
          for (Path file : files.filter(Files::isRegularFile).toList()) {
            if (words(file).contains(CANARY)) {
              holding.add(file);
            }
          }
        }
      }
    }
    return holding;
  }

  /** None of one that got its name, or went, under the walk. */
  private static String words(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    } catch (NoSuchFileException gone) {
      return "";
    }
  }

  private String give(int code, Home from, Path out) throws IOException {
    return answer(code, from, "archive", "give", "1", "--by", "dpo", "--out", out.toString()).err();
  }

  private static Program.Result answer(int code, Home home, String... words) throws IOException {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--home", home.folder().toString()));
    Program.Result result = Program.answer(all.toArray(String[]::new));
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    return result;
  }

  private List<String> query(String sql) throws IOException {
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      return Objects.requireNonNull(
          installation
              .get(TransactionTemplate.class)
              .execute(
                  status ->
                      installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
    }
  }
}
