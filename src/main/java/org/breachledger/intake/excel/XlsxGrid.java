package org.breachledger.intake.excel;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.intake.DateSerial;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;

/**
 * An {@code .xlsx} or {@code .xlsm} workbook, its rows streamed; formulas keep their last value.
 */
final class XlsxGrid implements Grid {

  private final ReadableWorkbook workbook;
  private final List<FileNote> notes;
  private final DateFormats formats = new DateFormats();
  private boolean formulas;

  private XlsxGrid(ReadableWorkbook workbook, List<FileNote> notes) {
    this.workbook = workbook;
    this.notes = notes;
  }

  /** Opens a workbook whose container was found safe. */
  static Grid open(Path file, List<FileNote> notes) throws RefusedFile {
    try {
      return new XlsxGrid(
          new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true)), notes);
    } catch (IOException | RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  @Override
  public List<GridSheet> sheets() {
    try (Stream<Sheet> sheets = workbook.getSheets()) {
      return sheets.map(XlsxGrid::sheet).toList();
    }
  }

  private static GridSheet sheet(Sheet sheet) {
    return new GridSheet(
        sheet.getIndex() + 1, sheet.getName(), sheet.getVisibility() != SheetVisibility.VISIBLE);
  }

  @Override
  public void read(GridSheet wanted, RowVisitor visitor) throws RefusedFile {
    try (Stream<Row> rows = rows(wanted)) {
      Iterator<Row> each = rows.iterator();
      Spread spread = new Spread();
      int last = 0;
      for (GridRow row = next(each); row != null; row = next(each)) {
        if (row.number() <= last) {
          throw new RefusedFile(Refusal.BROKEN.said());
        }
        last = row.number();
        spread.row(row.cells().size());
        if (!visitor.visit(row)) {
          return;
        }
      }
    }
  }

  private Stream<Row> rows(GridSheet wanted) throws RefusedFile {
    try {
      Optional<Sheet> sheet = workbook.getSheet(wanted.number() - 1);
      return sheet.isEmpty() ? Stream.empty() : sheet.get().openStream();
    } catch (IOException | RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private @Nullable GridRow next(Iterator<Row> rows) throws RefusedFile {
    try {
      return rows.hasNext() ? row(rows.next()) : null;
    } catch (RuntimeException e) {
      throw new RefusedFile(Refusal.BROKEN.said(), e);
    }
  }

  private GridRow row(Row row) {
    List<GridCell> cells = new ArrayList<>(row.getCellCount());
    for (int i = 0; i < row.getCellCount(); i++) {
      cells.add(cell(row.getCell(i)));
    }
    return new GridRow(row.getRowNum(), cells, row.isHidden());
  }

  private GridCell cell(@Nullable Cell cell) {
    if (cell == null) {
      return GridCell.BLANK;
    }
    boolean formula = cell.getFormula() != null;
    formulas |= formula;
    if (cell.getValue() == null) {
      boolean uncalculated = formula && cell.getRawValue() == null;
      return uncalculated ? GridCell.UNCALCULATED : GridCell.BLANK;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return number(cell, number);
    }
    if (value instanceof Boolean truth) {
      return GridCell.text(truth ? "TRUE" : "FALSE");
    }
    String text = value.toString();
    return cell.getType() == CellType.ERROR ? GridCell.error(text) : GridCell.text(text);
  }

  private GridCell number(Cell cell, BigDecimal number) {
    Integer id = cell.getDataFormatId();
    String format = DateFormats.format(id == null ? 0 : id, cell.getDataFormatString());
    if (id != null && formats.isDate(id, format)) {
      Optional<LocalDateTime> date = DateSerial.read(number.doubleValue(), dates1904());
      if (date.isPresent()) {
        return GridCell.date(date.get(), format);
      }
    }
    return GridCell.number(Decimals.plain(number), format.equals("General") ? "" : format);
  }

  @Override
  public boolean dates1904() {
    return workbook.isDate1904();
  }

  @Override
  public List<FileNote> notes() {
    List<FileNote> all = new ArrayList<>(notes);
    if (formulas) {
      all.add(HiddenNotes.FORMULAS);
    }
    return all;
  }

  @Override
  public void close() throws IOException {
    workbook.close();
  }
}
