package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
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
    new HomeFiles(home).each(into(taken));
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
    new HomeFiles(home).each(into(taken));
    assertThat(taken)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("jobs/bands.csv", "one table", "jobs/deadline/duties.csv", "another"));
  }

  /** What lies elsewhere in the home has its place there, or none in a backup. */
  @Test
  void linksIntoTheHomeAndToClosedFoldersAddNothing() throws Exception {
    Home home = new Home(folder.resolve("home")).prepare();
    write(home.jobs().resolve("of-2026/bands.csv"), "table");
    write(home.folder().resolve("postgres/data/PG_VERSION"), "18");
    write(folder.resolve("closed/inner/more.csv"), "not to be seen");
    Path closed = folder.resolve("closed/inner");
    Files.createSymbolicLink(home.jobs().resolve("all"), Path.of(".."));
    Files.createSymbolicLink(home.jobs().resolve("above"), folder);
    Files.createSymbolicLink(home.jobs().resolve("data"), Path.of("../postgres/data"));
    Files.createSymbolicLink(
        home.jobs().resolve("version.csv"), home.folder().resolve("postgres/data/PG_VERSION"));
    Files.createSymbolicLink(home.jobs().resolve("severity"), Path.of("of-2026"));
    Files.createSymbolicLink(home.jobs().resolve("closed"), closed);
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    // Nothing is closed to root.
    boolean open = Files.isReadable(closed);
    Map<String, String> expected =
        new TreeMap<>(
            Map.of("jobs/of-2026/bands.csv", "table", "jobs/severity/bands.csv", "table"));
    if (open) {
      expected.put("jobs/closed/more.csv", "not to be seen");
    }
    try {
      Map<String, String> taken = new TreeMap<>();
      new HomeFiles(home).each(into(taken));
      assertThat(taken).containsExactlyInAnyOrderEntriesOf(expected);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** A file that is claimed has another name, and one that could not be read its own again. */
  @Test
  void whatIsRenamedMeanwhileIsTakenUnderItsNewName() throws Exception {
    Home home = new Home(folder).prepare();
    write(home.inbox().resolve(".claimed-a.csv"), "a");
    write(home.inbox().resolve(".claimed-b.csv"), "b");
    write(home.inbox().resolve("c.csv"), "c");
    write(home.inbox().resolve("d.csv"), "d");
    Map<String, String> taken = new TreeMap<>();
    new HomeFiles(home)
        .eachInbox(
            Instant.now().plus(Home.SETTLED).plusSeconds(1),
            (name, modified, content) -> {
              into(taken).take(name, modified, content);
              if (name.equals("inbox/.claimed-a.csv")) {
                Files.move(home.inbox().resolve(".claimed-b.csv"), home.inbox().resolve("b.csv"));
                Files.move(home.inbox().resolve("c.csv"), home.inbox().resolve(".claimed-c.csv"));
                Files.delete(home.inbox().resolve("d.csv"));
              }
            });
    assertThat(taken)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("inbox/.claimed-a.csv", "a", "inbox/b.csv", "b", "inbox/.claimed-c.csv", "c"));
  }

  @Test
  void whatHasNotSettledInTheInboxIsLeftToTheSecondLook() throws Exception {
    Home home = new Home(folder).prepare();
    Instant now = Instant.now();
    write(home.inbox().resolve("whole.csv"), "whole");
    write(home.inbox().resolve("half.csv"), "half");
    Files.setLastModifiedTime(
        home.inbox().resolve("whole.csv"), FileTime.from(now.minus(Home.SETTLED).minusSeconds(1)));
    Map<String, String> first = new TreeMap<>();
    new HomeFiles(home).eachInbox(now, into(first));
    assertThat(first).containsExactly(Map.entry("inbox/whole.csv", "whole"));
    write(home.inbox().resolve("half.csv"), "half and the rest");
    Map<String, String> second = new TreeMap<>();
    new HomeFiles(home).each(into(second));
    assertThat(second)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("inbox/whole.csv", "whole", "inbox/half.csv", "half and the rest"));
  }

  private static HomeFiles.Taking into(Map<String, String> taken) {
    return (name, modified, content) ->
        taken.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
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
