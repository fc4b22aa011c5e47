package org.breachledger.intake;

import java.util.List;

/**
 * One row of a sheet.
 *
 * @param number as a spreadsheet shows it, from 1
 * @param cells from the first column on; blanks at the end may be left out
 * @param hidden whether the sheet hides it
 */
public record GridRow(int number, List<GridCell> cells, boolean hidden) {

  /** The cell in a column, from 0; blank beyond the last. */
  public GridCell cell(int column) {
    return column < cells.size() ? cells.get(column) : GridCell.BLANK;
  }

  /** Whether nothing is written in any cell. */
  public boolean blank() {
    for (GridCell cell : cells) {
      if (!cell.blank()) {
        return false;
      }
    }
    return true;
  }

  /** How many cells hold something. */
  public int filled() {
    int filled = 0;
    for (GridCell cell : cells) {
      filled += cell.blank() ? 0 : 1;
    }
    return filled;
  }

  /** Every cell as text. */
  public List<String> texts() {
    return cells.stream().map(GridCell::text).toList();
  }

  /** Names the row, not its content: it may name people. */
  @Override
  public String toString() {
    return "GridRow[" + number + "]";
  }
}
