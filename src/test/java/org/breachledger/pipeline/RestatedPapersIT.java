package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.recurrence.Restated;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Restatement;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.reporting.store.Restatements;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A paper says which numbers of an earlier one are no longer right, and nothing where none is. */
class RestatedPapersIT {

  private static final AsOf FIRST = AsOf.parse("2026-07-01T03:00");
  private static final AsOf LATER = AsOf.parse("2026-07-09T03:00");
  private static final AsOf NEXT_HALF = AsOf.parse("2027-01-01T04:00");
  private static final String HEADING = "Changed since an earlier paper";

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.of(folder, "Elm School", "Ash School");
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void lateRowsAreToldOnceAndAnUndoneImportAgain() throws Exception {
    take(
        "log.csv",
        List.of("E1", "Elm School", "2025-08-04", "Lost in transit"),
        List.of("E2", "Elm School", "2026-02-03", "Lost in transit"),
        List.of("A1", "Ash School", "2025-09-04", "Unauthorised access"));
    long first = run("half-yearly", FIRST, null);
    assertThat(papers(first)).hasSize(3).noneMatch(paper -> paper.contains(HEADING));
    assertThat(board(FIRST).isEmpty()).isTrue();

    long late =
        take(
            "late.csv",
            List.of("E3", "Elm School", "2026-03-02", "Lost in transit"),
            List.of("E4", "Elm School", "2026-03-03", "Lost in transit"));
    assertThat(governors("Elm School", LATER).sentences())
        .containsExactly(
            "From 1 January 2026 to 30 June 2026: the paper with data as at 1 July 2026, 03:00"
                + " (edition 1) gave 1 incident; now there are 3.");
    assertThat(figures(governors("Elm School", LATER)))
        .containsExactly("Elm School, This half: 1 -> 3, 2 incidents were recorded after that.");
    assertThat(governors("Ash School", LATER).isEmpty()).isTrue();
    assertThat(figures(board(LATER)))
        .containsExactly(
            "All schools, This half: 1 -> 3, 2 incidents were recorded after that.",
            "Elm School, This half: 1 -> 3, 2 incidents were recorded after that.");
    assertThat(overtaken()).hasSize(2);
    assertThat(behindChanged(LATER))
        .containsExactly(
            "All schools: Lost in transit, This half, E3",
            "All schools: Lost in transit, This half, E4",
            "Elm School: Lost in transit, This half, E3",
            "Elm School: Lost in transit, This half, E4");

    long second = run("half-yearly", LATER, null);
    assertThat(papers(second)).hasSize(3);
    assertThat(papers(second).stream().filter(paper -> paper.contains(HEADING))).hasSize(2);
    assertThat(board(LATER).isEmpty()).isTrue();
    assertThat(overtaken()).isEmpty();

    UndoOutcome undone =
        installation.get(UndoImport.class).take(late, false, "command line", LATER);
    assertThat(undone.status()).isEqualTo(UndoOutcome.Status.UNDONE);
    installation.get(Assessment.class).run(LATER);
    assertThat(figures(governors("Elm School", LATER)))
        .containsExactly(
            "Elm School, This half: 3 -> 1, Of those on record then, 2 fewer count here now: taken"
                + " back, corrected or of another type.");
  }

  @Test
  void theNextHalfsPaperTellsOfTheHalfBefore() throws Exception {
    take(
        "log.csv",
        List.of("E1", "Elm School", "2025-08-04", "Lost in transit"),
        List.of("E2", "Elm School", "2026-02-03", "Lost in transit"));
    run("half-yearly", FIRST, null);
    take("late.csv", List.of("E3", "Elm School", "2026-05-02", "Unauthorised access"));
    assertThat(governors("Elm School", NEXT_HALF).sentences())
        .containsExactly(
            "From 1 January 2026 to 30 June 2026: the paper with data as at 1 July 2026, 03:00"
                + " (edition 1) gave 1 incident; now there are 2.");
    assertThat(figures(governors("Elm School", NEXT_HALF)))
        .containsExactly("Elm School, Half before: 0 -> 1, 1 incident was recorded after that.");
  }

  /** A run about other halves has printed none of these. */
  @Test
  void halvesThatNoPaperPrintedHaveNothingToRestate() throws Exception {
    take("log.csv", List.of("E1", "Elm School", "2025-08-04", "Lost in transit"));
    run("board-report", FIRST, LocalDate.of(2026, 6, 1));
    take("late.csv", List.of("E3", "Elm School", "2026-05-02", "Unauthorised access"));
    assertThat(board(LATER).isEmpty()).isTrue();
    assertThat(overtaken()).isNotEmpty();
  }

  @Test
  void editedTablesChangeAVerdictAndAreNamed() throws Exception {
    take(
        "log.csv",
        List.of("E1", "Elm School", "2025-08-04", "Loss of paperwork"),
        List.of("E2", "Elm School", "2025-09-04", "Loss of paperwork"),
        List.of("E3", "Elm School", "2026-02-03", "Loss of paperwork"));
    run("half-yearly", FIRST, null);
    installation.close();
    Path vocabularies = home.jobs().resolve("normalise/vocabularies.csv");
    Files.createDirectories(Objects.requireNonNull(vocabularies.getParent()));
    Files.writeString(
        vocabularies,
        Files.readString(Path.of("jobs/normalise/vocabularies.csv"))
            + "ours,Loss of paperwork,OTHER,,,\n");
    installation = Installation.open(home, home.jobs(), false, false);
    run("half-yearly", LATER, null);
    List<String> told = papers(newest()).stream().filter(paper -> paper.contains(HEADING)).toList();
    assertThat(told)
        .hasSize(2)
        .allSatisfy(
            paper ->
                assertThat(paper)
                    .contains("gave 1 incident, as many as now, though counted otherwise.")
                    .contains("The tables of the policy were edited between the papers")
                    .containsPattern("The verdict on \"Other\" was \"None in either half\"; it is")
                    .contains("The earlier paper stays as it was published."));
  }

  /** The annex of the board's paper and the export draw the same twelve months. */
  @Test
  void chartsOfTheMonthsThatWereSubmitted() throws Exception {
    take("log.csv", twoAMonth());
    long run = run("board-report", FIRST, null);
    assertThat(papers(run).get(0))
        .contains("Annex: month against month")
        .contains("24 incidents, July 2025 to June 2026. Each point is a month.")
        .contains("No month stands out: 2 a month on average");
    Path file = folder.resolve("charts.csv");
    installation.get(Exports.class).write(Exports.Table.CHARTS, TableFile.Format.CSV, file, FIRST);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0))
        .isEqualTo(
            "school,breach_type,kind,first_month,last_month,day,value,lower,centre,upper,signal");
    assertThat(lines)
        .filteredOn(line -> line.startsWith("Elm School,LOST_IN_TRANSIT,"))
        .hasSize(12)
        .first()
        .asString()
        .startsWith("Elm School,LOST_IN_TRANSIT,counts,2025-07,2026-06,2025-07-01,2,0")
        .endsWith(",");
    assertThat(lines).filteredOn(line -> line.startsWith("*,,counts,")).hasSize(12);
  }

  /** What is left of a month is no count of it: neither compared, nor printed, nor restated. */
  @Test
  void aMonthOfWhichIncidentsWereDestroyedIsNotOneThatWasSubmitted() throws Exception {
    take("log.csv", twoAMonth());
    run("half-yearly", FIRST, null);
    take("late.csv", List.of("L1", "Elm School", "2026-03-02", "Lost in transit"));
    assertThat(overtaken()).isNotEmpty();
    assertThat(lostInTransit()).isEqualTo("12 against 13: NOT_REDUCED");
    assertThat(monthsOfElm(LATER)).isEqualTo(12);

    within(
        () -> {
          JdbcClient jdbc = installation.get(JdbcClient.class);
          jdbc.sql(
                  "insert into school_merged (school_id, into_id)"
                      + " select 4711, school_id from school where name = 'Elm School'")
              .update();
          return jdbc.sql(
                  "insert into destroyed_count (number, school_id, month, breach_type, sub_type,"
                      + " counted_as, incidents)"
                      + " values (1, 4711, '2025-10-01', 'LOST_IN_TRANSIT', '', 'incident', 1)")
              .update();
        });
    assertThat(lostInTransit()).isEqualTo("12 against 13: INSUFFICIENT_DATA");
    assertThat(monthsOfElm(LATER)).as("a chart wants twelve submitted months").isZero();
    assertThat(overtaken()).isEmpty();
  }

  private static List<List<String>> twoAMonth() {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      LocalDate month = LocalDate.of(2025, 7, 1).plusMonths(i / 2);
      rows.add(
          List.of("E" + i, "Elm School", month.plusDays(3 + i % 2).toString(), "Lost in transit"));
    }
    return rows;
  }

  private String lostInTransit() {
    Halves halves = installation.get(Imprints.class).halves(LATER.anchor());
    return within(
        () ->
            installation.get(RecurrenceRegister.class).compare(halves.windows()).stream()
                .filter(
                    row ->
                        row.school().equals("Elm School")
                            && row.breachType().equals("LOST_IN_TRANSIT")
                            && row.subType().isEmpty())
                .map(row -> row.previous() + " against " + row.current() + ": " + row.verdict())
                .findFirst()
                .orElseThrow());
  }

  private long monthsOfElm(AsOf asOf) throws Exception {
    Path file = folder.resolve("months-" + System.nanoTime() + ".csv");
    installation.get(Exports.class).write(Exports.Table.CHARTS, TableFile.Format.CSV, file, asOf);
    return Files.readAllLines(file).stream()
        .filter(line -> line.startsWith("Elm School,LOST_IN_TRANSIT,counts"))
        .count();
  }

  private static List<String> figures(Restatement restatement) {
    return restatement.listed().stream()
        .map(
            figure ->
                figure.schoolWords()
                    + ", "
                    + figure.half()
                    + ": "
                    + figure.published()
                    + " -> "
                    + figure.now()
                    + ", "
                    + figure.why())
        .toList();
  }

  private List<String> behindChanged(AsOf asOf) {
    return source(asOf, source -> source.trace(0)).sheets().stream()
        .filter(sheet -> sheet.name().equals("Behind changed numbers"))
        .flatMap(sheet -> sheet.lines().stream())
        .map(line -> line.figure() + ", " + line.half() + ", " + line.reference())
        .toList();
  }

  private Restatement board(AsOf asOf) {
    return source(asOf, source -> source.board().restatement());
  }

  private Restatement governors(String school, AsOf asOf) {
    return source(
        asOf,
        source ->
            source.confirmedSchools().stream()
                .filter(id -> source.school(id).equals(school))
                .map(id -> source.governors(id).restatement())
                .findFirst()
                .orElseThrow());
  }

  private <T> T source(AsOf asOf, Function<PaperSource, T> asked) {
    return within(
        () -> {
          Imprints imprints = installation.get(Imprints.class);
          Halves halves = imprints.halves(asOf.anchor());
          return asked.apply(
              installation
                  .get(PaperDesk.class)
                  .source(
                      imprints.of(halves, asOf, 1),
                      installation.get(RecurrenceRegister.class).compare(halves.windows()).stream()
                          .map(ComparedType::of)
                          .toList()));
        });
  }

  private List<String> overtaken() {
    return within(
        () ->
            new Restatements(
                    installation.get(JdbcClient.class), installation.get(RecurrenceRegister.class))
                .list().stream().map(Restated::name).toList());
  }

  private List<String> papers(long run) throws IOException {
    List<byte[]> contents =
        within(
            () ->
                installation
                    .get(JdbcClient.class)
                    .sql(
                        "select content from report_paper where manifest_id = ?"
                            + " and report in ('governors', 'board') order by file")
                    .param(run)
                    .query(byte[].class)
                    .list());
    List<String> texts = new ArrayList<>();
    for (byte[] content : contents) {
      try (PDDocument document = Loader.loadPDF(content)) {
        texts.add(new PDFTextStripper().getText(document).replaceAll("\\s+", " "));
      }
    }
    return texts;
  }

  private long newest() {
    return within(
        () ->
            installation
                .get(JdbcClient.class)
                .sql("select max(manifest_id) from report_paper")
                .query(Long.class)
                .single());
  }

  @SafeVarargs
  private long take(String name, List<String>... rows) throws Exception {
    return take(name, List.of(rows));
  }

  private long take(String name, List<List<String>> rows) throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("Reference", "School", "Date of incident", "Type of breach"));
    all.addAll(rows);
    Path file = Sheets.csv(folder.resolve(name), ',', all.toArray(List[]::new));
    TreeSet<YearMonth> covers = new TreeSet<>();
    for (int month = 0; month < 12; month++) {
      covers.add(YearMonth.of(2025, 7).plusMonths(month));
    }
    ImportedFile taken =
        installation
            .get(FileImporter.class)
            .take(file, new ImportOptions(null, null, covers, false, home.returns(), LATER));
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(LATER);
    return within(
        () ->
            installation
                .get(JdbcClient.class)
                .sql("select max(import_id) from import_file")
                .query(Long.class)
                .single());
  }

  private long run(String job, AsOf asOf, @Nullable LocalDate anchor) throws Exception {
    RunOutcome outcome = installation.get(Runs.class).run(new RunRequest(job, asOf, anchor));
    assertThat(outcome.status())
        .as(outcome.messages().toString())
        .isEqualTo(RunOutcome.Status.DONE);
    return outcome.manifestId();
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
