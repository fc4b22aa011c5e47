package org.breachledger.testing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Texts that a spreadsheet would run, and whether a file has any that it would. */
public final class Formulas {

  private static final String BEGIN_ONE = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private static final String[] ORDERS = {
    "1+1",
    "cmd|' /C calc'!A0",
    "HYPERLINK(\"http://127.0.0.1:1/?\"&A1,\"x\")",
    "WEBSERVICE(\"http://127.0.0.1:1/\")",
    "IMPORTXML(CONCAT(\"http://127.0.0.1:1/\",A1),\"//a\")",
    "DDE(\"cmd\";\"/C calc\";\"x\")",
    "SUM(1+1)*cmd|' /C calc'!A0"
  };

  private static final List<String> OTHERS =
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
          "'=1+1");

  private Formulas() {}

  /** Sixty and more: what is run, behind everything that begins a formula. */
  public static List<String> payloads() {
    List<String> payloads = new ArrayList<>();
    for (char begin : BEGIN_ONE.toCharArray()) {
      for (String order : ORDERS) {
        payloads.add(begin + order);
      }
    }
    payloads.addAll(OTHERS);
    return payloads;
  }

  /** No text of a CSV file in UTF-8 begins a formula; gives the texts. */
  public static List<String> noneInCsv(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .allowMissingFields(true)
            .ofCsvRecord(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      for (CsvRecord line : reader) {
        for (String cell : line.getFields()) {
          boolean risky = !cell.isEmpty() && BEGIN_ONE.indexOf(cell.charAt(0)) >= 0;
          assertThat(risky && !cell.matches("[+-]?\\d+(\\.\\d+)?(\\.\\.[+-]?\\d+(\\.\\d+)?)?"))
              .as("%s: %s", file.getFileName(), cell)
              .isFalse();
          texts.add(cell);
        }
      }
    }
    assertThat(texts).as("%s", file.getFileName()).isNotEmpty();
    return texts;
  }

  /** No cell of a workbook is a formula, nothing is linked; gives the texts. */
  public static List<String> noneInWorkbook(Path file) throws IOException {
    List<String> texts = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType())
                .as("%s, %s", file.getFileName(), cell.getAddress())
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
