package org.breachledger.intake.excel;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.breachledger.intake.DateOrder;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.WhatToFix;

/**
 * One sheet of returned rows: the sender's own columns in their order, and on their right what to
 * fix. The first rows are held back until it is known how far right that is.
 */
final class ReturnsSheet {

  /** So many rows fit on a sheet, with room for headings. */
  static final int MOST_ROWS = 1_000_000;

  private static final int HELD_BACK = 100;
  private static final int LAST_COLUMN = 16_383;
  private static final int LONGEST = 32_767;
  private static final int NARROWEST = 9;
  private static final int WIDEST = 40;
  private static final int WIDTH_OF_OURS = 75;
  private static final int UNIT = 256;

  private final Sheet sheet;
  private final LogSheet log;
  private final DateOrder dates;
  private final ReturnsLook look;
  private final ReturnsNotes notes;
  private final List<ReadRow> held = new ArrayList<>();
  private final long importId;
  private int next;
  private int ours = -1;

  ReturnsSheet(
      Sheet sheet,
      LogSheet log,
      DateOrder dates,
      long importId,
      ReturnsLook look,
      ReturnsNotes notes) {
    this.sheet = sheet;
    this.log = log;
    this.dates = dates;
    this.importId = importId;
    this.look = look;
    this.notes = notes;
  }

  LogSheet log() {
    return log;
  }

  boolean full() {
    return next >= MOST_ROWS;
  }

  void add(ReadRow row) {
    if (ours >= 0) {
      write(row);
    } else if (held.add(row) && held.size() >= HELD_BACK) {
      finish();
    }
  }

  /** Writes the rows held back. */
  void finish() {
    if (ours < 0) {
      ours = Math.min(LAST_COLUMN, width());
      head();
      held.forEach(this::write);
      held.clear();
    }
  }

  private int width() {
    int width = log.written().stream().mapToInt(ReturnsSheet::filled).max().orElse(0);
    for (ReadRow row : held) {
      if (row.outcome() instanceof Outcome.Returned returned) {
        width = Math.max(width, filled(returned.cells().stream().map(GridCell::text).toList()));
      }
    }
    return width;
  }

  private static int filled(List<String> texts) {
    int width = texts.size();
    while (width > 0 && texts.get(width - 1).isEmpty()) {
      width--;
    }
    return width;
  }

  private void head() {
    line(WhatToFix.title(importId), look.title());
    String school = log.school();
    if (school != null) {
      line(WhatToFix.school(school), look.title());
    }
    for (List<String> texts : log.written()) {
      Row row = sheet.createRow(next++);
      for (int column = 0; column < Math.min(ours, texts.size()); column++) {
        if (!texts.get(column).isEmpty()) {
          text(row, column, texts.get(column), look.heading());
        }
      }
    }
    text(sheet.getRow(next - 1), ours, WhatToFix.HEADING, look.heading());
    sheet.createFreezePane(0, next);
    widths();
  }

  private void line(String words, CellStyle style) {
    text(sheet.createRow(next++), 0, words, style);
  }

  private void widths() {
    int[] widths = new int[ours];
    log.written().forEach(texts -> widen(widths, texts));
    for (ReadRow row : held) {
      if (row.outcome() instanceof Outcome.Returned returned) {
        widen(widths, returned.cells().stream().map(GridCell::text).toList());
      }
    }
    for (int column = 0; column < ours; column++) {
      int signs = Math.max(NARROWEST, Math.min(WIDEST, widths[column] + 2));
      sheet.setColumnWidth(column, signs * UNIT);
    }
    sheet.setColumnWidth(ours, WIDTH_OF_OURS * UNIT);
  }

  private static void widen(int[] widths, List<String> texts) {
    for (int column = 0; column < Math.min(widths.length, texts.size()); column++) {
      widths[column] = Math.max(widths[column], texts.get(column).length());
    }
  }

  private void write(ReadRow read) {
    if (!(read.outcome() instanceof Outcome.Returned returned)) {
      return;
    }
    Row row = sheet.createRow(next++);
    List<GridCell> cells = returned.cells();
    Map<Integer, String> faults = ReturnsNotes.faults(log, returned.reasons(), cells);
    for (int column = 0; column < Math.max(cells.size(), ours); column++) {
      int at = column < ours ? column : column + 1;
      GridCell cell = column < cells.size() ? cells.get(column) : GridCell.BLANK;
      if (at <= LAST_COLUMN && (!cell.blank() || faults.containsKey(column))) {
        cell(row, at, cell, faults.containsKey(column));
        notes.put(sheet, row.getRowNum(), at, faults.getOrDefault(column, ""));
      }
    }
    String words = WhatToFix.of(read, returned.reasons(), dates);
    text(row, ours, words, look.text(words, false));
  }

  private void cell(Row row, int at, GridCell cell, boolean marked) {
    if (cell.time() != null) {
      Cell written = row.createCell(at);
      written.setCellValue(cell.time());
      written.setCellStyle(look.value(cell, marked));
    } else if (cell.kind() == GridCell.Kind.NUMBER && exact(cell.text())) {
      Cell written = row.createCell(at);
      written.setCellValue(Double.parseDouble(cell.text()));
      written.setCellStyle(look.value(cell, marked));
    } else {
      text(row, at, cell.text(), look.text(cell.text(), marked));
    }
  }

  /** Whether a spreadsheet holds the number as it is written. */
  private static boolean exact(String digits) {
    double number = Double.parseDouble(digits);
    return !Double.isInfinite(number)
        && new BigDecimal(digits).compareTo(new BigDecimal(Double.toString(number))) == 0
        && new BigDecimal(digits).precision() <= 15;
  }

  private static void text(Row row, int at, String text, CellStyle style) {
    Cell cell = row.createCell(at);
    if (!text.isEmpty()) {
      cell.setCellValue(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
    cell.setCellStyle(style);
  }
}
