package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.breachledger.calendar.AsOf;
import org.breachledger.keeping.store.ImportRedaction;
import org.breachledger.keeping.store.RetentionDesk;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An import undone through the whole line: what is typed, scored, timed and exported follows. */
class UndoImportIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "School",
          "Date of incident",
          "Date identified",
          "Type of breach",
          "Description",
          "Number of individuals",
          "Factors");

  @TempDir private Path folder;
  private Installation installation;
  private Home home;
  private int exports;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void aRepeatOfWhatIsUndoneIsNoneAnyMore() throws Exception {
    take("a.csv", row("A2", "Elm School", "2026-03-02", "Disclosed in error", "150"));
    List<String> alone = exported(Exports.Table.INCIDENTS);
    assertThat(alone.get(1)).contains(",DISTRESS,2,3,2,").doesNotContain("A1");
    long second = take("b.csv", row("A1", "Elm School", "2026-02-02", "Disclosed in error", "3"));
    assertThat(exported(Exports.Table.INCIDENTS).get(2))
        .startsWith("A2")
        .contains(",REPEAT_INCIDENT;DISTRESS,2,4,2,")
        .contains(",A1,");

    undo(second, false);

    assertThat(exported(Exports.Table.INCIDENTS)).isEqualTo(alone);
  }

  @Test
  void everyExportIsAsBeforeAndTheSameBytesComeInAgain() throws Exception {
    take("a.csv", row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3"));
    List<String> incidents = exported(Exports.Table.INCIDENTS);
    List<String> deadlines = exported(Exports.Table.DEADLINES);
    Path later =
        log(
            "b.csv",
            row("A1", "Elm School", "2026-03-02", "Disclosed in error", "1200"),
            row("A2", "Oak School", "2026-04-02", "Lost in transit", "3"));
    long second = take(later);
    List<String> after = withoutImport(exported(Exports.Table.INCIDENTS), second);

    UndoOutcome outcome = undo(second, false);

    assertThat(outcome.status()).isEqualTo(UndoOutcome.Status.UNDONE);
    assertThat(outcome.messages())
        .containsExactly(
            "Import "
                + second
                + " is undone: 1 incident removed, 1 incident as before it,"
                + " 3 months of coverage taken back.");
    assertThat(exported(Exports.Table.INCIDENTS)).isEqualTo(incidents);
    assertThat(exported(Exports.Table.DEADLINES)).isEqualTo(deadlines);
    assertThat(texts("select action || ' ' || subject from audit_entry where action = 'undo'"))
        .containsExactly("undo import " + second);
    assertThat(texts("select details from audit_entry where action = 'undo'").get(0))
        .contains("\"removed\":1")
        .contains("\"restored\":1")
        .contains("\"months\":3");
    assertThat(inTransaction(() -> installation.get(AuditTrail.class).verify().whole())).isTrue();

    long again = take(later);
    assertThat(again).isGreaterThan(second);
    assertThat(withoutImport(exported(Exports.Table.INCIDENTS), again)).isEqualTo(after);
  }

  @Test
  void whatIsUndoneAlreadyOrWasRefusedOrNeverCameIsSaidSo() throws Exception {
    long first = take("a.csv", row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3"));
    Path empty = Files.createFile(folder.resolve("empty.csv"));
    ImportedFile refused = importer().take(empty, options());
    undo(first, false);

    assertThat(undo(first, false).status()).isEqualTo(UndoOutcome.Status.ALREADY_UNDONE);
    assertThat(undo(Objects.requireNonNull(refused.importId()), true).status())
        .isEqualTo(UndoOutcome.Status.NOTHING_TO_UNDO);
    assertThat(undo(4711, true).status()).isEqualTo(UndoOutcome.Status.UNKNOWN);
    assertThat(texts("select count(*)::text from audit_entry where action = 'undo'"))
        .containsExactly("1");
  }

  @Test
  void aLaterChangeIsNamedByNumberAndReferenceAndNothingIsDone() throws Exception {
    long first = take("a.csv", row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3"));
    long second = take("b.csv", row("A1", "Elm School", "2026-03-02", "Disclosed in error", "4"));
    List<String> before = exported(Exports.Table.INCIDENTS);

    UndoOutcome refused = undo(first, false);

    assertThat(refused.status()).isEqualTo(UndoOutcome.Status.REFUSED);
    assertThat(refused.messages())
        .containsExactly(
            "Import " + second + " changed after import " + first + " the incident A1.",
            "Import "
                + first
                + " was not undone. Undo the later first, or ask for --with-later to undo them"
                + " all.");
    assertThat(exported(Exports.Table.INCIDENTS)).isEqualTo(before);

    assertThat(undo(first, true).messages())
        .satisfiesExactly(
            newest -> assertThat(newest).startsWith("Import " + second + " is undone: "),
            oldest -> assertThat(oldest).startsWith("Import " + first + " is undone: "));
    assertThat(exported(Exports.Table.INCIDENTS)).hasSize(1);
  }

  @Test
  void itIsSaidHowManyIncidentsStayAndWhy() throws Exception {
    String same = row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3");
    long first = take("a.csv", same, row("A0", "Elm School", "2026-02-02", "Lost in transit", "1"));
    take("b.csv", same);

    assertThat(undo(first, false).messages())
        .contains(
            "1 incident of import "
                + first
                + " stays: a later import brought it too and is the source now.");
    assertThat(exported(Exports.Table.INCIDENTS)).hasSize(2).last().asString().contains("b.csv");
  }

  /** Types and scores of a job at work would be written beside what is undone. */
  @Test
  void aJobAtWorkIsWaitedFor() throws Exception {
    long first = take("a.csv", row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3"));
    ExecutorService beside = Executors.newSingleThreadExecutor();
    try {
      Future<UndoOutcome> undone =
          inTransaction(
              () -> {
                WorkLock.hold(installation.get(JdbcClient.class));
                Future<UndoOutcome> asked = beside.submit(() -> undo(first, false));
                assertThatThrownBy(() -> asked.get(2, TimeUnit.SECONDS))
                    .isInstanceOf(TimeoutException.class);
                return asked;
              });
      assertThat(undone.get(1, TimeUnit.MINUTES).status()).isEqualTo(UndoOutcome.Status.UNDONE);
    } finally {
      beside.shutdown();
    }
  }

  /**
   * The hold covers what comes to the register later too; what stands before as after may go back.
   */
  @Test
  void whatAHoldOfBeforeCoversIsNotTakenOffTheRegister() throws Exception {
    long first = take("a.csv", row("A1", "Elm School", "2026-02-02", "Disclosed in error", "3"));
    int elm = Integer.parseInt(texts("select school_id::text from incident").get(0));
    RetentionDesk desk = installation.get(RetentionDesk.class);
    RetentionDesk.Place school = new RetentionDesk.Place(elm, Optional.empty());
    RetentionDesk.By dpo = new RetentionDesk.By("dpo", "dpo", Instant.EPOCH);
    inTransaction(() -> desk.hold(school, "A court", dpo));
    long second =
        take(
            "b.csv",
            row("A1", "Elm School", "2026-02-02", "Disclosed in error", "4"),
            row("A2", "Elm School", "2026-03-02", "Disclosed in error", "5"));
    long third = take("c.csv", row("A1", "Elm School", "2026-02-02", "Disclosed in error", "6"));

    assertThat(undo(third, false).status()).isEqualTo(UndoOutcome.Status.UNDONE);
    UndoOutcome refused = undo(second, false);
    assertThat(refused.status()).isEqualTo(UndoOutcome.Status.REFUSED);
    assertThat(refused.messages())
        .containsExactly(
            "A legal hold stands on the incident A2, or on its school, and undoing import "
                + second
                + " would take it off the register.",
            "Import "
                + second
                + " was not undone. Lift the hold first, where it may be lifted, and place it again"
                + " after.");
    assertThat(texts("select reference from incident order by 1")).containsExactly("A1", "A2");

    inTransaction(() -> desk.lift(school, Optional.empty(), "It is over", dpo));
    assertThat(undo(second, false).status()).isEqualTo(UndoOutcome.Status.UNDONE);
    assertThat(undo(first, false).status()).isEqualTo(UndoOutcome.Status.UNDONE);
  }

  /** The version the last of them had made is on record as replaced by the first. */
  @Test
  void eachOfSeveralImportsUndoneAtOnceLosesItsOwnWords() throws Exception {
    take("a.csv", said("plain"));
    long second = take("b.csv", said("Jo once"));
    long third = take("c.csv", said("Jo twice"));
    undo(second, true);
    assertThat(versions()).containsExactly("plain", "Jo once", "Jo twice");

    redact(third);
    assertThat(versions()).containsExactly("plain", "Jo once", "[redacted]");
    redact(second);
    assertThat(versions()).containsExactly("plain", "[redacted]", "[redacted]");
  }

  /** What an import said that stands comes between the two, and stays. */
  @Test
  void ofTheSameBytesUndoneTwiceBothVersionsLoseTheirWordsAndNoOther() throws Exception {
    take("a.csv", said("plain"));
    Path file = log("b.csv", said("Jo"));
    long second = take(file);
    undo(second, false);
    undo(take(file), false);
    assertThat(versions()).containsExactly("plain", "Jo", "plain", "Jo");

    redact(second);
    assertThat(versions()).containsExactly("plain", "[redacted]", "plain", "[redacted]");
  }

  private static String said(String words) {
    return row("A1", "Elm School", "2026-03-02", "Disclosed in error", "3")
        .replace("Sent to the wrong family", words);
  }

  private List<String> versions() {
    return texts("select facts ->> 'description' from incident_history order by history_id");
  }

  private void redact(long importId) {
    RetentionDesk.By dpo = new RetentionDesk.By("dpo", "dpo", Instant.EPOCH);
    inTransaction(
        () ->
            new ImportRedaction(
                    installation.get(JdbcClient.class), installation.get(AuditTrail.class))
                .redact(importId, "Request 5", dpo));
  }

  private UndoOutcome undo(long importId, boolean withLater) throws Exception {
    return installation
        .get(UndoImport.class)
        .take(importId, withLater, "command line", WEDNESDAY_1_JULY);
  }

  private long take(String name, String... rows) throws Exception {
    return take(log(name, rows));
  }

  private long take(Path file) throws Exception {
    ImportedFile taken = importer().take(file, options());
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    return Objects.requireNonNull(taken.importId());
  }

  private FileImporter importer() {
    return installation.get(FileImporter.class);
  }

  private ImportOptions options() {
    return ImportOptions.at(WEDNESDAY_1_JULY, home.returns());
  }

  private Path log(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), String.join(",", HEADINGS) + "\n" + String.join("\n", rows) + "\n");
  }

  private static String row(
      String reference, String school, String day, String type, String people) {
    return String.join(
        ",", reference, school, day, day, type, "Sent to the wrong family", people, "DISTRESS");
  }

  private List<String> exported(Exports.Table table) throws IOException {
    Path file = folder.resolve("export-" + ++exports + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    return Files.readAllLines(file);
  }

  private static List<String> withoutImport(List<String> lines, long importId) {
    return lines.stream().map(line -> line.replace("," + importId + ",b.csv", ",#,b.csv")).toList();
  }

  private List<String> texts(String sql) {
    return inTransaction(
        () -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return installation.get(TransactionTemplate.class).execute(status -> work.get());
  }
}
