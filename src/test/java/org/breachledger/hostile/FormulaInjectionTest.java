package org.breachledger.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.incident.Field;
import org.breachledger.intake.Reading;
import org.breachledger.intake.excel.ReturnsFile;
import org.breachledger.pipeline.forms.FormA;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.sheet.TableFile.Format;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Texts that a spreadsheet would run, through every writer of ours (the tables of commands and
 * pages, the files of rows to fix, the form, classified lists) and opened again: no cell is a
 * formula, no text of a CSV file begins one.
 */
class FormulaInjectionTest {

  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  @TempDir private Path folder;

  /** Sixty and more: what is run, behind everything that begins a formula. */
  private static List<String> payloads() {
    String[] orders = {
      "1+1",
      "cmd|' /C calc'!A0",
      "HYPERLINK(\"http://127.0.0.1:1/?\"&A1,\"x\")",
      "WEBSERVICE(\"http://127.0.0.1:1/\")",
      "IMPORTXML(CONCAT(\"http://127.0.0.1:1/\",A1),\"//a\")",
      "DDE(\"cmd\";\"/C calc\";\"x\")",
      "SUM(1+1)*cmd|' /C calc'!A0"
    };
    List<String> payloads = new ArrayList<>();
    for (char begin : BEGINS_A_FORMULA.toCharArray()) {
      for (String order : orders) {
        payloads.add(begin + order);
      }
    }
    payloads.addAll(
        List.of(
            "-1+1",
            "+1-1",
            "-2e3+cmd|x!A0",
            "=",
            "@",
            "--1",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            "=\"x\"",
            "x\n=1+1",
            "\"=1+1\"",
            ";=1+1",
            "'=1+1"));
    return payloads;
  }

  @Test
  void tablesAsCsv() throws IOException {
    Path file = table(Format.CSV, "table.csv");
    csv(file);
  }

  @Test
  void tablesAsWorkbooks() throws IOException {
    Path file = table(Format.XLSX, "table.xlsx");
    List<String> kept = payloads().stream().filter(payload -> payload.indexOf('\r') < 0).toList();
    assertThat(workbook(file)).containsAll(kept);
  }

  private Path table(Format format, String name) throws IOException {
    Path file = folder.resolve(name);
    try (TableFile table = TableFile.create(file, format, "Table", List.of("theirs", "ours"))) {
      for (String payload : payloads()) {
        table.row(List.of(new Outside(payload), payload));
      }
    }
    return file;
  }

  @Test
  void classifiedLists() throws Exception {
    Path in = folder.resolve("in.csv");
    List<List<Object>> rows = new ArrayList<>();
    rows.add(List.of("description", "=1+1"));
    payloads().forEach(payload -> rows.add(List.of(payload, payload)));
    Sheets.csv(in, ',', rows.toArray(List[]::new));
    Path out = folder.resolve("out.csv");
    CsvPassThrough.run(in, out, List.of("description"), List.of("code"), cells -> List.of("x"));
    csv(out);
  }

  @Test
  void theForm() throws IOException {
    for (String payload : payloads()) {
      FormA form =
          new FormA(payload, payload, Map.of(Field.DESCRIPTION, payload), Set.of(Field.REPORTED));
      csv(
          Files.write(
              folder.resolve("form.csv"), form.bytes(Instant.parse("2026-03-02T10:00:00Z"))));
    }
  }

  @Test
  void rowsToFix() throws IOException {
    Sheets book =
        Sheets.book()
            .sheet("=1+1")
            .row("Incident ref", "Date of incident", "Description", "=cmd|' /C calc'!A0")
            .row("A1", "4 Jan 2024", "A bag was lost", "x");
    for (String payload : payloads()) {
      book.row("", payload, "", payload);
    }
    Reading reading = Reading.of(book.write(folder.resolve("log.xlsx")));
    Path file = folder.resolve("returns.xlsx");
    Path waiting = Files.createDirectories(folder.resolve("waiting"));
    try (ReturnsFile returns = new ReturnsFile(waiting, reading.summary(), 7)) {
      reading.rows().forEach(returns::add);
      assertThat(returns.empty()).isFalse();
      returns.write(file);
    }
    assertThat(workbook(file)).contains("=1+1", "+1+1", "=cmd|' /C calc'!A0");
  }

  /** No text begins a formula. */
  private static void csv(Path file) throws IOException {
    int cells = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().ofCsvRecord(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      for (CsvRecord line : reader) {
        for (String cell : line.getFields()) {
          cells++;
          boolean risky = !cell.isEmpty() && BEGINS_A_FORMULA.indexOf(cell.charAt(0)) >= 0;
          assertThat(risky && !cell.matches("[+-]?\\d+(\\.\\d+)?")).as(cell).isFalse();
        }
      }
    }
    assertThat(cells).isPositive();
  }

  /** No cell is a formula; gives the texts. */
  private static List<String> workbook(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType())
                .as(cell.getAddress().toString())
                .isNotEqualTo(CellType.FORMULA);
            if (cell.getCellType() == CellType.STRING) {
              texts.add(cell.getStringCellValue());
            }
          }
        }
      }
      assertThat(book.getExternalLinksTable()).isEmpty();
    }
    return texts;
  }
}
