package org.breachledger.intake.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.incident.Field;
import org.breachledger.intake.DateOrder;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.Reading;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that goes back: what a sender reads there, and that nothing in it runs. */
class ReturnsFileTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 4);

  @TempDir Path folder;

  private Path returned(Path log) throws IOException {
    return returned(Reading.of(log));
  }

  private Path returned(Reading reading) throws IOException {
    Path waiting = Files.createDirectories(folder.resolve("returns"));
    Path file = waiting.resolve("returns-import-7.xlsx");
    try (ReturnsFile returns = new ReturnsFile(waiting, reading.summary(), 7)) {
      reading.rows().forEach(returns::add);
      assertThat(returns.empty()).isFalse();
      returns.write(file);
    }
    try (Stream<Path> left = Files.list(waiting)) {
      assertThat(left).containsExactly(file);
    }
    return file;
  }

  /** The rows of the first sheet as a person sees them. */
  private static List<List<String>> shown(Path file) throws IOException {
    DataFormatter eye = new DataFormatter(java.util.Locale.UK);
    List<List<String>> rows = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(file.toFile())) {
      for (Row row : book.getSheetAt(0)) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getLastCellNum(); i++) {
          cells.add(eye.formatCellValue(row.getCell(i)));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** What the cells of a row look like: {@code !} where coloured, then the comment. */
  private static Map<String, String> marks(Path file, int row) throws IOException {
    Map<String, String> marks = new LinkedHashMap<>();
    try (Workbook book = WorkbookFactory.create(file.toFile())) {
      for (Cell cell : book.getSheetAt(0).getRow(row)) {
        boolean coloured = cell.getCellStyle().getFillPattern() == FillPatternType.SOLID_FOREGROUND;
        if (coloured) {
          String words =
              cell.getCellComment() == null ? "" : cell.getCellComment().getString().getString();
          marks.put(cell.getAddress().formatAsString(), words);
        }
        if (cell.getCellComment() != null) {
          assertThat(coloured).isTrue();
          assertThat(cell.getCellComment().getAuthor()).isEqualTo("Breachledger");
        }
      }
    }
    return marks;
  }

  @Test
  void theSendersOwnSheetComesBackWithWhatToFix() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("School", "Incident no", "Date of incident", "Type of breach", "=1+1")
            .row("Elmbury", "", "about Easter", "", "=HYPERLINK(\"http://example.org\")")
            .row("Elmbury", "1", DAY, "Loss", "")
            .write(folder.resolve("log.xlsx"));
    Path returns = returned(log);
    assertThat(shown(returns))
        .containsExactly(
            List.of(
                "Incident log: rows to fix from import 7. Change the coloured cells, save this file"
                    + " and import it."),
            List.of(
                "School",
                "Incident no",
                "Date of incident",
                "Type of breach",
                "=1+1",
                "What to fix"),
            List.of(
                "Elmbury",
                "",
                "about Easter",
                "",
                "=HYPERLINK(\"http://example.org\")",
                """
                Row 2 of sheet "Log".
                Needed: at least a date, a type, a description or a reference of an incident. Fill \
                in one of them, or delete the row if it is no incident.
                Date of incident: read "about Easter"; expected a date such as 04/01/2024 or 4 Jan \
                2024, with or without a time such as 14:05. Write the date of this cell in full."""));
    assertThat(marks(returns, 2))
        .isEqualTo(
            Map.of(
                "B3",
                "Expected at least a date, a type, a description or a reference of an incident. Fill"
                    + " in one of them, or delete the row if it is no incident.",
                "C3",
                "Read \"about Easter\"; expected a date such as 04/01/2024 or 4 Jan 2024, with or"
                    + " without a time such as 14:05. Write the date of this cell in full.",
                "D3",
                ""));
  }

  @Test
  void nothingInItRunsOrHidesOrNamesAnybody() throws IOException {
    List<String> traps = List.of("=1+1", "+1", "-1", "@INDEX(1)", "'=1", "=cmd|'/c calc'!A1");
    Sheets sheets =
        Sheets.book()
            .sheet("=Log")
            .row("School", "Ref", "Date of incident", "Type of breach", "=A1", "@x", "-y");
    for (String trap : traps) {
      sheets.row(trap, "", trap, "", trap, trap, trap);
    }
    Path returns = returned(sheets.write(folder.resolve("traps.xlsx")));
    Map<String, String> parts = parts(returns);
    assertThat(parts.keySet())
        .containsExactlyInAnyOrder(
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/app.xml",
            "docProps/core.xml",
            "xl/_rels/workbook.xml.rels",
            "xl/comments1.xml",
            "xl/drawings/drawing1.xml",
            "xl/drawings/vmlDrawing0.vml",
            "xl/sharedStrings.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/worksheets/_rels/sheet1.xml.rels",
            "xl/worksheets/sheet1.xml");
    assertThat(parts.get("xl/worksheets/sheet1.xml"))
        .doesNotContain("<f>", "<f ", "hidden", "hyperlink", "t=\"str\"");
    assertThat(parts.get("xl/workbook.xml")).doesNotContain("state=", "definedName", "external");
    assertThat(parts.get("docProps/core.xml")).doesNotContain("Apache", "lastModifiedBy");
    assertThat(parts.get("docProps/core.xml")).doesNotContainPattern("<dc:creator>[^<]");
    assertThat(parts.get("docProps/app.xml")).doesNotContain("Manager", "Company");
    assertThat(parts.get("xl/comments1.xml")).contains("<author>Breachledger</author>");
    int guarded = 0;
    try (Workbook book = WorkbookFactory.create(returns.toFile())) {
      for (Row row : book.getSheetAt(0)) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isIn(CellType.STRING, CellType.BLANK);
          String text = cell.getStringCellValue();
          if (text.matches("(?s)[=+@'-].*")) {
            assertThat(cell.getCellStyle().getQuotePrefixed()).as(text).isTrue();
            guarded++;
          }
        }
      }
    }
    assertThat(guarded).isEqualTo(3 + 5 * traps.size());
  }

  private static Map<String, String> parts(Path file) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : java.util.Collections.list(zip.entries())) {
        parts.put(
            entry.getName(),
            new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return parts;
  }

  @Test
  void datesAndNumbersLookAsTheyDid() throws IOException {
    Path log = folder.resolve("looks.xlsx");
    try (Workbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(log)) {
      Sheet sheet = book.createSheet("Log");
      List<String> headings =
          List.of(
              "Ref", "Date of incident", "Type of breach", "Seen", "At", "Cost", "Long", "None");
      Row head = sheet.createRow(0);
      IntStream.range(0, headings.size())
          .forEach(i -> head.createCell(i).setCellValue(headings.get(i)));
      Row row = sheet.createRow(1);
      row.createCell(1).setCellValue("??/04");
      styled(book, row.createCell(3), "d-mmm-yy").setCellValue(DAY);
      styled(book, row.createCell(4), "dd/mm/yyyy hh:mm")
          .setCellValue(LocalDateTime.of(2024, 1, 4, 9, 30));
      styled(book, row.createCell(5), "£#,##0.00").setCellValue(1234.5);
      row.createCell(6).setCellValue("0000000123456789012345");
      styled(book, row.createCell(7), ";;;").setCellValue(12);
      sheet.createRow(2).createCell(2).setCellValue("Loss");
      book.write(out);
    }
    List<String> back = shown(returned(log)).get(2);
    assertThat(back.subList(0, 8))
        .containsExactly(
            "",
            "??/04",
            "",
            "4-Jan-24",
            "04/01/2024 09:30",
            "£1,234.50",
            "0000000123456789012345",
            "12");
  }

  private static Cell styled(Workbook book, Cell cell, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    cell.setCellStyle(style);
    return cell;
  }

  @Test
  void headingsStandExactlyAsTheSenderWroteThem() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Register")
            .title("Example Trust: data security incidents January 2024", 8)
            .row()
            .row("Incident", "", "", "", "ICO", "", "")
            .row("No.", "School", "Date of\nincident", "Date", "Date", "", "Decision")
            .row(1, "Elmbury", DAY, DAY, DAY, "x", "Notify")
            .row("", "Elmbury", "soon", "", "n/k", "y", "later")
            .write(folder.resolve("register.xlsx"));
    Reading before = Reading.of(log);
    assertThat(before.summary().mainSheet().mapping())
        .containsEntry("Date (2)", "ico_notified")
        .containsEntry("Decision", "ico_decision");
    Path returns = returned(before);
    assertThat(shown(returns).subList(1, 3))
        .containsExactly(
            List.of("Incident", "", "", "", "ICO"),
            List.of(
                "No.",
                "School",
                "Date of\nincident",
                "Date",
                "Date",
                "",
                "Decision",
                "What to fix"));
    Reading after = Reading.of(returns);
    assertThat(after.summary().mainSheet().mapping())
        .isEqualTo(before.summary().mainSheet().mapping());
    assertThat(after.summary().mainSheet().unmapped())
        .isEqualTo(before.summary().mainSheet().unmapped());
    assertThat(after.summary().covers()).isEmpty();
  }

  @Test
  void cellsBeyondTheHeadingsAreKeptWhereTheyWere() throws IOException {
    Sheets sheets = Sheets.book().sheet("Log").row("Ref", "School", "Date of incident", "Details");
    for (int i = 0; i < 150; i++) {
      sheets.row("", "Elmbury", "soon", "", "", i < 140 ? "" : "note " + i);
    }
    Path returns = returned(sheets.write(folder.resolve("wide.xlsx")));
    assertThat(shown(returns).get(1)).endsWith("Details", "What to fix");
    assertThat(shown(returns).get(142)).endsWith("", "note 140");
    Path fixed = fix(returns, 142, 3, "A bag was lost");
    assertThat(Reading.of(fixed).taken())
        .singleElement()
        .extracting(Outcome.Taken::extra)
        .isEqualTo(Map.of("column F", "note 140"));
  }

  @Test
  void aNarrowColumnBesideTheHeadingsPushesOursToItsRight() throws IOException {
    Path returns =
        returned(
            Sheets.book()
                .sheet("Log")
                .row("Ref", "School", "Date of incident", "Details")
                .row("", "Elmbury", "soon", "", "", "see file")
                .write(folder.resolve("beside.xlsx")));
    assertThat(shown(returns).get(1))
        .containsExactly("Ref", "School", "Date of incident", "Details", "", "", "What to fix");
  }

  private Path fix(Path returns, int row, int column, String value) throws IOException {
    Path fixed = folder.resolve("fixed.xlsx");
    try (Workbook book = WorkbookFactory.create(returns.toFile());
        OutputStream out = Files.newOutputStream(fixed)) {
      Row at = book.getSheetAt(0).getRow(row);
      at.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(value);
      book.write(out);
    }
    return fixed;
  }

  @Test
  void theOrderOfDayAndMonthComesBackWithTheRows() throws IOException {
    Path log =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Ref", "School", "Date of incident", "Details", "Date closed"),
            List.of("1", "Elmbury", "25/12/2023", "A bag was lost", ""),
            List.of("", "Elmbury", "31/31/2024", "", ""));
    Path returns = returned(log);
    assertThat(shown(returns).get(2).get(5))
        .startsWith("Row 3 of the file; dates there are day/month/year.\n");
    Reading again = Reading.of(fix(returns, 2, 2, "03/04/2024"));
    assertThat(again.summary().dates()).isEqualTo(DateOrder.DMY);
    assertThat(again.field(Field.OCCURRED)).containsExactly("2024-04-03");
    assertThat(again.summary().notes())
        .extracting(FileNote::code)
        .doesNotContain("personal_properties", "comments");
  }

  @Test
  void aMonthFirstLogStaysMonthFirst() throws IOException {
    Path log =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Ref", "School", "Date of incident", "Details"),
            List.of("1", "Elmbury", "12/25/2023", "A bag was lost"),
            List.of("", "Elmbury", "soon", ""));
    Reading again = Reading.of(fix(returned(log), 2, 2, "03/04/2024"));
    assertThat(again.field(Field.OCCURRED)).containsExactly("2024-03-04");
  }

  @Test
  void anUndecidedLogSaysNothingOfOrder() throws IOException {
    Path log =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Ref", "School", "Date of incident", "Details"),
            List.of("", "Elmbury", "03/04/2024", ""));
    Path returns = returned(log);
    assertThat(shown(returns).get(2).get(4)).startsWith("Row 2 of the file.\n");
    assertThat(Reading.of(fix(returns, 2, 2, "4 March 2024")).field(Field.OCCURRED))
        .containsExactly("2024-03-04");
  }

  @Test
  void theSchoolIsNotLostWhereverItStood() throws IOException {
    Path titled =
        Sheets.book()
            .sheet("Log")
            .row("Name of school", "Elmbury Primary")
            .row("Ref", "Date of incident", "Type of breach")
            .row("", "soon", "")
            .write(folder.resolve("titled.xlsx"));
    assertThat(schoolOfFixed(Reading.of(titled))).isEqualTo("Elmbury Primary");
    Path tabs =
        Sheets.book()
            .sheet("Oakfold")
            .row("Ref", "Date of incident", "Type of breach")
            .row("O1", DAY, "Loss")
            .sheet("Quillbrook")
            .row("Ref", "Date of incident", "Type of breach")
            .row("", "soon", "")
            .write(folder.resolve("tabs.xlsx"));
    assertThat(schoolOfFixed(Reading.of(tabs))).isEqualTo("Quillbrook");
    Path bare =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "Date of incident", "Type of breach")
            .row("", "soon", "")
            .write(folder.resolve("bare.xlsx"));
    assertThat(
            schoolOfFixed(
                Reading.of(bare, ReadingOptions.none().withSchool("=Said by: option, 2024"))))
        .isEqualTo("=Said by: option, 2024");
    Path named =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "Date of incident", "Type of breach")
            .row("", "soon", "")
            .write(folder.resolve("Harrowfen Academy.xlsx"));
    assertThat(schoolOfFixed(Reading.of(named))).isEqualTo("Harrowfen Academy");
  }

  private String schoolOfFixed(Reading reading) throws IOException {
    Path returns = returned(reading);
    int last = shown(returns).size() - 1;
    Reading again = Reading.of(fix(returns, last, 1, "4 Jan 2024"));
    assertThat(again.field(Field.OCCURRED)).containsExactly("2024-01-04");
    return String.valueOf(again.first(Field.SCHOOL));
  }

  @Test
  void aBareRegisterIsStillKnownAsALog() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Data")
            .row("Data breach register")
            .row("Date", "Details", "Status")
            .row("soon", "", "Open")
            .write(folder.resolve("bare.xlsx"));
    Reading again = Reading.of(fix(returned(log), 2, 1, "A bag was lost"));
    assertThat(again.field(Field.DESCRIPTION)).containsExactly("A bag was lost");
  }

  @Test
  void sheetsKeepTheirNamesAndOnlyThoseWithRowsToFixComeBack() throws IOException {
    Path log =
        Sheets.book()
            .sheet("May 2024")
            .row("Ref", "School", "Occurred", "Breach type")
            .row("", "Elmbury", "soon", "")
            .sheet("June 2024")
            .row("Ref", "School", "Occurred", "Breach type")
            .row("1", "Elmbury", LocalDate.of(2024, 6, 7), "Loss")
            .sheet("July 2024")
            .row("Ref", "School", "Occurred", "Breach type")
            .row("", "Elmbury", "later", "")
            .write(folder.resolve("months.xlsx"));
    Path returns = returned(log);
    try (Workbook book = WorkbookFactory.create(returns.toFile())) {
      assertThat(IntStream.range(0, book.getNumberOfSheets()).mapToObj(book::getSheetName))
          .containsExactly("May 2024", "July 2024");
    }
    assertThat(Reading.of(returns).summary().covers()).isEmpty();
  }

  @Test
  void unfixedRowsComeBackAgain() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("Ref", "School", "Date of incident", "Type of breach")
            .row("", "Elmbury", "soon", "")
            .write(folder.resolve("log.xlsx"));
    Reading again = Reading.of(returned(log));
    assertThat(again.rows())
        .singleElement()
        .extracting(ReadRow::outcome)
        .isInstanceOf(Outcome.Returned.class);
  }

  @Test
  void thousandsOfRowsAreCommentedAsFarAsAWorkbookBears() throws IOException {
    Sheets sheets = Sheets.book().sheet("Log").row("Ref", "School", "Date of incident", "Type");
    int rows = 6_000;
    for (int i = 0; i < rows; i++) {
      sheets.row("", "School " + i, "day " + i, "");
    }
    Path returns = returned(sheets.write(folder.resolve("many.xlsx")));
    Map<String, String> parts = parts(returns);
    assertThat(parts.getOrDefault("xl/comments1.xml", "").split("<comment ").length - 1)
        .isEqualTo(10_000);
    String texts = parts.get("xl/worksheets/sheet1.xml") + parts.get("xl/sharedStrings.xml");
    assertThat(texts.split("Needed: ").length - 1).isEqualTo(rows);
  }
}
