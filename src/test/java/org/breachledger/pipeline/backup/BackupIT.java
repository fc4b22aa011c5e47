package org.breachledger.pipeline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.cli.CommandLineDoor;
import org.breachledger.pipeline.cli.ExitCode;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.demo.Demo;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.record.AuditDetails;
import org.breachledger.record.AuditEntry;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A demo's whole home, with a second trust beside it, into a backup and back. */
class BackupIT {

  private static final Passphrase WORDS = Passphrase.of("quiet amber lantern");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2036-07-01T10:00:00Z"), ZoneOffset.UTC);
  private static final Map<String, String> NO_SETTINGS = Map.of();
  private static final Steps UNWATCHED = (done, all) -> {};
  private static final List<Exports.Table> TABLES =
      List.of(
          Exports.Table.INCIDENTS,
          Exports.Table.RECURRENCE,
          Exports.Table.DEADLINES,
          Exports.Table.ALERTS,
          Exports.Table.IMPORTS);

  @TempDir private static Path folder;
  private static Home home;
  private static Installation installation;
  private static int second;
  private static Path backup;
  private static Manifest manifest;
  private static final Map<Exports.Table, String> EXPORTED = new TreeMap<>();
  private static Map<String, Long> rows;
  private static final Map<String, Long> VISIBLE = new TreeMap<>();

  @BeforeAll
  static void backUpADemoWhileItIsOpen() throws Exception {
    home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
    installation.get(Demo.class).run(home);
    Files.writeString(home.recipients(), "role,school,address\n");
    second = foundASecondTrust();
    for (Exports.Table table : TABLES) {
      EXPORTED.put(table, exported(installation, table));
    }
    backup = folder.resolve("demo.bak");
    manifest =
        new Backup(home, NO_SETTINGS, CLOCK).write(backup, WORDS, Asker.COMMAND_LINE, UNWATCHED);
    rows = counted(home);
    for (int trust : List.of(1, second)) {
      for (String table : List.of("school", "audit_entry")) {
        VISIBLE.put(table + " " + trust, within(installation, trust, () -> visible(table)));
      }
    }
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void theSameRecordComesOutOfAnEmptyHome() throws Exception {
    Home other = new Home(folder.resolve("restored"));
    Files.createDirectories(other.folder().resolve("restoring/postgres/data")); // by a killed one
    Restore.Restored restored =
        new Restore(other, NO_SETTINGS, CLOCK).from(backup, WORDS, UNWATCHED);
    assertThat(restored.findings()).isEmpty();
    assertThat(restored.manifest()).isEqualTo(manifest);
    assertThat(files(other)).isEqualTo(files(home)).hasSizeGreaterThan(30);
    assertThat(other.folder().resolve("restoring")).doesNotExist();
    assertThat(counted(other)).isEqualTo(rows);
    try (Installation again = Installation.open(other, other.jobs(), false, false)) {
      for (Exports.Table table : TABLES) {
        assertThat(exported(again, table)).as(table.name()).isEqualTo(EXPORTED.get(table));
      }
      assertThat(again.get(Runs.class).run(new RunRequest("half-yearly", Demo.AS_OF, null)))
          .extracting(RunOutcome::status)
          .isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
      trailsGoOn(again);
      newRowsGetNewNumbers(again);
    }
  }

  /** Up to the backup the trails are one; then each goes its own way. */
  private static void trailsGoOn(Installation again) {
    for (int trust : List.of(1, second)) {
      List<AuditEntry> before = trail(installation, trust);
      List<AuditEntry> after = trail(again, trust);
      Manifest.Head head =
          manifest.heads().stream().filter(one -> one.trust() == trust).findFirst().orElseThrow();
      int shared = (int) head.seq();
      assertThat(after.subList(0, shared)).isEqualTo(before.subList(0, shared));
      assertThat(before.get(shared - 1).action()).isEqualTo("begin-backup");
      assertThat(before.get(shared - 1).hash()).isEqualTo(head.hash());
      assertThat(before.get(shared).action()).isEqualTo("finish-backup");
      assertThat(before.get(shared).who()).isEqualTo("command line");
      assertThat(before.get(shared).details()).contains("\"sha256\":\"" + sha256(backup) + "\"");
      assertThat(after).hasSize(shared + 1);
      assertThat(after.get(shared).action()).isEqualTo("restore");
      assertThat(after.get(shared).details()).isEqualTo("{\"backupOf\":\"2036-07-01T10:00:00Z\"}");
      assertThat(within(again, trust, () -> again.get(AuditTrail.class).verify().whole())).isTrue();
    }
  }

  private static void newRowsGetNewNumbers(Installation again) {
    String next =
        "insert into school (name, name_key) values ('New School', 'new school')"
            + " returning school_id";
    long highest =
        within(again, 1, () -> one(again, "select max(school_id) from school", Long.class));
    assertThat(within(again, 1, () -> one(again, next, Long.class))).isGreaterThan(highest);
  }

  @Test
  void itHoldsTheRowsOfEveryTrust() {
    assertThat(manifest.rows("trust")).isEqualTo(2);
    for (String table : List.of("school", "audit_entry")) {
      long first = VISIBLE.getOrDefault(table + " 1", 0L);
      long other = VISIBLE.getOrDefault(table + " " + second, 0L);
      assertThat(other).isPositive();
      // Each trail was told of the end of the backup after its tables were read.
      int later = table.equals("audit_entry") ? 2 : 0;
      assertThat(manifest.rows(table)).as(table).isEqualTo(first + other - later);
    }
    assertThat(manifest.heads()).extracting(Manifest.Head::trust).containsExactly(1, second);
    assertThat(manifest.sentence())
        .startsWith("It holds " + manifest.rows("incident") + " incidents, ")
        .endsWith(" audit entries of 2 trusts, as they stood at 2036-07-01T10:00:00Z.");
    assertThat(manifest.rows("incident")).isGreaterThan(300);
  }

  /** Before each table is read, somebody adds to two of them: the backup knows nothing of it. */
  @Test
  void whatIsDoneMeanwhileIsNotHalfInIt() throws Exception {
    List<Long> before = schoolsAndAliases();
    Steps adding =
        (done, all) ->
            within(
                installation,
                1,
                () ->
                    one(
                        installation,
                        """
                        with added as (
                          insert into school (name, name_key)
                          values ('Busy School %1$s', 'busy school %1$s') returning school_id)
                        insert into school_alias (alias_key, school_id)
                        select 'busy %1$s', school_id from added returning school_id
                        """
                            .formatted(done),
                        Long.class));
    Manifest meanwhile =
        new Backup(home, NO_SETTINGS, CLOCK)
            .write(folder.resolve("busy.bak"), WORDS, new Asker("user-7", 1), adding);
    assertThat(asked(1)).containsExactly("user-7", "user-7");
    assertThat(asked(second)).as("whose user-7 is another person").containsOnly("trust 1");
    long ofTheSecond = 1;
    assertThat(meanwhile.rows("school")).isEqualTo(before.get(0) + ofTheSecond);
    assertThat(meanwhile.rows("school_alias")).isEqualTo(before.get(1));
    int tables = meanwhile.tables().size();
    assertThat(schoolsAndAliases()).containsExactly(before.get(0) + tables, before.get(1) + tables);
  }

  /** By the time its tables are read, the import of the log has moved it into the archive. */
  /** Who asked for the backup that was made last. */
  private static List<String> asked(int trust) {
    List<AuditEntry> trail = trail(installation, trust);
    return trail.subList(trail.size() - 2, trail.size()).stream().map(AuditEntry::who).toList();
  }

  @Test
  void aFileTakenFromTheInboxMeanwhileIsInIt() throws Exception {
    Path waiting = Files.writeString(home.inbox().resolve("taken-meanwhile.csv"), "a log");
    Path stays = Files.writeString(home.inbox().resolve("waits-on.csv"), "another log");
    try {
      Manifest meanwhile =
          new Backup(home, NO_SETTINGS, CLOCK)
              .write(
                  folder.resolve("inbox.bak"),
                  WORDS,
                  Asker.COMMAND_LINE,
                  (done, all) -> gone(waiting));
      assertThat(meanwhile.files())
          .extracting(Manifest.Kept::name)
          .contains("inbox/taken-meanwhile.csv")
          .containsOnlyOnce("inbox/waits-on.csv");
    } finally {
      Files.deleteIfExists(waiting);
      Files.delete(stays);
    }
  }

  private static void gone(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> schoolsAndAliases() {
    return within(installation, 1, () -> List.of(visible("school"), visible("school_alias")));
  }

  @Test
  void nothingOfItCanBeRead() throws Exception {
    String text = Files.readString(backup, StandardCharsets.ISO_8859_1);
    for (String word : List.of("Lanternfield", "manifest", "audit_entry", "PK\u0003\u0004")) {
      assertThat(text.contains(word)).as(word).isFalse();
    }
  }

  @Test
  void oneFlippedBitAnywhereIsRefused() throws Exception {
    byte[] whole = lightlyLocked();
    Random random = new Random(20_360_701);
    for (int time = 0; time < 30; time++) {
      byte[] flipped = whole.clone();
      int at = random.nextInt(whole.length);
      flipped[at] ^= (byte) (1 << random.nextInt(8));
      assertRefused(flipped, "byte " + at);
    }
  }

  @Test
  void aFileCutShortAnywhereIsRefused() throws Exception {
    byte[] whole = lightlyLocked();
    Random random = new Random(20_360_702);
    List<Integer> lengths = new ArrayList<>(List.of(0, 15, 69, 70, whole.length - 1));
    while (lengths.size() < 20) {
      lengths.add(random.nextInt(whole.length));
    }
    for (int length : lengths) {
      assertRefused(Arrays.copyOf(whole, length), "length " + length);
    }
  }

  private static byte[] lightlyLocked() throws Exception {
    return Files.readAllBytes(repacked("light.bak", part -> part, manifest));
  }

  private static void assertRefused(byte[] file, String what) throws IOException {
    Path damaged = Files.write(folder.resolve("damaged.bak"), file);
    Home none = new Home(folder.resolve("none"));
    assertThatThrownBy(() -> new Restore(none, NO_SETTINGS, CLOCK).from(damaged, WORDS, UNWATCHED))
        .as(what)
        .isInstanceOfSatisfying(
            BackupRefused.class,
            refused -> assertThat(refused.because()).isEqualTo(BackupRefused.Because.FILE))
        .message()
        .doesNotContain("the passphrase is not");
    assertThat(none.folder()).as(what).doesNotExist();
  }

  @Test
  void aWrongPassphraseIsCalledThat() {
    Home none = new Home(folder.resolve("none"));
    Passphrase wrong = Passphrase.of("quiet amber lanterm");
    assertThatThrownBy(() -> new Restore(none, NO_SETTINGS, CLOCK).from(backup, wrong, UNWATCHED))
        .isInstanceOf(BackupRefused.class)
        .hasMessageStartingWith("the passphrase is not the one the backup was locked with");
    assertThat(none.folder()).doesNotExist();
  }

  @Test
  void namesThatLeadOutOfTheHomeAreRefused() throws Exception {
    Manifest.Kept good = manifest.files().get(0);
    for (String name : List.of("archive/../../outside", "/tmp/outside", "postgres/passwords")) {
      Manifest.Kept hostile = new Manifest.Kept(name, good.bytes(), good.sha256());
      Path file =
          repacked(
              "hostile.bak",
              part -> part.equals("files/" + good.name()) ? "files/" + name : part,
              with(list -> list.set(0, hostile), manifest.schema()));
      assertNothingDone(file, "outside the home's folders");
    }
  }

  @Test
  void aBackupOfANewerProgramIsLeftToThat() throws Exception {
    Path file = repacked("newer.bak", part -> part, with(list -> {}, "9999"));
    assertNothingDone(file, "The backup was written by a newer program (unreleased, layout 9999;");
  }

  /** Found only when the database is up and half full. */
  @Test
  void aTableThatDoesNotHaveItsRowsLeavesNothingHalfDone() throws Exception {
    Path file = repacked("odd.bak", part -> part, Forged.oneRowMore(manifest));
    assertNothingDone(file, "the backup's tables are not those of the layout it names");
  }

  @Test
  void aPartThatIsMissingOrTooManyIsRefused() throws Exception {
    Manifest fewer = with(list -> list.remove(0), manifest.schema());
    assertNothingDone(
        repacked("more.bak", part -> part, fewer), "does not hold what its own list says");
    Manifest more =
        with(list -> list.add(new Manifest.Kept("archive/x", 0, "0")), manifest.schema());
    assertNothingDone(
        repacked("fewer.bak", part -> part, more), "does not hold what its own list says");
  }

  private static void assertNothingDone(Path file, String sentence) {
    Home none = new Home(folder.resolve("none"));
    assertThatThrownBy(() -> new Restore(none, NO_SETTINGS, CLOCK).from(file, WORDS, UNWATCHED))
        .isInstanceOf(BackupRefused.class)
        .hasMessageContaining(sentence);
    assertThat(none.folder()).doesNotExist();
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void theCommandsEndAsTheContractSays() throws Exception {
    Path words = Files.writeString(folder.resolve("words"), "quiet amber lantern\n");
    Path wrong = Files.writeString(folder.resolve("wrong"), "quiet amber lanterm\n");
    Path few = Files.writeString(folder.resolve("few"), "elevenchars\n");
    String at = "--home=" + home.folder();
    String none = "--home=" + folder.resolve("none");
    String by = "--passphrase-file=";
    Path fresh = folder.resolve("fresh.bak");
    assertThat(run("backup", fresh.toString(), at, by + words)).isEqualTo(ExitCode.DONE);
    assertThat(run("backup", fresh.toString(), at, by + words)).isEqualTo(ExitCode.WRONG_USAGE);
    Path other = folder.resolve("other.bak");
    assertThat(run("backup", other.toString(), at)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("backup", other.toString(), at, by + few)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("backup", other.toString(), at, by + "x")).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("backup", other.toString(), none, by + words)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(other).doesNotExist();
    String file = fresh.toString();
    assertThat(run("restore", file, at, by + words)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("restore", file, none)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("restore", file, none, by + wrong)).isEqualTo(ExitCode.REFUSED);
    assertThat(run("restore", words.toString(), none, by + words)).isEqualTo(ExitCode.REFUSED);
    assertThat(run("restore", other.toString(), none, by + words)).isEqualTo(ExitCode.REFUSED);
    assertThat(folder.resolve("none")).doesNotExist();
    String there = "--home=" + folder.resolve("by-command");
    assertThat(run("restore", file, there, by + words, "--json")).isEqualTo(ExitCode.DONE);
    assertThat(run("restore", file, there, by + words)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run("verify-audit", there)).isEqualTo(ExitCode.DONE);
  }

  private static int run(String... words) {
    return CommandLineDoor.run(words);
  }

  private static int foundASecondTrust() {
    int trust =
        within(
            installation,
            1,
            () ->
                one(
                    installation,
                    "insert into trust (name) values ('A second trust') returning trust_id",
                    Integer.class));
    within(
        installation,
        trust,
        () -> {
          one(
              installation,
              "insert into school (name, name_key) values ('Elm School', 'elm school')"
                  + " returning school_id",
              Long.class);
          return installation
              .get(AuditTrail.class)
              .append("command line", "import", "import 1", AuditDetails.none());
        });
    return trust;
  }

  private static <T> T one(Installation at, String sql, Class<T> type) {
    return at.get(JdbcClient.class).sql(sql).query(type).single();
  }

  private static long visible(String table) {
    return one(installation, "select count(*) from " + table, Long.class);
  }

  private static <T> T within(Installation at, int trust, Supplier<T> work) {
    return Objects.requireNonNull(
        at.get(CurrentTrust.class)
            .within(trust, () -> at.get(TransactionTemplate.class).execute(status -> work.get())));
  }

  private static List<AuditEntry> trail(Installation at, int trust) {
    return within(
        at,
        trust,
        () -> {
          List<AuditEntry> entries = new ArrayList<>();
          at.get(AuditTrail.class).each(entries::add);
          return entries;
        });
  }

  private static String exported(Installation at, Exports.Table table) throws IOException {
    Path file = folder.resolve(table + ".csv");
    at.get(Exports.class).write(table, TableFile.Format.CSV, file, Demo.AS_OF);
    return Files.readString(file);
  }

  /**
   * Rows of every table, all trusts; the trails have gone on by one entry a trust on either side.
   */
  private static Map<String, Long> counted(Home home) throws Exception {
    Map<String, Long> counted = new TreeMap<>();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(home.folder());
        Connection connection = server.reader();
        Statement statement = connection.createStatement()) {
      List<String> tables = new ArrayList<>();
      try (ResultSet names =
          statement.executeQuery(
              "select tablename from pg_tables where schemaname = 'public'"
                  + " and tablename <> 'flyway_schema_history'")) {
        while (names.next()) {
          tables.add(names.getString(1));
        }
      }
      for (String table : tables) {
        try (ResultSet count = statement.executeQuery("select count(*) from " + table)) {
          count.next();
          counted.put(table, count.getLong(1));
        }
      }
    }
    assertThat(counted).hasSizeGreaterThan(40);
    return counted;
  }

  private static Map<String, String> files(Home home) throws IOException {
    Map<String, String> files = new TreeMap<>();
    for (Path below : Stream.concat(home.kept().stream(), Stream.of(home.recipients())).toList()) {
      try (Stream<Path> all = Files.walk(below)) {
        for (Path file : all.filter(Files::isRegularFile).toList()) {
          files.put(home.folder().relativize(file).toString(), sha256(file));
        }
      }
    }
    return files;
  }

  private static String sha256(Path file) {
    try {
      return Archive.sha256(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Manifest with(Consumer<List<Manifest.Kept>> change, String schema) {
    List<Manifest.Kept> files = new ArrayList<>(manifest.files());
    change.accept(files);
    return new Manifest(
        manifest.program(),
        schema,
        manifest.moment(),
        manifest.tables(),
        manifest.sequences(),
        files,
        manifest.heads());
  }

  private static Path repacked(String name, UnaryOperator<String> names, Manifest other)
      throws Exception {
    return Forged.from(backup, WORDS, manifest, folder.resolve(name), names, other);
  }
}
