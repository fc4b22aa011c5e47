package org.breachledger.intake.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Notice;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;

/**
 * The rows that go back to their sender: where each stood, what is wrong with it, and the row as it
 * was written. Every cell is text, so that nothing a sender wrote is ever run as a formula; the
 * file names no person in its properties and hides nothing.
 */
public final class ReturnsFile {

  private static final List<String> OURS =
      List.of("Sheet", "Row", "Column", "What was read", "What was expected", "What to do");
  private static final String NAME = "Rows to mend";
  private static final int LONGEST = 32_000;
  private static final int WINDOW = 100;
  private static final int WIDTH = 22 * 256;

  private ReturnsFile() {}

  /**
   * Writes a workbook with one sheet for each sheet of the log that has returned rows, under the
   * same name.
   *
   * @param file where to; missing folders are made
   * @param rows the returned rows in the order of the log; others are passed over
   */
  public static void write(Path file, LogSummary log, List<ReadRow> rows) throws IOException {
    Path folder = file.toAbsolutePath().resolveSibling("");
    Files.createDirectories(folder);
    try {
      TempFile.withStrategy(
          new DefaultTempFileCreationStrategy(folder.toFile()), () -> written(file, log, rows));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static Path written(Path file, LogSummary log, List<ReadRow> rows) {
    try (SXSSFWorkbook workbook = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, true, true);
        OutputStream out = Files.newOutputStream(file)) {
      workbook.getXSSFWorkbook().getProperties().getCoreProperties().setCreator("");
      Styles styles = new Styles(workbook);
      for (LogSheet sheet : log.sheets()) {
        List<ReadRow> own = of(sheet, rows);
        if (!own.isEmpty()) {
          sheet(workbook.createSheet(name(sheet)), sheet, own, styles);
        }
      }
      if (workbook.getNumberOfSheets() == 0) {
        line(workbook.createSheet(NAME), 0, OURS, styles.heading());
      }
      workbook.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ReadRow> of(LogSheet sheet, List<ReadRow> rows) {
    return rows.stream()
        .filter(row -> row.sheet() == sheet.number())
        .filter(row -> row.outcome() instanceof Outcome.Returned)
        .toList();
  }

  private static String name(LogSheet sheet) {
    return sheet.name().isEmpty() ? NAME : WorkbookUtil.createSafeSheetName(sheet.name());
  }

  /** How cells look; text that looks like a formula stays text, even when somebody edits it. */
  private record Styles(CellStyle heading, CellStyle text) {

    private Styles(SXSSFWorkbook workbook) {
      this(heading(workbook), text(workbook));
    }

    private static CellStyle heading(SXSSFWorkbook workbook) {
      CellStyle style = text(workbook);
      Font bold = workbook.createFont();
      bold.setBold(true);
      style.setFont(bold);
      style.setBorderBottom(BorderStyle.THIN);
      return style;
    }

    private static CellStyle text(SXSSFWorkbook workbook) {
      CellStyle style = workbook.createCellStyle();
      style.setQuotePrefixed(true);
      style.setWrapText(true);
      style.setVerticalAlignment(VerticalAlignment.TOP);
      style.setDataFormat(workbook.createDataFormat().getFormat("@"));
      return style;
    }
  }

  private static void sheet(Sheet sheet, LogSheet log, List<ReadRow> rows, Styles styles) {
    List<String> headings = new ArrayList<>(OURS);
    headings.addAll(log.headings());
    line(sheet, 0, headings, styles.heading());
    sheet.createFreezePane(0, 1);
    for (int column = 0; column < headings.size(); column++) {
      sheet.setColumnWidth(column, WIDTH);
    }
    int at = 1;
    for (ReadRow row : rows) {
      if (row.outcome() instanceof Outcome.Returned returned) {
        List<String> cells = cells(row, returned);
        while (cells.size() < headings.size()) {
          cells.add("");
        }
        line(sheet, at++, cells, styles.text());
      }
    }
  }

  private static List<String> cells(ReadRow row, Outcome.Returned returned) {
    List<Notice> reasons = returned.reasons();
    List<String> cells = new ArrayList<>();
    cells.add(row.sheetName());
    cells.add(Integer.toString(row.row()));
    cells.add(lines(reasons, Notice::column));
    cells.add(lines(reasons, Notice::read));
    cells.add(lines(reasons, Notice::expected));
    cells.add(lines(reasons, Notice::toDo));
    cells.addAll(returned.cells());
    return cells;
  }

  private static String lines(List<Notice> reasons, Function<Notice, String> part) {
    return reasons.stream()
        .map(part)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static void line(Sheet sheet, int at, List<String> texts, CellStyle style) {
    Row row = sheet.createRow(at);
    for (int column = 0; column < texts.size(); column++) {
      Cell cell = row.createCell(column);
      String text = texts.get(column);
      cell.setCellValue(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
      cell.setCellStyle(style);
    }
  }
}
