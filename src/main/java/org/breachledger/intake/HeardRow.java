package org.breachledger.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/**
 * A row as its readers hear it: without the words that say nothing in its layout, which are kept
 * beside it, and without "as above", which is a gap: the row meant is lost when rows are sorted.
 */
final class HeardRow {

  private final ColumnMap columns;
  private final @Nullable Profile profile;
  private final WordLists words;
  private final Map<Integer, FieldPlan> fed = new HashMap<>();

  HeardRow(SheetPlan plan, WordLists words) {
    this.columns = plan.heading().columns();
    this.profile = plan.heading().profile();
    this.words = words;
    for (FieldPlan field : columns.fields()) {
      field.sources().forEach(source -> fed.putIfAbsent(source.column(), field));
    }
  }

  GridRow of(GridRow row, RowDraft draft) {
    List<GridCell> cells = null;
    for (int column = 0; column < row.cells().size(); column++) {
      if (silent(column, row.cell(column), draft)) {
        cells = cells == null ? new ArrayList<>(row.cells()) : cells;
        cells.set(column, GridCell.BLANK);
      }
    }
    return cells == null ? row : new GridRow(row.number(), cells, row.hidden());
  }

  private boolean silent(int column, GridCell cell, RowDraft draft) {
    if (cell.kind() != GridCell.Kind.TEXT) {
      return false;
    }
    if (profile != null && profile.asBlank().contains(Headings.key(cell.text()))) {
      draft.extra(columns.label(column), cell.text());
      return true;
    }
    FieldPlan field = fed.get(column);
    if (field == null || !words.has(Name.DITTO, cell.text())) {
      return false;
    }
    draft.gap(field.field(), Faults.AS_ABOVE.in(columns.label(column), cell.text()));
    return true;
  }
}
