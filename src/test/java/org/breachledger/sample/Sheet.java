package org.breachledger.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.jspecify.annotations.Nullable;

/** One sheet as an office keeps it: titles, groups, bold headings, dates that are dates. */
final class Sheet {

  static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
  static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm");

  private final org.apache.poi.ss.usermodel.Sheet sheet;
  private final CellStyle title;
  private final CellStyle heading;
  private final CellStyle text;
  private final CellStyle day;
  private final CellStyle dayAndTime;
  private final CellStyle time;
  private int next;

  Sheet(Workbook book, String name) {
    sheet = book.createSheet(name);
    Font bold = book.createFont();
    bold.setBold(true);
    Font large = book.createFont();
    large.setBold(true);
    large.setFontHeightInPoints((short) 14);
    title = book.createCellStyle();
    title.setFont(large);
    heading = book.createCellStyle();
    heading.setFont(bold);
    heading.setWrapText(true);
    heading.setAlignment(HorizontalAlignment.CENTER);
    heading.setVerticalAlignment(VerticalAlignment.CENTER);
    heading.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
    heading.setFillPattern(FillPatternType.SOLID_FOREGROUND);
    heading.setBorderBottom(BorderStyle.THIN);
    text = book.createCellStyle();
    text.setVerticalAlignment(VerticalAlignment.TOP);
    day = dated(book, "dd/mm/yyyy");
    dayAndTime = dated(book, "dd/mm/yyyy hh:mm");
    time = dated(book, "hh:mm");
  }

  private static CellStyle dated(Workbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  /** A line of text over the whole width, merged over {@code columns} columns. */
  void title(String words, int columns) {
    Cell cell = sheet.createRow(next).createCell(0);
    cell.setCellValue(words);
    cell.setCellStyle(title);
    sheet.addMergedRegion(new CellRangeAddress(next, next, 0, columns - 1));
    next++;
  }

  /** Group headings, each merged over its columns: {@code "Timings", 7}. */
  void groups(List<String> names, List<Integer> widths) {
    Row row = sheet.createRow(next);
    int column = 0;
    for (int i = 0; i < names.size(); i++) {
      Cell cell = row.createCell(column);
      cell.setCellValue(names.get(i));
      cell.setCellStyle(heading);
      if (widths.get(i) > 1) {
        sheet.addMergedRegion(new CellRangeAddress(next, next, column, column + widths.get(i) - 1));
      }
      column += widths.get(i);
    }
    next++;
  }

  /** The heading row; the panes freeze below it. */
  void headings(List<String> names, List<Integer> widths) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < names.size(); i++) {
      Cell cell = row.createCell(i);
      cell.setCellValue(names.get(i));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(i, widths.get(i) * 256);
    }
    sheet.createFreezePane(2, next);
  }

  /** One row of values: text, whole numbers, or what {@link #day}, {@link #moment} make. */
  void row(List<? extends @Nullable Object> values) {
    Row row = sheet.createRow(next++);
    for (int i = 0; i < values.size(); i++) {
      Object value = values.get(i);
      if (value instanceof Dated dated) {
        Cell cell = row.createCell(i);
        cell.setCellValue(dated.serial());
        cell.setCellStyle(style(dated.shape()));
      } else if (value instanceof Integer number) {
        row.createCell(i).setCellValue(number);
      } else if (value instanceof String words && !words.isEmpty()) {
        Cell cell = row.createCell(i);
        cell.setCellValue(words);
        cell.setCellStyle(text);
      }
    }
  }

  /** A formula over the rows so far, its value worked out and kept as a spreadsheet keeps it. */
  void total(String words, int column, int firstRow) {
    String letter = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
    int lastRow = next;
    Row row = sheet.createRow(next++);
    row.createCell(0).setCellValue(words);
    Cell cell = row.createCell(column);
    cell.setCellFormula("SUM(" + letter + firstRow + ":" + letter + lastRow + ")");
    sheet.getWorkbook().getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
  }

  /** An empty row. */
  void blank() {
    next++;
  }

  private CellStyle style(Shape shape) {
    return switch (shape) {
      case DAY -> day;
      case DAY_AND_TIME -> dayAndTime;
      case TIME -> time;
    };
  }

  /** How a date cell is shown. */
  enum Shape {
    DAY,
    DAY_AND_TIME,
    TIME
  }

  /** A date cell: the number a spreadsheet keeps, and how it is shown. */
  record Dated(double serial, Shape shape) {}

  /** The day of a moment as a date cell; null for none. */
  static @Nullable Object day(@Nullable LocalDateTime moment) {
    return moment == null
        ? null
        : new Dated(
            org.apache.poi.ss.usermodel.DateUtil.getExcelDate(moment.toLocalDate()), Shape.DAY);
  }

  /** The time of a moment as a time cell; null for none. */
  static @Nullable Object time(@Nullable LocalDateTime moment) {
    return moment == null
        ? null
        : new Dated(moment.toLocalTime().toSecondOfDay() / 86_400.0, Shape.TIME);
  }

  /** A moment as a date cell with its time; null for none. */
  static @Nullable Object moment(@Nullable LocalDateTime moment) {
    return moment == null
        ? null
        : new Dated(org.apache.poi.ss.usermodel.DateUtil.getExcelDate(moment), Shape.DAY_AND_TIME);
  }
}
