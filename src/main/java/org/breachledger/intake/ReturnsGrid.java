package org.breachledger.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A file without the column that {@link WhatToFix} adds to returned rows: fixed and sent again,
 * they are read as the sheet they came from. Any other file passes unchanged.
 */
final class ReturnsGrid implements Grid {

  /** So many rows from the top of a sheet our heading may stand. */
  private static final int TOP = 60;

  private final Grid grid;
  private final Map<DateOrder, Integer> stated = new HashMap<>();
  private boolean returned;

  ReturnsGrid(Grid grid) {
    this.grid = grid;
  }

  /** Whether any sheet read so far holds rows that were returned. */
  boolean returned() {
    return returned;
  }

  /**
   * The order of day and month in the log the rows came from; empty where they state none or two.
   */
  Optional<DateOrder> order() {
    return stated.size() == 1 ? stated.keySet().stream().findFirst() : Optional.empty();
  }

  @Override
  public List<GridSheet> sheets() {
    return grid.sheets();
  }

  @Override
  public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException {
    grid.read(sheet, new WithoutColumn(visitor));
  }

  private final class WithoutColumn implements RowVisitor {

    private final RowVisitor visitor;
    private int seen;
    private int column = -1;

    private WithoutColumn(RowVisitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public boolean visit(GridRow row) {
      if (column < 0 && seen++ < TOP) {
        find(row);
      }
      return visitor.visit(column < 0 || column >= row.cells().size() ? row : without(row));
    }

    private void find(GridRow row) {
      for (int i = row.cells().size() - 1; i > 0 && column < 0; i--) {
        column = WhatToFix.is(row.cell(i)) ? i : -1;
      }
      returned |= column >= 0;
    }

    private GridRow without(GridRow row) {
      WhatToFix.order(row.cell(column).text())
          .ifPresent(order -> stated.merge(order, 1, Integer::sum));
      List<GridCell> cells = new ArrayList<>(row.cells());
      cells.remove(column);
      return new GridRow(row.number(), cells, row.hidden());
    }
  }

  @Override
  public boolean dates1904() {
    return grid.dates1904();
  }

  @Override
  public List<FileNote> notes() {
    return grid.notes();
  }

  @Override
  public void close() throws IOException {
    grid.close();
  }
}
