package org.breachledger.reporting.jasper;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.reporting.Paper;
import org.breachledger.reporting.Trace;
import org.breachledger.reporting.TraceLine;

/**
 * A paper as a workbook: what it says on the first sheet, each table on a sheet of its own, named
 * by the heading above it. No cell is ever a formula, and numbers are numbers.
 */
final class PaperWorkbook {

  private static final Pattern NUMBER = Pattern.compile("[-−]?\\d{1,3}(?:,?\\d{3})*(?:\\.\\d+)?");
  private static final int NARROW = 14 * 256;
  private static final int WIDE = 48 * 256;
  private static final int PAGE = 110 * 256;
  private static final int LONGEST_NAME = 31;

  private final XSSFWorkbook workbook = new XSSFWorkbook();
  private final CellStyle plain = style(false, false);
  private final CellStyle heading = style(true, false);
  private final CellStyle words = style(false, true);
  private final CellStyle strong = style(true, true);
  private final Sheet said = workbook.createSheet("Paper");
  private int line;

  private PaperWorkbook() {}

  static void write(Paper paper, List<Block> blocks, Trace trace, OutputStream out)
      throws IOException {
    PaperWorkbook pages = new PaperWorkbook();
    try (XSSFWorkbook workbook = pages.workbook) {
      workbook.getProperties().getCoreProperties().setTitle(paper.title());
      workbook.getProperties().getCoreProperties().setCreator("Breachledger");
      pages.said.setColumnWidth(0, PAGE);
      blocks.forEach(pages::take);
      pages.say(paper.imprint().dataAsAtWords(), pages.words);
      pages.say(paper.imprint().policyWords(), pages.words);
      trace.sheets().forEach(pages::traced);
      workbook.write(out);
    }
  }

  /** Words are marked as such, so that a program that opens them takes none for a formula. */
  private CellStyle style(boolean bold, boolean outside) {
    CellStyle style = workbook.createCellStyle();
    Font font = workbook.createFont();
    font.setBold(bold);
    style.setFont(font);
    style.setWrapText(true);
    style.setQuotePrefixed(outside);
    return style;
  }

  private void take(Block block) {
    if (block instanceof Block.Heading title) {
      say(title.text(), heading);
    } else if (block instanceof Block.Paragraph paragraph) {
      say(paragraph.text(), words);
    } else if (block instanceof Block.Bullets bullets) {
      bullets.items().forEach(item -> say("• " + item, words));
    } else if (block instanceof Block.Figure figure) {
      say(figure.words(), words);
    } else if (block instanceof Block.Table table) {
      say("Table: see sheet \"" + sheet(table) + "\".", words);
    }
  }

  private void say(String text, CellStyle style) {
    Cell cell = said.createRow(line++).createCell(0);
    cell.setCellValue(text);
    cell.setCellStyle(style);
  }

  private String sheet(Block.Table table) {
    Sheet sheet = workbook.createSheet(name(table.name()));
    Row first = sheet.createRow(0);
    for (int i = 0; i < table.columns().size(); i++) {
      Cell cell = first.createCell(i);
      cell.setCellValue(table.columns().get(i).text());
      cell.setCellStyle(heading);
      sheet.setColumnWidth(i, i == 0 ? WIDE : NARROW);
    }
    sheet.createFreezePane(1, 1);
    for (List<Block.TableCell> cells : table.rows()) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int i = 0; i < cells.size(); i++) {
        fill(row.createCell(i), cells.get(i));
      }
    }
    return sheet.getSheetName();
  }

  private void traced(Trace.Sheet behind) {
    Block.Table table =
        new Block.Table(
            behind.name(),
            Trace.COLUMNS.stream().map(text -> new Block.TableCell(text, false, true)).toList(),
            behind.lines().stream().map(PaperWorkbook::cells).toList());
    say("Incidents behind the numbers: see sheet \"" + sheet(table) + "\".", words);
  }

  private static List<Block.TableCell> cells(TraceLine line) {
    return Stream.concat(
            line.words().stream().map(text -> new Block.TableCell(text, false, false)),
            line.place().stream().map(number -> new Block.TableCell("" + number, true, false)))
        .toList();
  }

  private void fill(Cell cell, Block.TableCell read) {
    String text = read.text();
    if (read.number() && NUMBER.matcher(text).matches()) {
      cell.setCellValue(new BigDecimal(text.replace(",", "").replace('−', '-')).doubleValue());
      cell.setCellStyle(read.strong() ? heading : plain);
    } else if (!text.isEmpty()) {
      cell.setCellValue(text);
      cell.setCellStyle(read.strong() ? strong : words);
    }
  }

  /** The heading as a sheet may be called, and as no other sheet is. */
  private String name(String wanted) {
    String safe = WorkbookUtil.createSafeSheetName(wanted);
    String name = safe;
    for (int i = 2; workbook.getSheet(name) != null; i++) {
      String end = " " + i;
      name = safe.substring(0, Math.min(safe.length(), LONGEST_NAME - end.length())) + end;
    }
    return name;
  }
}
