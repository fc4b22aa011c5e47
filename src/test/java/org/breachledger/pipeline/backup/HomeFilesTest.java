package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.breachledger.pipeline.home.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a home is taken along, and that nothing is put anywhere else. */
class HomeFilesTest {

  /** A name beyond ASCII, where this machine's locale has a way to write it. */
  private static final String GREETING =
      Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder().canEncode("üß")
          ? "Grüße.eml"
          : "greeting.eml";

  @TempDir private Path folder;

  @Test
  void everyFileOfTheFoldersIsTakenAndNothingElse() throws Exception {
    Home home = new Home(folder).prepare();
    write(home.archive().resolve("ab/abcd"), "log");
    write(home.archive().resolve("ab/.arriving123"), "half");
    write(home.reports().resolve("2026/board.pdf"), "paper");
    write(home.reports().resolve("2026/board.pdf.part"), "half");
    write(home.outbox().resolve(GREETING), "message");
    write(home.inbox().resolve("log.part"), "a log of that name");
    write(home.jobs().resolve("severity/bands.csv"), "table");
    write(folder.resolve("postgres/data/PG_VERSION"), "18");
    write(folder.resolve("backup.bak"), "older");
    write(folder.resolve("recipients.csv"), "role,school,address");
    Files.createSymbolicLink(home.returns().resolve("link"), folder.resolve("backup.bak"));
    Map<String, String> taken = new TreeMap<>();
    new HomeFiles(home)
        .each(
            (name, modified, content) ->
                taken.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
    assertThat(taken)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "archive/ab/abcd",
                "log",
                "reports/2026/board.pdf",
                "paper",
                "outbox/" + GREETING,
                "message",
                "inbox/log.part",
                "a log of that name",
                "jobs/severity/bands.csv",
                "table",
                "recipients.csv",
                "role,school,address"));
    taken
        .keySet()
        .forEach(
            name -> assertThat(new HomeFiles(home).place(name)).isEqualTo(folder.resolve(name)));
  }

  /**
   * As where the tables come from a folder that is mounted: they are in force through the links.
   */
  @Test
  void tablesBehindLinksAreTakenUnderTheNamesOfTheLinks() throws Exception {
    Home home = new Home(folder.resolve("home")).prepare();
    write(folder.resolve("elsewhere/bands.csv"), "one table");
    write(folder.resolve("elsewhere/more/duties.csv"), "another");
    Files.createSymbolicLink(
        home.jobs().resolve("bands.csv"), folder.resolve("elsewhere/bands.csv"));
    Files.createSymbolicLink(home.jobs().resolve("deadline"), folder.resolve("elsewhere/more"));
    Files.createSymbolicLink(home.jobs().resolve("again"), home.jobs());
    Files.createSymbolicLink(home.jobs().resolve("nowhere"), folder.resolve("none"));
    Files.createSymbolicLink(home.returns().resolve("link"), folder.resolve("elsewhere/bands.csv"));
    Map<String, String> taken = new TreeMap<>();
    new HomeFiles(home)
        .each(
            (name, modified, content) ->
                taken.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)));
    assertThat(taken)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("jobs/bands.csv", "one table", "jobs/deadline/duties.csv", "another"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outside",
        "archive/../../outside",
        "archive/../postgres/passwords",
        "/etc/passwd",
        "archive//etc",
        "archive/./x",
        "archive",
        "archive/",
        "",
        "postgres/data/x",
        "postgres/passwords",
        "archivex/a",
        "restoring/x",
        "archive/..",
        "recipients.csv/x",
        "archive/../recipients.csv",
        "archive/a\u0000b"
      })
  void aNameThatLeadsElsewhereIsRefused(String name) {
    HomeFiles files = new HomeFiles(new Home(folder));
    assertThatThrownBy(() -> files.place(name))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining("outside the home's folders");
  }

  private static void write(Path file, String text) throws Exception {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
