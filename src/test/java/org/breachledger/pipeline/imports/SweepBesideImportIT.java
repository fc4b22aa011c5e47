package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.intake.store.OriginalTurn;
import org.breachledger.pipeline.erasure.FileSweep;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files are swept beside an import of the same bytes: its original is there whoever is first. */
class SweepBesideImportIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
  private static final String LOG =
      "Reference,School,Date of incident,Date identified,Type of breach,Description\n"
          + "A1,Elm School,2026-03-02,2026-03-02,Disclosed in error,Letter sent\n";
  private static final String WAITING =
      "select count(*) from pg_locks where locktype = 'advisory' and not granted"
          + " and database = (select oid from pg_database where datname = current_database())";

  @TempDir private Path folder;
  private TestDatabase database;
  private Home home;
  private Archive archive;
  private FileImporter importer;
  private FileSweep sweep;
  private Path claimed;
  private String sha256;

  @BeforeEach
  void anOriginalIsToGo() throws Exception {
    database = TestDatabase.fresh();
    home = new Home(folder.resolve("home")).prepare();
    archive = new Archive(home);
    importer = Importers.of(database, archive, CLOCK);
    sweep = new FileSweep(home, database.jdbc(), database.transactions(), database.trust(), CLOCK);
    Files.createDirectories(home.inbox());
    claimed = Files.writeString(home.inbox().resolve(".claimed-log.csv"), LOG);
    sha256 = Archive.sha256(claimed);
    archive.keep(claimed, sha256);
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("insert into file_to_remove (file, sha256, asked_at) values (?, ?, ?)")
                .params(
                    "archive/" + sha256.substring(0, 2) + "/" + sha256,
                    sha256,
                    Timestamp.from(CLOCK.instant()))
                .update());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whatNobodyCountsOnGoesWithItsCopies() {
    assertThat(sweep.sweep()).isZero();
    assertThat(archive.holds(sha256)).isFalse();
    assertThat(claimed).doesNotExist();
  }

  @Test
  void whereTheImportIsFirstTheSweepWaitsForItAndLeavesItsOriginal() throws Exception {
    FutureTask<ImportedFile> importing = new FutureTask<>(this::take);
    FutureTask<Integer> sweeping = new FutureTask<>(() -> sweep.sweep());
    database.inTransaction(
        () -> {
          ImportTurn.await(database.jdbc());
          start(importing);
          until(() -> waiting() == 1);
          start(sweeping);
          until(() -> waiting() == 2 || sweeping.isDone());
          return true;
        });
    assertImported(importing);
    assertThat(sweeping.get(1, TimeUnit.MINUTES)).isZero();
    assertOriginalIsThere();
    assertThat(claimed).doesNotExist();
  }

  /** The sweep has looked, and is held up right before it removes. */
  @Test
  void whereTheSweepIsFirstTheImportWaitsForItAndKeepsItsOriginalAnew() throws Exception {
    Path log = Files.writeString(folder.resolve("log.csv"), LOG);
    CountDownLatch held = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    start(
        new FutureTask<>(
            () -> {
              PlainOriginals.undisturbed(
                  home,
                  () -> {
                    held.countDown();
                    waitFor(free);
                  });
              return true;
            }));
    waitFor(held);
    FutureTask<Integer> sweeping = new FutureTask<>(() -> sweep.sweep());
    Thread thread = start(sweeping);
    until(() -> thread.getState() == Thread.State.BLOCKED);
    FutureTask<ImportedFile> importing = new FutureTask<>(() -> take(log));
    start(importing);
    until(() -> waiting() == 1 || importing.isDone());
    free.countDown();
    assertImported(importing);
    assertThat(sweeping.get(1, TimeUnit.MINUTES)).isZero();
    assertOriginalIsThere();
  }

  /** The sender's file and its original went while the import was on its way to hold them. */
  @Test
  void aFileThatASweepTookUnderTheImportIsMissingAndNothingIsOnRecord() throws Exception {
    FutureTask<ImportedFile> importing = new FutureTask<>(this::take);
    database.inTransaction(
        () -> {
          OriginalTurn.alone(database.jdbc(), sha256);
          start(importing);
          until(() -> waiting() == 1 || importing.isDone());
          unbroken(() -> Files.deleteIfExists(claimed));
          unbroken(
              () ->
                  Files.deleteIfExists(
                      home.archive().resolve(sha256.substring(0, 2)).resolve(sha256)));
          return true;
        });
    ImportedFile file = importing.get(1, TimeUnit.MINUTES);
    assertThat(file.status()).isEqualTo(ImportedFile.Status.REFUSED);
    assertThat(file.importId()).isNull();
    assertThat(
            database
                .administrator()
                .sql("select count(*) from import_file")
                .query(Long.class)
                .single())
        .isZero();
  }

  private ImportedFile take() throws Exception {
    return take(claimed);
  }

  private ImportedFile take(Path file) throws Exception {
    return importer.take(
        file, "log.csv", ImportOptions.at(AsOf.from(CLOCK), folder.resolve("home/returns")));
  }

  private static void assertImported(FutureTask<ImportedFile> importing) throws Exception {
    assertThat(importing.get(1, TimeUnit.MINUTES).status()).isEqualTo(ImportedFile.Status.IMPORTED);
  }

  private void assertOriginalIsThere() throws Exception {
    try (InputStream original = archive.open(sha256)) {
      assertThat(new String(original.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(LOG);
    }
  }

  private int waiting() {
    return database.administrator().sql(WAITING).query(Integer.class).single();
  }

  private static Thread start(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static void until(BooleanSupplier reached) {
    Instant late = Instant.now().plus(Duration.ofSeconds(60));
    while (!reached.getAsBoolean()) {
      assertThat(Instant.now()).isBefore(late);
      unbroken(
          () -> {
            Thread.sleep(20);
            return true;
          });
    }
  }

  private static void waitFor(CountDownLatch latch) {
    assertThat(unbroken(() -> latch.await(60, TimeUnit.SECONDS))).isTrue();
  }

  private static <T> T unbroken(Callable<T> waiting) {
    try {
      return waiting.call();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
