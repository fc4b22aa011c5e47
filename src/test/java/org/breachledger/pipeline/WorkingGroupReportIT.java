package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.RowRef;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.PublishedPapers;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.DutyState;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Listed;
import org.breachledger.reporting.RowsReturned;
import org.breachledger.reporting.SchoolTypeCount;
import org.breachledger.reporting.WaitingSignal;
import org.breachledger.reporting.WorkingAction;
import org.breachledger.reporting.WorkingClosing;
import org.breachledger.reporting.WorkingGroupPaper;
import org.breachledger.reporting.WorkingIncident;
import org.breachledger.reporting.WorkingReview;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.store.CasePapers;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The working list says what the exports say, names where it was read, and nobody. */
class WorkingGroupReportIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final List<String> WAITING = List.of("DUE", "OVERDUE", "CANNOT_TELL");
  private static final String HEADINGS =
      "Reference,School,Date of incident,Date identified,Date registered,Type of breach,"
          + "Description,Number of individuals,Factors,Actions,Action owner,Action due date,"
          + "Form A received,Date closed\n";
  private static final String ELM =
      "Elm School,%1$s,%1$s,%1$s,Disclosed in error,Sent to the Quillfeather family,";

  @TempDir private Path folder;
  private Home home;
  private Installation installation;
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

  private static String elm(String reference, String day, String rest) {
    return reference + "," + ELM.formatted(day) + rest;
  }

  /** Of both halves: open and closed, Level 2 undecided, with actions, and one without a day. */
  private long takeLog() throws Exception {
    return take(
        "quillfeather log.csv",
        elm("E1", "2026-03-02", "150,DISTRESS,,,,,"),
        elm("E2", "2026-03-09", "3,DISTRESS,Train everybody,P. Archer,2026-06-30,2026-03-09,"),
        elm("E3", "2026-04-13", "3,,,,,2026-04-13,2026-04-20"),
        elm("E4", "2025-11-03", "3,,Lock it,Headteacher,2026-09-30,2025-11-03,2025-11-10"),
        elm("E5", "2025-09-01", "3,,,,,,"),
        elm("E6", "2026-06-30", "150,DISTRESS,,,,,"),
        "O1,Oak School,2026-02-02,2026-02-02,2026-02-02,,Something else,2,,,,,,",
        "O2,Oak School,,,,Lost in transit,No day at all,2,,,,,,");
  }

  @Test
  void itsRowsAreThoseOfTheExports() throws Exception {
    long log = takeLog();
    WorkingGroupPaper paper = paper(0);

    Map<String, String> titles =
        within(
            () ->
                installation.get(DeadlineRules.class).timed().stream()
                    .collect(Collectors.toMap(duty -> duty.code(), duty -> duty.title())));
    for (Verdict verdict : List.of(Verdict.OVERDUE, Verdict.RUNNING)) {
      List<String> exported =
          rows(
              Exports.Table.DEADLINES,
              row ->
                  row.getField("verdict").equals(verdict.name())
                      && !row.getField("due").isEmpty()
                      && !row.getField("duty").equals("re_evaluation"),
              row ->
                  row.getField("reference")
                      + "|"
                      + titles.get(row.getField("duty"))
                      + "|"
                      + OffsetDateTime.parse(row.getField("due")).toInstant());
      assertThat(exported).isNotEmpty();
      assertThat(duties(paper, verdict)).containsExactlyInAnyOrderElementsOf(exported);
    }

    assertThat(paper.incidents().stream().filter(WorkingIncident::open).toList())
        .extracting(one -> one.reference() + "|" + one.importId() + "|" + one.line())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            rows(
                Exports.Table.INCIDENTS,
                row -> row.getField("closed").isEmpty(),
                row ->
                    row.getField("reference")
                        + "|"
                        + row.getField("import_id")
                        + "|"
                        + row.getField("source_row")));
    assertThat(paper.incidents()).extracting(WorkingIncident::importId).containsOnly(log);
    assertThat(paper.incidents()).extracting(WorkingIncident::reference).contains("E1", "E5", "O1");
    assertThat(paper.onRecord()).isEqualTo(5);
  }

  @Test
  void theOtherTablesAreThoseOfTheExports() throws Exception {
    takeLog();
    WorkingGroupPaper paper = paper(0);
    assertThat(paper.actions())
        .extracting(one -> one.reference() + "|" + one.ownerWords())
        .containsExactlyInAnyOrder("E2|A named person", "E4|Headteacher");
    assertThat(paper.actions())
        .extracting(WorkingAction::stateWords)
        .containsExactlyInAnyOrderElementsOf(
            rows(
                Exports.Table.ACTIONS,
                row -> !row.getField("state").equals("DONE"),
                row -> row.getField("state").equals("OVERDUE") ? "Overdue" : "Open"));
    assertThat(paper.reviews())
        .extracting(WorkingReview::reference)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            rows(
                Exports.Table.REVIEWS,
                row -> WAITING.contains(row.getField("state")),
                row -> row.getField("reference")));
    assertThat(paper.closings())
        .extracting(WorkingClosing::reference)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            rows(
                    Exports.Table.CLOSING,
                    row ->
                        row.getField("flagged").equals("true")
                            && row.getField("met").equals("false"),
                    row -> row.getField("reference"))
                .stream()
                .distinct()
                .toList());
    assertThat(paper.missing())
        .extracting(missing -> missing.school())
        .contains("Elm School", "Oak School");
  }

  /** Decisions are said in the words of the decision register; what nobody recorded is said too. */
  @Test
  void decisionsAreThoseOfTheRegister() throws Exception {
    takeLog();
    WorkingIncident late =
        paper(0).incidents().stream()
            .filter(one -> one.reference().equals("E1"))
            .findFirst()
            .orElseThrow();
    assertThat(late.decisions()).containsExactly("ICO: to be decided", "Individuals: not recorded");
    assertThat(late.undecided()).isTrue();
    assertThat(late.levelWords()).isEqualTo("2, open");
    assertThat(
            rows(
                Exports.Table.DECISIONS,
                row ->
                    row.getField("state").equals("MISSING")
                        && row.getField("subject").equals("ico"),
                row -> row.getField("reference")))
        .containsExactlyInAnyOrderElementsOf(
            paper(0).incidents().stream()
                .filter(WorkingIncident::undecided)
                .map(WorkingIncident::reference)
                .toList());
  }

  /** The comparison's alerts, over all schools first, then school by school. */
  @Test
  void typesThatDidNotFallComeWithTheirNumbers() throws Exception {
    take(
        "July 2025 to June 2026.csv",
        elm("E1", "2025-08-04", "3,,,,,,"),
        elm("E2", "2026-03-09", "3,,,,,,"),
        elm("E3", "2026-04-13", "3,,,,,,"));
    assertThat(paper(0).types())
        .extracting(SchoolTypeCount::school, SchoolTypeCount::previous, SchoolTypeCount::current)
        .containsExactly(tuple("All schools", 1, 2), tuple("Elm School", 1, 2));
    assertThat(paper(school("Elm School")).types())
        .extracting(SchoolTypeCount::school)
        .containsExactly("Elm School");
  }

  @Test
  void oneSchoolsListHasNothingOfAnother() throws Exception {
    takeLog();
    WorkingGroupPaper oak = paper(school("Oak School"));
    assertThat(oak.title()).isEqualTo("Working list: Oak School");
    assertThat(oak.incidents())
        .isNotEmpty()
        .extracting(WorkingIncident::school)
        .containsOnly("Oak School");
    assertThat(oak.actions()).isEmpty();
    assertThat(oak.returned()).isEmpty();
  }

  /** A person, a description, a file's name: none of these is on the page. */
  @Test
  void itIsPublishedOnceAndNamesNobody() throws Exception {
    takeLog();
    RunOutcome first = run();
    assertThat(first.status()).isEqualTo(RunOutcome.Status.DONE);
    Path published = home.reports().resolve("2026-07-01/edition-1/working-group.pdf");
    assertThat(installation.get(PublishedPapers.class).files(first.manifestId()))
        .containsExactly(published.toString());
    String text = text(published);
    assertThat(text)
        .contains("SECURITY WORKING GROUP", "E1", "Headteacher", "A named person")
        .doesNotContainIgnoringCase("Quillfeather", "Archer", "Train everybody", "Something else")
        .doesNotContainIgnoringCase("must report", "null");
    byte[] frozen = Files.readAllBytes(published);

    RunOutcome again = run();
    assertThat(again.status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
    assertThat(again.messages())
        .containsExactly(
            "working-group-report was already done for 2026-07-01 (edition 1) and nothing has"
                + " changed since");

    take("later.csv", elm("E9", "2026-05-04", "3,,,,,,"));
    assertThat(run().edition()).isEqualTo(2);
    assertThat(published).hasBinaryContent(frozen);
    assertThat(text(home.reports().resolve("2026-07-01/edition-2/working-group.pdf")))
        .contains("E9");
  }

  /** With an empty record there is a paper too, and it says so. */
  @Test
  void anEmptyRecordMakesAPaperThatSaysSo() throws Exception {
    run();
    assertThat(text(home.reports().resolve("2026-07-01/edition-1/working-group.pdf")))
        .contains("Nothing waits: no incident is open, and nothing is overdue or missing.");
  }

  /** The half-yearly run writes it beside the board's paper. */
  @Test
  void theHalfYearlyRunWritesItToo() throws Exception {
    takeLog();
    RunOutcome outcome =
        installation.get(Runs.class).run(new RunRequest("half-yearly", WEDNESDAY_1_JULY, null));
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(home.reports().resolve("2026-07-01/edition-1/working-group.pdf")).isNotEmptyFile();
  }

  @Test
  void returnedRowsWaitUntilTheirWorkbookComesBack() throws Exception {
    long log =
        take(
            "log.csv",
            elm("E1", "2026-03-02", "3,,,,,,"),
            "n/k,Elm School,soon,,,,,,,,,,,",
            "tbc,Elm School,later,,,,,,,,,,,");
    LocalDate day = London.dayOf(WEDNESDAY_1_JULY.instant());
    assertThat(paper(0).returned()).containsExactly(new RowsReturned(log, day, 2, 0));
    take("returns-import-" + log + "0.csv", elm("E7", "2026-03-03", "3,,,,,,"));
    assertThat(paper(0).returned()).containsExactly(new RowsReturned(log, day, 2, 0));
    take("Returns-import-" + log + " mended.csv", elm("E8", "2026-03-04", "3,,,,,,"));
    assertThat(paper(0).returned()).containsExactly(new RowsReturned(log, day, 2, 1));
    take("returns-import-" + log + ".csv", elm("E9", "2026-03-05", "3,,,,,,"));
    assertThat(paper(0).returned()).isEmpty();
  }

  /** A signal that comes or is decided changes the list, so the next edition is made. */
  @Test
  void signalsWaitWithoutTheirSubject() throws Exception {
    long log = takeLog();
    run();
    within(
        () ->
            installation
                .get(JdbcClient.class)
                .sql(
                    """
                    insert into signal (rule, title, breach_type, school_name, school_key, subject,
                      subject_key, window_from, window_to, lines, records, addresses, evidence,
                      import_id, sheet, row, last_sheet, last_row, raised_at)
                    values ('night', 'Many records opened at night', 'UNAUTHORISED_ACCESS',
                      'Elm School', 'elm', 'k.fernsby', 'k.fernsby', '2026-06-14T01:00:00Z',
                      '2026-06-14T02:00:00Z', 40, 40, 1, 'forty lines', ?, 1, 41, 1, 80, now())
                    """)
                .param(log)
                .update());
    assertThat(run().edition()).isEqualTo(2);
    assertThat(paper(0).signals())
        .singleElement()
        .satisfies(
            signal -> {
              assertThat(signal.title()).isEqualTo("Many records opened at night");
              assertThat(signal.day()).isEqualTo(LocalDate.of(2026, 6, 14));
              assertThat(signal.row()).isEqualTo(new RowRef(log, 1, 41));
            });
    assertThat(paper(school("Oak School")).signals()).isEmpty();
    assertThat(paper(school("Elm School")).signals())
        .extracting(WaitingSignal::schoolWords)
        .containsExactly("Elm School");
    assertThat(text(home.reports().resolve("2026-07-01/edition-2/working-group.pdf")))
        .contains("Many records opened at night")
        .doesNotContain("fernsby");
  }

  /** On both sides of the most lines a paper prints; each list is filled by itself. */
  @ParameterizedTest
  @ValueSource(ints = {Listed.MOST, Listed.MOST + 1})
  void aLongListIsCountedWholeAndPrintedInPart(int lines) throws Exception {
    long log = take("log.csv", elm("E1", "2025-03-03", "3,,,,,,2025-03-10"));
    work(log, lines);
    WorkingGroupPaper paper = paper(0);
    List<Listed<?>> lists =
        List.of(
            paper.work().incidents(),
            paper.work().closings(),
            paper.work().actions(),
            paper.work().reviews(),
            paper.work().signals());
    assertThat(lists).extracting(Listed::all).containsOnly(lines);
    assertThat(lists)
        .extracting(list -> list.lines().size(), Listed::left)
        .containsOnly(tuple(Listed.MOST, lines - Listed.MOST));
    assertThat(paper.bySchool())
        .singleElement()
        .satisfies(
            elm -> {
              assertThat(elm.incidents()).isEqualTo(lines);
              assertThat(elm.closings()).isEqualTo(lines);
              assertThat(elm.actions()).isEqualTo(lines);
              assertThat(elm.reviews()).isEqualTo(lines);
            });
    assertThat(paper.incidents())
        .as("what is left out is the latest")
        .extracting(WorkingIncident::reference)
        .contains("E1", "L2", "L" + Listed.MOST)
        .doesNotContain("L" + (Listed.MOST + 1));
    run();
    String text =
        text(home.reports().resolve("2026-07-01/edition-1/working-group.pdf"))
            .replaceAll("\\s+", " ");
    if (lines > Listed.MOST) {
      assertThat(text.split("The other line is left out here", -1)).hasSize(lists.size() + 1);
      assertThat(text).contains("Of 501 lines the table has the first 500: the longest overdue");
    } else {
      assertThat(text).doesNotContain("left out here");
    }
  }

  /** As many incidents closed too soon as lines, each with an action, and as many signals. */
  private void work(long log, int lines) {
    for (String statement :
        List.of(
            """
            insert into incident (school_id, reference, reference_key, day, day_from, counted_as,
              facts, import_id, first_import_id, sheet, row, breach_type, category_level, score,
              registered_at)
            select i.school_id, 'L' || n, 'L' || lpad(n::text, 9, '0'), i.day + n, i.day_from,
              i.counted_as, i.facts, i.import_id, i.import_id, 1, n + 1, i.breach_type,
              i.category_level, i.score, i.registered_at
            from incident i, generate_series(2, :lines) n where i.import_id = :log
            """,
            """
            insert into case_action (incident_id, kind, what, owner_role, due, recorded_by,
              recorded_at)
            select incident_id, 'training', 'All staff are taught again', 'dpo', '2026-12-01',
              'test', '2026-01-05T12:00:00Z'
            from incident where import_id = :log
            """,
            """
            insert into signal (rule, title, breach_type, school_name, school_key, subject,
              subject_key, window_from, window_to, lines, records, addresses, evidence, import_id,
              sheet, row, last_sheet, last_row, raised_at)
            select 'night', 'Many records opened at night', 'UNAUTHORISED_ACCESS', 'Elm School',
              'elm', 'account ' || n, 'account ' || n,
              timestamptz '2026-01-01T01:00:00Z' + n * interval '1 hour',
              timestamptz '2026-01-01T01:09:00Z' + n * interval '1 hour', 40, 40, 1, 'forty lines',
              :log, 1, n, 1, n, '2026-06-30T12:00:00Z'
            from generate_series(1, :lines) n
            """)) {
      within(
          () ->
              installation
                  .get(JdbcClient.class)
                  .sql(statement)
                  .param("log", log)
                  .param("lines", lines)
                  .update());
    }
  }

  private static List<String> duties(WorkingGroupPaper paper, Verdict verdict) {
    return paper.incidents().stream()
        .flatMap(
            one ->
                one.duties().stream()
                    .filter(duty -> duty.verdict() == verdict)
                    .map(duty -> line(one, duty)))
        .toList();
  }

  private static String line(WorkingIncident one, DutyState duty) {
    return one.reference() + "|" + duty.title() + "|" + duty.due();
  }

  private WorkingGroupPaper paper(int schoolId) {
    return within(
        () -> {
          Imprints imprints = installation.get(Imprints.class);
          Halves halves = imprints.halves(WEDNESDAY_1_JULY.anchor());
          return installation
              .get(CasePapers.class)
              .workingGroup(
                  schoolId,
                  installation
                      .get(PaperDesk.class)
                      .source(
                          imprints.of(halves, WEDNESDAY_1_JULY, 1),
                          installation
                              .get(RecurrenceRegister.class)
                              .compare(halves.windows())
                              .stream()
                              .map(ComparedType::of)
                              .toList()));
        });
  }

  private int school(String name) {
    return within(() -> installation.get(SchoolRegister.class).find(name).orElseThrow());
  }

  private RunOutcome run() throws Exception {
    return installation
        .get(Runs.class)
        .run(new RunRequest("working-group-report", WEDNESDAY_1_JULY, null));
  }

  private List<String> rows(
      Exports.Table table, Predicate<NamedCsvRecord> wanted, Function<NamedCsvRecord, String> words)
      throws IOException {
    Path file = folder.resolve("export-" + ++exports + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().filter(wanted).map(words).toList();
    }
  }

  private long take(String name, String... rows) throws Exception {
    confirm("Elm School");
    confirm("Oak School");
    Path file = Files.writeString(folder.resolve(name), HEADINGS + String.join("\n", rows) + "\n");
    Long id =
        installation
            .get(FileImporter.class)
            .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()))
            .importId();
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    return Objects.requireNonNull(id);
  }

  private void confirm(String school) {
    within(() -> installation.get(SchoolRegister.class).confirm(school, null, List.of()));
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
      return new PDFTextStripper().getText(document);
    }
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
