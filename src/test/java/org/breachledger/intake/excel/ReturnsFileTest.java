package org.breachledger.intake.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.Reading;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbook that goes back: what a sender reads there, and that nothing in it runs. */
class ReturnsFileTest {

  @TempDir Path folder;

  @Test
  void saysWhereWhatAndWhatToDo() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("School", "Incident no", "Date of incident", "Type of breach", "=1+1")
            .row("Elmbury", "", "about Easter", "", "=HYPERLINK(\"http://example.org\")")
            .row("Elmbury", "1", "2024-01-04", "Loss", "")
            .write(folder.resolve("log.xlsx"));
    Reading reading = Reading.of(log);
    Path returns = folder.resolve("returns.xlsx");
    ReturnsFile.write(returns, reading.summary(), reading.rows());
    try (Workbook book = WorkbookFactory.create(returns.toFile())) {
      assertThat(book.getNumberOfSheets()).isEqualTo(1);
      Sheet sheet = book.getSheetAt(0);
      assertThat(texts(sheet.getRow(0)))
          .containsExactly(
              "Sheet",
              "Row",
              "Column",
              "What was read",
              "What was expected",
              "What to do",
              "School",
              "Incident no",
              "Date of incident",
              "Type of breach",
              "=1+1");
      assertThat(texts(sheet.getRow(1)))
          .containsExactly(
              "Log",
              "2",
              "Date of incident",
              "about Easter",
              "at least a date, a type, a description or a reference of an incident\na date such as"
                  + " 04/01/2024 or 4 Jan 2024, with or without a time such as 14:05",
              "Fill in one of them, or delete the row if it is no incident.\nWrite the date of this"
                  + " cell in full.",
              "Elmbury",
              "",
              "about Easter",
              "",
              "=HYPERLINK(\"http://example.org\")");
      assertThat(sheet.getLastRowNum()).isEqualTo(1);
      for (Row row : sheet) {
        for (Cell cell : row) {
          assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
          assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
        }
      }
    }
  }

  @Test
  void mendedAndSentAgainItGoesIn() throws IOException {
    Path log =
        Sheets.book()
            .sheet("Log")
            .row("School", "Incident no", "Date of incident", "Type of breach")
            .row("Elmbury", "", "about Easter", "")
            .write(folder.resolve("log.xlsx"));
    Reading reading = Reading.of(log);
    Path returns = folder.resolve("back").resolve("returns.xlsx");
    ReturnsFile.write(returns, reading.summary(), reading.rows());
    Path mended = folder.resolve("mended.xlsx");
    try (Workbook book = WorkbookFactory.create(returns.toFile());
        OutputStream out = Files.newOutputStream(mended)) {
      Row row = book.getSheet("Log").getRow(1);
      row.getCell(8).setCellValue("31 March 2024");
      row.getCell(9).setCellValue("Lost paperwork");
      book.write(out);
    }
    Reading again = Reading.of(mended);
    assertThat(again.rows()).hasSize(1);
    assertThat(again.rows().get(0).outcome()).isInstanceOf(Outcome.Taken.class);
    assertThat(again.summary().notes())
        .extracting(FileNote::code)
        .doesNotContain("personal_properties");
    try (Stream<Path> left = Files.list(returns.getParent())) {
      assertThat(left).containsExactly(returns);
    }
  }

  private static List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> texts.add(cell.getStringCellValue()));
    return texts;
  }
}
