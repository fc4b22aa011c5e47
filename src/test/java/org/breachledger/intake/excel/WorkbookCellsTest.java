package org.breachledger.intake.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridOpener;
import org.breachledger.intake.ReadingRules;
import org.breachledger.intake.RefusedFile;
import org.breachledger.policy.files.JobsFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of workbooks as both readers give them: kind, text, and what their sender is told. */
class WorkbookCellsTest {

  private static final ReadingRules RULES = ReadingRules.read(new JobsFolder(null));

  private static final String MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final String RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships";

  @TempDir Path folder;

  private record Cells(List<String> rows, List<String> sheets, List<String> notes) {}

  private static Cells read(GridOpener opener, Path file) throws RefusedFile, IOException {
    List<String> rows = new ArrayList<>();
    try (Grid grid = opener.open(file)) {
      for (var sheet : grid.sheets()) {
        grid.read(
            sheet,
            row -> {
              row.cells().forEach(cell -> rows.add(cell.kind() + " " + cell.text()));
              return true;
            });
      }
      return new Cells(
          rows,
          grid.sheets().stream().map(s -> s.number() + s.name() + (s.hidden() ? "!" : "")).toList(),
          grid.notes().stream().map(FileNote::code).toList());
    }
  }

  private Path write(Workbook book, String name) throws IOException {
    Path file = folder.resolve(name);
    try (book;
        OutputStream out = Files.newOutputStream(file)) {
      book.write(out);
    }
    return file;
  }

  private static Workbook everyKind(Workbook book) {
    Sheet sheet = book.createSheet("Log");
    CellStyle day = book.createCellStyle();
    day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
    CellStyle moment = book.createCellStyle();
    moment.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy hh:mm"));
    Row row = sheet.createRow(0);
    row.createCell(0).setCellValue("Zoë\u00a0");
    row.createCell(1).setCellValue(12);
    row.createCell(2).setCellValue(0.1 + 0.2);
    row.createCell(3).setCellValue(LocalDateTime.of(2024, 1, 4, 0, 0));
    row.getCell(3).setCellStyle(day);
    row.createCell(4).setCellValue(LocalDateTime.of(2024, 1, 4, 0, 0));
    row.getCell(4).setCellStyle(moment);
    row.createCell(5).setCellValue(LocalDateTime.of(2024, 1, 4, 9, 30));
    row.getCell(5).setCellStyle(day);
    row.createCell(6).setCellValue(true);
    row.createCell(7).setCellFormula("1+1");
    row.createCell(8).setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.NA.getCode());
    row.createCell(10).setCellValue(123456789012L);
    row.getCell(7).setCellValue(2);
    return book;
  }

  private static final List<String> EVERY_KIND =
      List.of(
          "TEXT Zoë",
          "NUMBER 12",
          "NUMBER 0.3",
          "DATE 2024-01-04",
          "DATE 2024-01-04T00:00",
          "DATE 2024-01-04T09:30",
          "TEXT TRUE",
          "NUMBER 2",
          "ERROR #N/A",
          "BLANK ",
          "NUMBER 123456789012");

  @Test
  void everyKindOfCellInXlsx() throws Exception {
    Path file = write(everyKind(new XSSFWorkbook()), "kinds.xlsx");
    assertThat(read(new Workbooks(RULES), file).rows()).isEqualTo(EVERY_KIND);
    assertThat(read(new PlainWorkbooks(RULES), file).rows()).isEqualTo(EVERY_KIND);
    assertThat(read(new Workbooks(RULES), file).notes()).contains("formulas");
  }

  @Test
  void everyKindOfCellInXls() throws Exception {
    Path file = write(everyKind(new HSSFWorkbook()), "kinds.xls");
    assertThat(read(new Workbooks(RULES), file).rows()).isEqualTo(EVERY_KIND);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void bothCalendars(boolean dates1904) throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    book.getCTWorkbook().addNewWorkbookPr().setDate1904(dates1904);
    CellStyle day = book.createCellStyle();
    day.setDataFormat((short) 14);
    Row row = book.createSheet("Log").createRow(0);
    row.createCell(0).setCellValue(dates1904 ? 43833 : 45295);
    row.getCell(0).setCellStyle(day);
    Path file = write(book, "calendar.xlsx");
    assertThat(read(new Workbooks(RULES), file).rows()).containsExactly("DATE 2024-01-04");
    assertThat(read(new PlainWorkbooks(RULES), file).rows()).containsExactly("DATE 2024-01-04");
  }

  @Test
  void manyRepeatedFormulasTakeNoLongerThanTheirCells() throws Exception {
    String reference = "A1+".repeat(2_000) + "A1";
    StringBuilder rows = new StringBuilder("<worksheet><sheetData>");
    rows.append("<row r='1'><c r='A1'><f t='shared' si='0' ref='A1:A20000'>")
        .append(reference)
        .append("</f><v>7</v></c></row>");
    for (int row = 2; row <= 20_000; row++) {
      rows.append("<row r='").append(row).append("'><c r='A").append(row);
      rows.append("'><f t='shared' si='0'/><v>7</v></c></row>");
    }
    Path file = zip("formulas.xlsx", rows.append("</sheetData></worksheet>").toString());
    Cells cells =
        assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(new Workbooks(RULES), file));
    assertThat(cells.rows()).hasSize(20_000).containsOnly("NUMBER 7");
    assertThat(cells.notes()).containsExactly("formulas");
  }

  @Test
  void tellsOfHiddenThings() throws Exception {
    XSSFWorkbook book = new XSSFWorkbook();
    Sheet sheet = book.createSheet("Log");
    sheet.createRow(0).createCell(0).setCellValue("x");
    sheet.setColumnHidden(2, true);
    book.createSheet("Old");
    book.setSheetHidden(1, true);
    book.getProperties().getCoreProperties().setCreator("Somebody");
    Path file = write(book, "hidden.xlsx");
    Cells cells = read(new Workbooks(RULES), file);
    assertThat(cells.sheets()).containsExactly("1Log", "2Old!");
    assertThat(cells.notes())
        .containsExactlyInAnyOrder("hidden_columns", "personal_properties", "hidden_data");
  }

  @Test
  void readsTheStrictVariantAndDatesWrittenAsText() throws Exception {
    Path file =
        zip(
            "strict.xlsx",
            "<worksheet xmlns='"
                + MAIN
                + "'><sheetData><row><c t='d'><v>2024-01-04T09:30:00</v></c>"
                + "<c t='inlineStr'><is><t>Lost </t><rPh sb='0' eb='1'><t>no</t></rPh><r><t>bag</t>"
                + "</r></is></c><c><v>45295</v></c></row></sheetData></worksheet>");
    assertThat(read(new PlainWorkbooks(RULES), file).rows())
        .containsExactly("TEXT 2024-01-04T09:30:00", "TEXT Lost bag", "NUMBER 45295");
  }

  /** A workbook of the strict variant with one sheet and nothing that is not needed. */
  private Path zip(String name, String sheet) throws IOException {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>");
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns='"
            + MAIN
            + "' xmlns:r='"
            + RELATIONS
            + "'><sheets><sheet name='Log' sheetId='1' r:id='r1'/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    parts.put("xl/worksheets/sheet1.xml", sheet);
    Path file = folder.resolve(name);
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  private static String relation(String type, String target) {
    return "<Relationships><Relationship Id='r1' Type='"
        + RELATIONS
        + "/"
        + type
        + "' Target='"
        + target
        + "'/></Relationships>";
  }
}
