package org.breachledger.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntConsumer;

/**
 * Asks of some thousand rows of a sheet at a time which are known: these are named, the others
 * read, each in its turn.
 */
final class StretchOfRows {

  private static final int ROWS = 2_000;

  /** So that wide rows do not fill the memory: in characters, and what a cell takes beside them. */
  private static final int HEAVIEST = 1 << 22;

  private static final int CELL = 24;

  private final RowPrinter printer;
  private final KnownRows known;
  private final IntConsumer turn;
  private final BiConsumer<GridRow, RowPrint> reading;
  private final List<GridRow> rows = new ArrayList<>();
  private final List<RowPrint> prints = new ArrayList<>();
  private int heavy;

  /**
   * The rows of one sheet.
   *
   * @param turn told whose turn it is, before a row is named or read
   * @param reading reads a row nobody knows
   */
  StretchOfRows(
      RowPrinter printer,
      KnownRows known,
      IntConsumer turn,
      BiConsumer<GridRow, RowPrint> reading) {
    this.printer = printer;
    this.known = known;
    this.turn = turn;
    this.reading = reading;
  }

  void add(GridRow row) {
    rows.add(row);
    prints.add(printer.of(row));
    for (GridCell cell : row.cells()) {
      heavy += CELL + cell.text().length();
    }
    if (rows.size() == ROWS || heavy >= HEAVIEST) {
      finish();
    }
  }

  /** Gives those on that still wait. */
  void finish() {
    BitSet again = known.known(prints);
    for (int i = 0; i < rows.size(); i++) {
      turn.accept(rows.get(i).number());
      if (again.get(i)) {
        known.again(prints.get(i));
      } else {
        reading.accept(rows.get(i), prints.get(i));
      }
    }
    rows.clear();
    prints.clear();
    heavy = 0;
  }
}
