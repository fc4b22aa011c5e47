package org.breachledger.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.FieldPlan.Source;
import org.jspecify.annotations.Nullable;

/**
 * Walks a sheet once from top to bottom: finds its heading row, its last row, and what whole
 * columns tell about their dates.
 */
final class SheetSurvey implements Grid.RowVisitor {

  private final HeadingSearch search;
  private final MomentCells cells;
  private final String context;
  private final int headingRows;
  private final List<GridRow> top = new ArrayList<>();
  private final Map<Integer, ColumnSurvey> columns = new HashMap<>();
  private @Nullable HeadingRow heading;
  private boolean searched;
  private int lastRow;
  private int hiddenRows;

  /**
   * A survey of one sheet.
   *
   * @param context the names of the sheet and the file
   * @param headingRows how many filled rows may stand before the headings end
   */
  SheetSurvey(HeadingSearch search, MomentCells cells, String context, int headingRows) {
    this.search = search;
    this.cells = cells;
    this.context = context;
    this.headingRows = headingRows;
  }

  @Override
  public boolean visit(GridRow row) {
    if (row.blank()) {
      return true;
    }
    if (searched) {
      see(row);
      return true;
    }
    top.add(row);
    return top.size() < headingRows || searchTop();
  }

  /** Looks for the headings in the rows kept so far, then sees those below them. */
  private boolean searchTop() {
    searched = true;
    HeadingRow found = search.find(top, context).orElse(null);
    heading = found;
    if (found != null) {
      for (FieldPlan plan : found.columns().fields()) {
        if (plan.field().kind() == FieldKind.MOMENT) {
          plan.sources().forEach(source -> columns.put(source.column(), new ColumnSurvey()));
        }
      }
      top.forEach(this::see);
    }
    top.clear();
    return found != null;
  }

  private void see(GridRow row) {
    HeadingRow found = heading;
    if (found == null || row.number() < found.bodyFrom()) {
      return;
    }
    lastRow = row.number();
    hiddenRows += row.hidden() ? 1 : 0;
    columns.forEach((column, survey) -> survey.see(cells.read(row.cell(column))));
  }

  /** The surveyed sheet; empty where it holds no log. */
  Optional<SheetPlan> plan(GridSheet sheet) {
    if (!searched) {
      searchTop();
    }
    HeadingRow found = heading;
    if (found == null) {
      return Optional.empty();
    }
    shareTimes(found);
    return Optional.of(new SheetPlan(sheet, found, lastRow, columns, hiddenRows));
  }

  /** A date whose time has its own column is no whole day by itself. */
  private void shareTimes(HeadingRow found) {
    for (FieldPlan plan : found.columns().fields()) {
      Source time = plan.time();
      if (time != null) {
        columns.remove(time.column());
      }
    }
  }
}
