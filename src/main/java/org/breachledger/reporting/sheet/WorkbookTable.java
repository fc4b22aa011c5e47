package org.breachledger.reporting.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.breachledger.exchange.WholeFile;
import org.jspecify.annotations.Nullable;

/** A table as a workbook of one sheet, streamed; no cell is ever a formula. */
final class WorkbookTable implements TableFile {

  private static final int IN_MEMORY = 200;
  private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();
  private static final int LONGEST = 32_767;
  private static final int WIDTH = 18 * 256;

  private final WholeFile file;
  private final SXSSFWorkbook workbook = new SXSSFWorkbook(IN_MEMORY);
  private final SXSSFSheet sheet;
  private final CellStyle outside;
  private int next;

  WorkbookTable(Path file, String name, List<String> columns) throws IOException {
    this.file = WholeFile.begin(file);
    sheet = workbook.createSheet(name);
    outside = workbook.createCellStyle();
    outside.setQuotePrefixed(true);
    CellStyle heading = workbook.createCellStyle();
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading.setFont(bold);
    Row row = sheet.createRow(next++);
    for (int i = 0; i < columns.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(columns.get(i));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(i, WIDTH);
    }
    sheet.createFreezePane(0, 1);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) {
    if (next > LAST_ROW) {
      throw new TooManyRows(LAST_ROW);
    }
    Row row = sheet.createRow(next++);
    for (int i = 0; i < cells.size(); i++) {
      Object value = cells.get(i);
      if (value != null && !value.equals("")) {
        write(row.createCell(i), value);
      }
    }
  }

  private void write(Cell cell, Object value) {
    if (value instanceof Outside text) {
      cell.setCellValue(shortened(text.text()));
      cell.setCellStyle(outside);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else {
      cell.setCellValue(shortened(value.toString()));
    }
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
  }

  @Override
  public void done() throws IOException {
    try (OutputStream out = Files.newOutputStream(file.path())) {
      workbook.write(out);
    }
    file.done();
  }

  /** Rows still in memory would keep the workbook from deleting its temporary file. */
  @Override
  public void close() throws IOException {
    try (file;
        workbook) {
      sheet.flushRows();
    }
  }
}
