package org.breachledger.intake.excel;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.breachledger.intake.GridCell;

/**
 * How the cells of a returned row look: dates and numbers as in the sender's sheet, cells to fix
 * coloured, and text that a spreadsheet could take for a formula kept as text for good.
 */
final class ReturnsLook {

  private static final String DAY = "dd/mm/yyyy";
  private static final String MOMENT = "dd/mm/yyyy hh:mm";

  /** Formats that show a value in full; others could hide it or put other words in its place. */
  private static final Pattern PLAIN =
      Pattern.compile(
          "[dmyhsDMYHS\\[][dmyhsDMYHSAPap/:.,\\- \\\\;@\\[\\]]{0,40}|[0#,.%£$€ \"]{1,30}");

  /** A workbook may hold only so many looks; a log that has more formats gets the usual ones. */
  private static final int MOST_FORMATS = 200;

  private static final Pattern LOCALE = Pattern.compile("\\[\\$-[0-9A-Fa-f]{3,8}\\]");

  /** A look by what decides it. */
  private record Key(String format, boolean marked, boolean guarded) {}

  private final Workbook book;
  private final CellStyle heading;
  private final CellStyle title;
  private final Map<Key, CellStyle> cells = new HashMap<>();

  ReturnsLook(Workbook book) {
    this.book = book;
    this.title = book.createCellStyle();
    this.heading = heading(book);
  }

  private static CellStyle heading(Workbook book) {
    CellStyle style = book.createCellStyle();
    Font bold = book.createFont();
    bold.setBold(true);
    style.setFont(bold);
    style.setWrapText(true);
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setBorderBottom(BorderStyle.THIN);
    style.setQuotePrefixed(true);
    return style;
  }

  CellStyle heading() {
    return heading;
  }

  CellStyle title() {
    return title;
  }

  /** The look of a text. */
  CellStyle text(String text, boolean marked) {
    return style(new Key("", marked, dangerous(text)));
  }

  /** The look of a number or a date. */
  CellStyle value(GridCell cell, boolean marked) {
    boolean plain =
        cells.size() < MOST_FORMATS
            && PLAIN.matcher(LOCALE.matcher(cell.format()).replaceAll("")).matches();
    return style(new Key(plain ? cell.format() : usual(cell), marked, false));
  }

  private static String usual(GridCell cell) {
    return cell.time() == null ? "" : cell.showsTime() ? MOMENT : DAY;
  }

  /** Whether a spreadsheet would calculate such a text when somebody edits its cell. */
  static boolean dangerous(String text) {
    return !text.isEmpty() && "=+-@'\t\r".indexOf(text.charAt(0)) >= 0;
  }

  private CellStyle style(Key key) {
    return cells.computeIfAbsent(key, this::made);
  }

  private CellStyle made(Key key) {
    CellStyle style = book.createCellStyle();
    style.setWrapText(key.format().isEmpty());
    style.setVerticalAlignment(VerticalAlignment.TOP);
    style.setQuotePrefixed(key.guarded());
    if (!key.format().isEmpty()) {
      style.setDataFormat(book.createDataFormat().getFormat(key.format()));
    }
    if (key.marked()) {
      style.setFillForegroundColor(IndexedColors.LIGHT_YELLOW.getIndex());
      style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
      borders(style);
    }
    return style;
  }

  private static void borders(CellStyle style) {
    style.setBorderTop(BorderStyle.THIN);
    style.setBorderBottom(BorderStyle.THIN);
    style.setBorderLeft(BorderStyle.THIN);
    style.setBorderRight(BorderStyle.THIN);
  }
}
