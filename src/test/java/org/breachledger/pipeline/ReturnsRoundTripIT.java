package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.breachledger.calendar.AsOf;
import org.breachledger.intake.WhatToFix;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows that could not be used go back to their sender, are fixed there as their text says, and come
 * in: from every layout each as one incident of its own school, on its own day, and never twice.
 */
class ReturnsRoundTripIT {

  private static final AsOf AS_OF = AsOf.parse("2026-07-01T03:00");
  private static final LocalDate DAY = LocalDate.of(2024, 1, 4);

  @TempDir private static Path folder;

  private static Home home = new Home(Path.of("unset"));
  private static @Nullable Installation opened;

  @BeforeAll
  static void open() throws IOException {
    home = ReadyHome.in(folder);
    opened = Installation.open(home, home.jobs(), false, false);
  }

  @AfterAll
  static void close() {
    installation().close();
  }

  private static Installation installation() {
    if (opened == null) {
      throw new IllegalStateException("the installation is not open");
    }
    return opened;
  }

  private static Finished done(ImportedFile file) {
    return Objects.requireNonNull(file.done(), () -> "not taken: " + file.reason());
  }

  private static ImportedFile take(Path file) throws IOException {
    return take(file, ImportOptions.at(AS_OF, home.returns()));
  }

  private static ImportedFile take(Path file, ImportOptions options) throws IOException {
    return installation().get(FileImporter.class).take(file, options);
  }

  /** What the rows of a file came to, in the order of the sum that is shown. */
  private static List<Integer> sum(ImportedFile file) {
    assertThat(file.status())
        .as(String.valueOf(file.reason()))
        .isEqualTo(ImportedFile.Status.IMPORTED);
    var rows = file.rows();
    assertThat(rows.read())
        .isEqualTo(
            rows.imported()
                + rows.importedWithGaps()
                + rows.updated()
                + rows.unchanged()
                + rows.returned()
                + rows.skipped());
    return List.of(
        rows.read(), rows.imported() + rows.importedWithGaps(), rows.updated(), rows.returned());
  }

  /** The incidents of a school: reference, occurred or else identified, type as written. */
  private static List<String> incidents(String school) throws IOException {
    Path out = folder.resolve("incidents.csv");
    installation()
        .get(Exports.class)
        .write(Exports.Table.INCIDENTS, TableFile.Format.CSV, out, AS_OF);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out)) {
      return reader.stream()
          .filter(row -> row.getField("school").equals(school))
          .map(
              row ->
                  row.getField("reference")
                      + "|"
                      + (row.getField("occurred").isEmpty()
                          ? row.getField("identified")
                          : row.getField("occurred"))
                      + "|"
                      + row.getField("reported_type"))
          .sorted()
          .toList();
    }
  }

  /** A workbook of returned rows in the hands of its receiver. */
  private static final class Fixing implements AutoCloseable {

    private final Workbook book;
    private final Path fixed;

    private Fixing(ImportedFile file, String name) throws IOException {
      Path returns = Path.of(String.valueOf(done(file).returnsFile()));
      assertThat(returns)
          .hasParent(home.returns())
          .hasFileName("returns-import-" + file.importId() + ".xlsx");
      this.book = WorkbookFactory.create(Files.newInputStream(returns));
      this.fixed = folder.resolve(name);
    }

    /** Writes a value under a heading into the row that stood at this place of the log. */
    private Fixing set(int row, String heading, Object value) {
      for (Sheet sheet : book) {
        Row headings = headings(sheet);
        for (Row each : sheet) {
          String text = text(each.getCell(headings.getLastCellNum() - 1));
          if (text.startsWith("Row " + row + " of ")) {
            Cell cell =
                each.getCell(column(headings, heading), Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
            if (value instanceof LocalDate day) {
              cell.setCellValue(day);
              var style = book.createCellStyle();
              style.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
              cell.setCellStyle(style);
            } else {
              cell.setCellValue(value.toString());
            }
          }
        }
      }
      return this;
    }

    private static Row headings(Sheet sheet) {
      for (Row row : sheet) {
        if (text(row.getCell(row.getLastCellNum() - 1)).equals(WhatToFix.HEADING)) {
          return row;
        }
      }
      throw new AssertionError("no heading says what to fix");
    }

    private static int column(Row headings, String heading) {
      for (Cell cell : headings) {
        if (text(cell).equals(heading)) {
          return cell.getColumnIndex();
        }
      }
      throw new AssertionError("there is no column " + heading);
    }

    private static String text(@Nullable Cell cell) {
      return cell == null || cell.getCellType() != org.apache.poi.ss.usermodel.CellType.STRING
          ? ""
          : cell.getStringCellValue();
    }

    /** Saves what was fixed under another name. */
    private Path save() throws IOException {
      try (OutputStream out = Files.newOutputStream(fixed)) {
        book.write(out);
      }
      return fixed;
    }

    @Override
    public void close() throws IOException {
      book.close();
    }
  }

  @Test
  void aSchoolInAColumnAndDatesThatOnlyTheWholeLogTellsApart() throws Exception {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach", "People affected")
            .row("C1", "Columnby", "25/12/2023", "Loss", "4")
            .row("", "Columnby", "before Easter", "", "7")
            .row("C2", "Columnby", "03/04/2024", "Loss", "1")
            .row("", "Columnby", "n/k", "", "many")
            .write(folder.resolve("column.xlsx"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(4, 2, 0, 2);
    Path fixed;
    try (Fixing fixing = new Fixing(first, "column-fixed.xlsx")) {
      fixed =
          fixing
              .set(3, "Date of incident", "05/04/2024")
              .set(3, "Type of breach", "E-mail to wrong recipient")
              .set(5, "Date of incident", LocalDate.of(2024, 4, 7))
              .set(5, "People affected", "12")
              .save();
    }
    assertThat(sum(take(fixed))).containsExactly(2, 2, 0, 0);
    List<String> all =
        List.of(
            "C1|2023-12-25|Loss",
            "C2|2024-04-03|Loss",
            "|2024-04-05|E-mail to wrong recipient",
            "|2024-04-07|");
    assertThat(incidents("Columnby")).containsExactlyInAnyOrderElementsOf(all);

    assertThat(take(fixed).status()).isEqualTo(ImportedFile.Status.ALREADY_IMPORTED);
    Path again = folder.resolve("column-again.xlsx");
    try (Fixing fixing = new Fixing(first, "column-again.xlsx")) {
      fixing
          .set(3, "Date of incident", "05/04/2024")
          .set(3, "Type of breach", "E-mail to wrong recipient")
          .set(5, "Date of incident", "7 April 2024")
          .set(5, "People affected", "12")
          .save();
    }
    assertThat(sum(take(again))).containsExactly(2, 0, 0, 0);
    assertThat(incidents("Columnby")).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aSchoolInATitleOfAnOldWorkbook() throws Exception {
    Path log =
        Sheets.book()
            .sheet("Incidents")
            .row("Name of school", "Titleham Primary School")
            .row("Covers January 2024 to March 2024")
            .row()
            .row("Ref", "Date of incident", "Type of breach", "People affected")
            .row("1", DAY, "Loss", 3)
            .row("", "soon", "", 5)
            .write(folder.resolve("title.xls"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(2, 1, 0, 1);
    try (Fixing fixing = new Fixing(first, "title-fixed.xlsx")) {
      Path fixed = fixing.set(6, "Type of breach", "Verbal disclosure").save();
      assertThat(sum(take(fixed))).containsExactly(1, 1, 0, 0);
    }
    assertThat(incidents("Titleham Primary School"))
        .containsExactly("1|2024-01-04|Loss", "||Verbal disclosure");
  }

  @Test
  void aTabForEachSchool() throws Exception {
    Path log =
        Sheets.book()
            .sheet("Tabworth")
            .row("Ref", "Occurred", "Breach type", "People affected")
            .row("T1", DAY, "Loss", 1)
            .row("", "soon", "", 2)
            .sheet("Leafmere")
            .row("Ref", "Occurred", "Breach type", "People affected")
            .row("L1", DAY, "Loss", 1)
            .row("L2", DAY, "Theft", 1)
            .row("", "later", "", 9)
            .write(folder.resolve("tabs.xlsx"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(5, 3, 0, 2);
    try (Fixing fixing = new Fixing(first, "tabs-fixed.xlsx")) {
      Path fixed =
          fixing.set(3, "Occurred", "6 Jan 2024").set(4, "Breach type", "Theft of a bag").save();
      assertThat(sum(take(fixed))).containsExactly(2, 2, 0, 0);
    }
    assertThat(incidents("Tabworth")).containsExactly("T1|2024-01-04|Loss", "|2024-01-06|");
    assertThat(incidents("Leafmere"))
        .containsExactly("L1|2024-01-04|Loss", "L2|2024-01-04|Theft", "||Theft of a bag");
  }

  @Test
  void aSchoolByOptionAndATextFile() throws Exception {
    Path log =
        Sheets.csv(
            folder.resolve("option.csv"),
            ';',
            List.of("Ref", "Date of incident", "Type of breach", "People affected"),
            List.of("0001", "13/02/2024", "Loss", "3"),
            List.of("", "02/03/24?", "", "=2+2"));
    ImportedFile first =
        take(
            log,
            new ImportOptions(
                null, "Optionby Junior", new TreeSet<>(), false, home.returns(), AS_OF));
    assertThat(sum(first)).containsExactly(2, 1, 0, 1);
    try (Fixing fixing = new Fixing(first, "option-fixed.xlsx")) {
      Path fixed =
          fixing
              .set(3, "Ref", "0002")
              .set(3, "Date of incident", "02/03/2024")
              .set(3, "Type of breach", "Post to wrong address")
              .set(3, "People affected", "4")
              .save();
      assertThat(sum(take(fixed))).containsExactly(1, 1, 0, 0);
    }
    assertThat(incidents("Optionby Junior"))
        .containsExactly("0001|2024-02-13|Loss", "0002|2024-03-02|Post to wrong address");
  }

  @Test
  void anExportOfAnInformationSystemKeepsItsClock() throws Exception {
    Path log =
        Sheets.csv(
            folder.resolve("mis.csv"),
            ',',
            List.of(
                "Log no",
                "School",
                "Logged at (GMT)",
                "Discovered (GMT)",
                "Category",
                "Details",
                "Pupils affected"),
            List.of("4", "Misford", "14/07/2024 09:00", "14/07/2024 08:30", "Loss", "A bag", "1"),
            List.of("", "Misford", "at noon", "??", "", "", "6"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(2, 1, 0, 1);
    try (Fixing fixing = new Fixing(first, "mis-fixed.xlsx")) {
      Path fixed =
          fixing
              .set(3, "Log no", "5")
              .set(3, "Discovered (GMT)", "02/08/2024 08:30")
              .set(3, "Category", "Theft")
              .save();
      ImportedFile second = take(fixed);
      assertThat(sum(second)).containsExactly(1, 1, 0, 0);
      assertThat(done(second).profile()).isEqualTo("mis-incident-log");
    }
    assertThat(incidents("Misford"))
        .containsExactly("4|2024-07-14T09:30:00+01:00|Loss", "5|2024-08-02T09:30:00+01:00|Theft");
  }

  @Test
  void groupHeadingsStillTellTheDatesApart() throws Exception {
    Path log =
        Sheets.book()
            .sheet("Register")
            .title("Groupley Trust: data security incidents", 6)
            .row()
            .row("Incident", "", "", "", "ICO", "")
            .row("No.", "School", "Date of incident", "Type of breach", "Date", "Decision")
            .row(1, "Groupley", DAY, "Loss", DAY, "Notify")
            .row("", "Groupley", "soon", "", "n/k", "")
            .write(folder.resolve("groups.xlsx"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(2, 1, 0, 1);
    try (Fixing fixing = new Fixing(first, "groups-fixed.xlsx")) {
      Path fixed =
          fixing.set(6, "No.", "2").set(6, "Date of incident", DAY).set(6, "Date", DAY).save();
      ImportedFile second = take(fixed);
      assertThat(sum(second)).containsExactly(1, 1, 0, 0);
      assertThat(done(second).mapping()).containsEntry("Date", "ico_notified");
    }
    assertThat(incidents("Groupley")).containsExactly("1|2024-01-04|Loss", "2|2024-01-04|");
  }

  @Test
  void aRowThatCameInMeanwhileIsUpdatedAndNotDoubled() throws Exception {
    List<String> headings =
        List.of("Ref", "School", "Date of incident", "Type of breach", "People affected");
    Path log =
        Sheets.csv(
            folder.resolve("mean.csv"),
            ',',
            headings,
            List.of("M1", "Meanwhile", "25/12/2023", "Loss", "4"),
            List.of("", "Meanwhile", "soon", "", "7"));
    ImportedFile first = take(log);
    assertThat(sum(first)).containsExactly(2, 1, 0, 1);
    Path later =
        Sheets.csv(
            folder.resolve("mean-later.csv"),
            ',',
            headings,
            List.of("M1", "Meanwhile", "25/12/2023", "Loss", "4"),
            List.of("M2", "Meanwhile", "26/12/2023", "Theft", "7"));
    assertThat(sum(take(later))).containsExactly(2, 1, 0, 0);
    try (Fixing fixing = new Fixing(first, "mean-fixed.xlsx")) {
      Path fixed =
          fixing
              .set(3, "Ref", "M2")
              .set(3, "Date of incident", "26/12/2023")
              .set(3, "Type of breach", "Theft from a car")
              .save();
      assertThat(sum(take(fixed))).containsExactly(1, 0, 1, 0);
    }
    assertThat(incidents("Meanwhile"))
        .containsExactly("M1|2023-12-25|Loss", "M2|2023-12-26|Theft from a car");
  }

  @Test
  void whatIsNotFixedComesBackAgainAndStatesNoPeriod() throws Exception {
    Path log =
        Sheets.book()
            .sheet("March 2024")
            .row("Ref", "School", "Date of incident", "Type of breach", "People affected")
            .row("A1", "Againby", LocalDate.of(2024, 3, 5), "Loss", 1)
            .row("", "Againby", "soon", "", 2)
            .write(folder.resolve("again.xlsx"));
    ImportedFile first = take(log);
    try (Fixing fixing = new Fixing(first, "again-unfixed.xlsx")) {
      ImportedFile second = take(fixing.save());
      assertThat(sum(second)).containsExactly(1, 0, 0, 1);
      try (Fixing next = new Fixing(second, "again-fixed.xlsx")) {
        Path fixed = next.set(3, "Date of incident", "31 March 2024").save();
        assertThat(sum(take(fixed))).containsExactly(1, 1, 0, 0);
      }
    }
    assertThat(incidents("Againby")).containsExactly("A1|2024-03-05|Loss", "|2024-03-31|");
  }

  @Test
  void onlyFinishedWorkbooksLieInTheFolder() throws Exception {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("B1", "Behindby", DAY, "Loss")
            .row("", "Behindby", "soon", "")
            .write(folder.resolve("behind.xlsx"));
    take(log);
    List<String> names = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.returns())) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    }
    assertThat(names).isNotEmpty().allMatch(name -> name.matches("returns-import-\\d+\\.xlsx"));
  }
}
