package org.breachledger.intake.mis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLines;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.AuditSummary;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/**
 * An access log on the sheets of a workbook, or in any other file that is read as rows of cells.
 */
final class GridAuditLog implements AuditLog {

  private final Grid grid;
  private final Map<GridSheet, AuditLayout> layouts;
  private final String school;
  private final AuditSummary summary;

  /**
   * The log on some sheets.
   *
   * @param layouts the sheets that hold it, in the order of the file; at least one
   */
  GridAuditLog(Grid grid, Map<GridSheet, AuditLayout> layouts, @Nullable String school)
      throws RefusedFile, IOException {
    this.grid = grid;
    this.layouts = new LinkedHashMap<>(layouts);
    this.school = school == null ? "" : school;
    LogDirection direction = new LogDirection();
    read(direction, false);
    this.summary = summary(direction.newestFirst());
  }

  private AuditSummary summary(boolean newestFirst) {
    List<AuditSummary.Sheet> sheets = new ArrayList<>();
    Map<String, String> mapping = new LinkedHashMap<>();
    List<String> unmapped = new ArrayList<>();
    layouts.forEach(
        (sheet, layout) -> {
          sheets.add(new AuditSummary.Sheet(sheet.number(), sheet.name(), layout.headerRow()));
          layout.mapping().forEach(mapping::putIfAbsent);
          layout.unmapped().stream()
              .filter(heading -> !unmapped.contains(heading))
              .forEach(unmapped::add);
        });
    AuditLayout first = layouts.values().iterator().next();
    return new AuditSummary(
        first.profile().name(), sheets, mapping, unmapped, newestFirst, notes());
  }

  private List<FileNote> notes() {
    List<FileNote> notes = new ArrayList<>(grid.notes());
    for (GridSheet sheet : grid.sheets()) {
      boolean log = layouts.containsKey(sheet);
      if (sheet.hidden() || !log) {
        notes.add(
            new FileNote(
                sheet.hidden() ? "hidden_sheet" : "no_log",
                "Sheet \""
                    + sheet.name()
                    + "\""
                    + (sheet.hidden() ? " is hidden" : " holds no such log")
                    + (log ? "; its lines were read." : " and was not read.")));
      }
    }
    return notes;
  }

  @Override
  public AuditSummary summary() {
    return summary;
  }

  @Override
  public AuditLines read(Sink sink) throws RefusedFile, IOException {
    return read(sink, summary.newestFirst());
  }

  private AuditLines read(Sink sink, boolean newestFirst) throws RefusedFile, IOException {
    AuditLines sums = new AuditLines();
    for (Map.Entry<GridSheet, AuditLayout> entry : layouts.entrySet()) {
      SheetReading reading =
          new SheetReading(entry.getKey().number(), entry.getValue(), sink, sums, newestFirst);
      grid.read(entry.getKey(), reading);
      sums.count(entry.getKey().number(), reading.last - entry.getValue().headerRow());
      if (!reading.wanted) {
        break;
      }
    }
    return sums;
  }

  @Override
  public void close() throws IOException {
    grid.close();
  }

  /** One sheet on its way to the sink. */
  private final class SheetReading implements Grid.RowVisitor {

    private final int sheet;
    private final AuditLayout layout;
    private final Sink sink;
    private final AuditLines sums;
    private final LineClock clock;
    private int last;
    private boolean wanted = true;

    private SheetReading(
        int sheet, AuditLayout layout, Sink sink, AuditLines sums, boolean newestFirst) {
      this.sheet = sheet;
      this.layout = layout;
      this.sink = sink;
      this.sums = sums;
      this.clock = new LineClock(layout.profile().zone(), layout.dates(), newestFirst);
      this.last = layout.headerRow();
    }

    @Override
    public boolean visit(GridRow row) {
      if (row.number() > layout.headerRow() && !row.blank()) {
        last = row.number();
        wanted = take(row);
      }
      return wanted;
    }

    private boolean take(GridRow row) {
      if (!clock.read(cell(row, AuditField.WHEN))) {
        sums.fault(clock.fault(), sheet, row.number());
        return true;
      }
      if (clock.timeOfDay()) {
        sums.timeOfDay();
      }
      String named = text(row, AuditField.SCHOOL);
      return sink.take(
          new AuditEvent(
              sheet,
              row.number(),
              clock.millis(),
              text(row, AuditField.ACCOUNT),
              text(row, AuditField.ADDRESS),
              text(row, AuditField.KIND),
              text(row, AuditField.WHAT),
              text(row, AuditField.OUTCOME),
              Records.in(text(row, AuditField.RECORDS)),
              named.isEmpty() ? school : named));
    }

    private GridCell cell(GridRow row, AuditField field) {
      for (int column : layout.of(field)) {
        if (!row.cell(column).blank()) {
          return row.cell(column);
        }
      }
      return GridCell.BLANK;
    }

    private String text(GridRow row, AuditField field) {
      GridCell cell = cell(row, field);
      return cell.blank() ? layout.constant(field) : cell.text();
    }
  }
}
