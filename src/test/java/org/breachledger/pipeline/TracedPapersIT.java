package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.DataQuality;
import org.breachledger.reporting.DelayBands;
import org.breachledger.reporting.DutyPerformance;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.NearMisses;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.PaperFormat;
import org.breachledger.reporting.PeopleAffected;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.Trace;
import org.breachledger.reporting.TypeCharts;
import org.breachledger.reporting.TypeVerdict;
import org.breachledger.reporting.WithheldNumbers;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.support.TransactionTemplate;

/** Behind every number stand as many incidents as it says; of people no small number is told. */
class TracedPapersIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String CANARY = "Quillfeather";
  private static final String HEADINGS =
      "Reference,School,Incident status,Date of incident,Date identified,Date registered,"
          + "Type of breach,Description,Number of individuals,Factors,Actions,Action owner,"
          + "Action due date,Form A received,ICO notified,Date closed\n";

  /** Schools in the order of their numbers, then types in the order of their codes. */
  private static final long[][] PEOPLE_NOW = {{155, 9, 0}, {40, 3, 70}};

  private static final long[][] PEOPLE_BEFORE = {{3, 0, 0}, {0, 21, 0}};

  @TempDir private static Path folder;
  private static Installation installation;
  private static PaperSource source;
  private static List<Integer> schools;

  @BeforeAll
  static void take() throws Exception {
    Home home = ReadyHome.of(folder, "Elm School", "Ash School");
    installation = Installation.open(home, home.jobs(), false, false);
    String log =
        String.join(
            "\n",
            row(
                "E1",
                "Elm School",
                "2026-03-02",
                "Disclosed in error",
                "150,DISTRESS,,,,,2026-03-03,"),
            row(
                "E2",
                "Elm School",
                "2026-03-09",
                "Disclosed in error",
                "5,,Train,Headteacher,2026-05-01,2026-03-09,,"),
            row(
                "E3",
                "Elm School",
                "2026-04-13",
                "Lost in transit",
                "7 to 9,,Lock,Headteacher,2026-12-01,,,2026-04-20"),
            row(
                "E4",
                "Elm School",
                "2025-11-03",
                "Disclosed in error",
                "3,,,,,2025-11-03,,2025-11-10"),
            row("E5", "Elm School", "2026-06-29", "Disclosed in error", ",,,,,,,"),
            row("A1", "Ash School", "2026-02-02", "Disclosed in error", "40,,,,,,,"),
            row("A2", "Ash School", "2026-02-09", "Lost in transit", "3,,,,,,,"),
            row("A3", "Ash School", "2026-05-11", "Lost or stolen hardware", "70,,,,,,,"),
            row("A4", "Ash School", "2025-09-08", "Lost in transit", "21,,,,,,,"),
            row("A5", "Ash School", "2026-05-12", "Lost in transit", "2,,,,,,,")
                .replace(",incident,", ",near miss,"));
    Path file =
        Files.writeString(
            folder.resolve("quillfeather July 2025 to June 2026.csv"), HEADINGS + log + "\n");
    installation
        .get(FileImporter.class)
        .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    source = within(TracedPapersIT::read);
    schools = within(() -> List.of(school("Elm School"), school("Ash School")));
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  private static String row(String reference, String school, String day, String type, String rest) {
    return "%s,%s,incident,%3$s,%3$s,%3$s,%4$s,Sent to the Quillfeather family,%5$s"
        .formatted(reference, school, day, type, rest);
  }

  private static int school(String name) {
    return installation.get(SchoolRegister.class).find(name).orElseThrow();
  }

  private static PaperSource read() {
    Imprints imprints = installation.get(Imprints.class);
    Halves halves = imprints.halves(WEDNESDAY_1_JULY.anchor());
    return installation
        .get(PaperDesk.class)
        .source(
            imprints.of(halves, WEDNESDAY_1_JULY, 1),
            installation.get(RecurrenceRegister.class).compare(halves.windows()).stream()
                .map(ComparedType::of)
                .toList());
  }

  private static <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  @Test
  void asManyIncidentsStandBehindEveryNumberOfTheBoard() {
    BoardPaper paper = within(source::board);
    Map<String, Integer> printed = new TreeMap<>();
    types(printed, paper.types());
    levelTwo(printed, paper.levelTwo().size());
    duties(printed, paper.duties());
    nearMisses(printed, paper.nearMisses());
    record(printed, paper.dataQuality());
    people(printed, paper.people(), paper.current(), paper.previous());
    put(printed, "Behind actions", "Open", Trace.ANY_HALF, paper.open());
    put(printed, "Behind actions", "Overdue", Trace.ANY_HALF, paper.overdue());
    put(printed, "Behind flags", "Flagged", Trace.THIS_HALF, paper.flagged().size());
    charts(printed, paper.charts());
    for (DelayBands.Band band : paper.delays().list()) {
      put(printed, "Behind delays", band.words(), Trace.THIS_HALF, band.incidents());
    }
    assertThat(traced(0)).isEqualTo(printed);
    assertThat(printed)
        .containsEntry("Behind types and months|Disclosed in error|This half", 4)
        .containsEntry("Behind types and months|Lost in transit|Half before", 1)
        .containsEntry("Behind near misses|Near misses|This half", 1)
        .containsEntry("Behind actions|Open|Any", 2)
        .containsEntry("Behind actions|Overdue|Any", 1)
        .containsEntry("Behind people|Number unknown|This half", 1)
        .containsEntry("Behind charts|All types together|Any", 9)
        .containsKey("Behind Level 2|To be considered|This half")
        .containsEntry("Behind delays|" + told(paper) + "|This half", 1);
  }

  /** The one band of the one notified incident. */
  private static String told(BoardPaper paper) {
    return paper.delays().list().stream()
        .filter(band -> band.incidents() == 1)
        .findFirst()
        .orElseThrow()
        .words();
  }

  @Test
  void asManyIncidentsStandBehindEveryNumberOfTheGovernors() {
    for (int school : schools) {
      GovernorPaper paper = within(() -> source.governors(school));
      Map<String, Integer> printed = new TreeMap<>();
      types(printed, paper.types());
      levelTwo(printed, paper.levelTwo().size());
      duties(printed, paper.duties());
      nearMisses(printed, paper.nearMisses());
      record(printed, paper.dataQuality());
      people(printed, paper.people(), paper.current(), paper.previous());
      put(printed, "Behind actions", "Open", Trace.ANY_HALF, paper.actions().open());
      put(printed, "Behind actions", "Overdue", Trace.ANY_HALF, paper.actions().overdue());
      charts(printed, paper.charts());
      Map<String, Integer> traced = traced(school);
      traced.keySet().removeIf(key -> key.startsWith("Behind delays"));
      assertThat(traced).isEqualTo(printed);
      assertThat(traced).isNotEmpty();
    }
  }

  @Test
  void theWorkbookNamesTheRowsAndNobody() throws IOException {
    PaperDesk desk = installation.get(PaperDesk.class);
    BoardPaper paper = within(source::board);
    byte[] traced = desk.printTraced(paper, within(() -> source.trace(0)));
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(traced))) {
      List<List<String>> rows = rows(workbook.getSheet("Behind types and months"));
      assertThat(rows.get(0)).isEqualTo(Trace.COLUMNS);
      assertThat(rows)
          .hasSize(10)
          .contains(
              List.of(
                  "Disclosed in error",
                  "This half",
                  "Elm School",
                  "E1",
                  "2 March 2026",
                  "1",
                  "1",
                  "2"));
      for (Sheet sheet : workbook) {
        assertThat(rows(sheet).toString()).doesNotContain(CANARY).doesNotContain("quillfeather");
      }
    }
    try (XSSFWorkbook plain =
        new XSSFWorkbook(new ByteArrayInputStream(desk.print(paper, PaperFormat.XLSX)))) {
      for (Sheet sheet : plain) {
        assertThat(sheet.getSheetName()).doesNotStartWith("Behind");
      }
    }
  }

  @Test
  void noFormatOfNoPaperTellsASmallNumberOfPeople() throws IOException {
    List<Paper> papers = new ArrayList<>();
    schools.forEach(school -> papers.add(within(() -> source.governors(school))));
    papers.add(within(source::board));
    WithheldNumbers now = WithheldNumbers.of(PEOPLE_NOW, new SmallNumbers(4));
    WithheldNumbers before = WithheldNumbers.of(PEOPLE_BEFORE, new SmallNumbers(4));
    List<String> types =
        List.of("Disclosed in error", "Lost in transit", "Lost or stolen hardware", "All types");
    for (int paper = 0; paper < papers.size(); paper++) {
      List<List<String>> table = new ArrayList<>();
      for (int type = 0; type < types.size(); type++) {
        if (!(paper == 0 && type == 2)) {
          table.add(
              List.of(types.get(type), before.printed(paper, type), now.printed(paper, type)));
        }
      }
      assertPrinted(papers.get(paper), table);
    }
    assertThat(now.printed(1, 1)).isEqualTo("1 to 4");
    assertThat(now.printed(1, 2)).isEqualTo("withheld");
    assertThat(before.printed(2, 0)).isEqualTo("1 to 4");
  }

  private static void assertPrinted(Paper paper, List<List<String>> table) throws IOException {
    PaperDesk desk = installation.get(PaperDesk.class);
    try (XSSFWorkbook workbook =
        new XSSFWorkbook(new ByteArrayInputStream(desk.print(paper, PaperFormat.XLSX)))) {
      List<List<String>> rows = rows(workbook.getSheet("People affected"));
      assertThat(rows.subList(1, rows.size())).isEqualTo(table);
    }
    String page =
        new String(desk.print(paper, PaperFormat.HTML), StandardCharsets.UTF_8)
            .replaceAll("<[^>]*>", " ");
    String pdf;
    try (PDDocument document = Loader.loadPDF(desk.print(paper, PaperFormat.PDF))) {
      pdf = new PDFTextStripper().getText(document);
    }
    for (List<String> row : table) {
      assertThat(page.replaceAll("\\s+", " ")).contains(String.join(" ", row));
      assertThat(pdf.replaceAll("\\s+", " ")).contains(String.join(" ", row));
    }
  }

  private static List<List<String>> rows(Sheet sheet) {
    DataFormatter words = new DataFormatter();
    List<List<String>> rows = new ArrayList<>();
    for (Row row : sheet) {
      List<String> cells = new ArrayList<>();
      for (Cell cell : row) {
        cells.add(words.formatCellValue(cell));
      }
      rows.add(cells);
    }
    return rows;
  }

  private static Map<String, Integer> traced(int school) {
    Map<String, Integer> lines = new TreeMap<>();
    for (Trace.Sheet sheet : within(() -> source.trace(school)).sheets()) {
      sheet
          .lines()
          .forEach(
              line ->
                  lines.merge(
                      sheet.name() + "|" + line.figure() + "|" + recordHalf(sheet, line.half()),
                      1,
                      Integer::sum));
    }
    return lines;
  }

  /** The record is told over both halves, a chart over more. */
  private static String recordHalf(Trace.Sheet sheet, String half) {
    return List.of("Behind the record", "Behind charts").contains(sheet.name())
        ? Trace.ANY_HALF
        : half;
  }

  private static void put(
      Map<String, Integer> printed, String sheet, String figure, String half, int number) {
    if (number > 0) {
      printed.put(sheet + "|" + figure + "|" + half, number);
    }
  }

  private static void types(Map<String, Integer> printed, List<TypeVerdict> types) {
    for (TypeVerdict type : types) {
      put(printed, "Behind types and months", type.title(), Trace.THIS_HALF, type.current());
      put(printed, "Behind types and months", type.title(), Trace.HALF_BEFORE, type.previous());
    }
  }

  private static void charts(Map<String, Integer> printed, TypeCharts charts) {
    charts
        .types()
        .forEach(
            type -> put(printed, "Behind charts", type.title(), Trace.ANY_HALF, type.incidents()));
  }

  private static void levelTwo(Map<String, Integer> printed, int number) {
    put(printed, "Behind Level 2", "To be considered", Trace.THIS_HALF, number);
  }

  private static void duties(Map<String, Integer> printed, List<DutyPerformance> duties) {
    for (DutyPerformance duty : duties) {
      List<Integer> numbers =
          List.of(duty.met(), duty.late(), duty.overdue(), duty.running(), duty.cannotTell());
      for (int i = 0; i < numbers.size(); i++) {
        put(
            printed,
            "Behind deadlines",
            duty.duty() + ": " + DutyPerformance.HEADINGS.get(i).words(),
            Trace.THIS_HALF,
            numbers.get(i));
      }
    }
  }

  private static void nearMisses(Map<String, Integer> printed, NearMisses number) {
    put(printed, "Behind near misses", "Near misses", Trace.THIS_HALF, number.current());
    put(printed, "Behind near misses", "Near misses", Trace.HALF_BEFORE, number.previous());
  }

  private static void record(Map<String, Integer> printed, DataQuality record) {
    put(printed, "Behind the record", "On record", Trace.ANY_HALF, record.imported());
    put(printed, "Behind the record", "With gaps", Trace.ANY_HALF, record.withGaps());
    put(printed, "Behind the record", "Type to be confirmed", Trace.ANY_HALF, record.needsReview());
    put(printed, "Behind the record", "Counted on: occurred", Trace.ANY_HALF, record.byOccurred());
    put(
        printed,
        "Behind the record",
        "Counted on: identified",
        Trace.ANY_HALF,
        record.byIdentified());
    put(printed, "Behind the record", "Incident without a date", Trace.ANY_HALF, record.undated());
    put(
        printed,
        "Behind the record",
        "Near miss without a date",
        Trace.ANY_HALF,
        record.undatedNearMisses());
    put(printed, "Behind the record", "Without a school", Trace.ANY_HALF, record.withoutSchool());
    put(printed, "Behind Level 2", "Level not known", Trace.THIS_HALF, record.levelUnknown());
  }

  private static void people(
      Map<String, Integer> printed, PeopleAffected people, int current, int previous) {
    String sheet = "Behind people";
    int now = people.unknownCurrent();
    int before = people.unknownPrevious();
    put(printed, sheet, "Number unknown", Trace.THIS_HALF, now);
    put(printed, sheet, "Number unknown", Trace.HALF_BEFORE, before);
    put(printed, sheet, "Number known", Trace.THIS_HALF, current - now);
    put(printed, sheet, "Number known", Trace.HALF_BEFORE, previous - before);
  }
}
