package org.breachledger.intake.excel;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.breachledger.intake.DateSerial;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/** An {@code .xls} workbook, held in memory; formulas keep the value last calculated. */
final class XlsGrid implements Grid {

  private final HSSFWorkbook workbook;
  private final DateFormats formats = new DateFormats();
  private final Set<FileNote> notes = new LinkedHashSet<>();

  XlsGrid(HSSFWorkbook workbook, Collection<FileNote> notes) {
    this.workbook = workbook;
    this.notes.addAll(notes);
  }

  @Override
  public List<GridSheet> sheets() {
    List<GridSheet> sheets = new ArrayList<>();
    for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
      boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
      sheets.add(new GridSheet(i + 1, workbook.getSheetName(i), hidden));
    }
    return sheets;
  }

  @Override
  public void read(GridSheet wanted, RowVisitor visitor) throws RefusedFile {
    Sheet sheet = workbook.getSheetAt(wanted.number() - 1);
    for (Row row : sheet) {
      if (!visitor.visit(row(row))) {
        return;
      }
    }
  }

  private GridRow row(Row row) throws RefusedFile {
    try {
      List<GridCell> cells = new ArrayList<>();
      for (int i = 0; i < row.getLastCellNum(); i++) {
        Cell cell = row.getCell(i);
        cells.add(cell == null ? GridCell.BLANK : cell(cell));
      }
      return new GridRow(row.getRowNum() + 1, cells, row.getZeroHeight());
    } catch (RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private GridCell cell(Cell cell) {
    CellType type = cell.getCellType();
    if (type == CellType.FORMULA) {
      notes.add(HiddenNotes.FORMULAS);
      type = cell.getCachedFormulaResultType();
    }
    return switch (type) {
      case STRING -> GridCell.text(cell.getRichStringCellValue().getString());
      case NUMERIC -> number(cell);
      case BOOLEAN -> GridCell.text(cell.getBooleanCellValue() ? "TRUE" : "FALSE");
      case ERROR -> GridCell.error(errorText(cell.getErrorCellValue()));
      default -> GridCell.BLANK;
    };
  }

  private static String errorText(byte code) {
    return FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERROR";
  }

  private GridCell number(Cell cell) {
    double number = cell.getNumericCellValue();
    CellStyle style = cell.getCellStyle();
    String format = style == null ? "" : String.valueOf(style.getDataFormatString());
    if (style != null && formats.isDate(style.getDataFormat(), format)) {
      Optional<LocalDateTime> date = DateSerial.read(number, dates1904());
      if (date.isPresent()) {
        return GridCell.date(date.get(), format);
      }
    }
    return GridCell.number(
        NumberToTextConverter.toText(number), format.equals("General") ? "" : format);
  }

  @Override
  public boolean dates1904() {
    return workbook.getInternalWorkbook().isUsing1904DateWindowing();
  }

  @Override
  public List<FileNote> notes() {
    return List.copyOf(notes);
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
