package org.breachledger.intake;

import java.io.IOException;
import java.util.List;

/**
 * A file whose next rows are read while those before them are looked at, by two threads. A visitor
 * is given every row in its order, one at a time, and none after the one at which it had enough.
 * The first rows are given as they are read: whoever looks for headings in vain reads no further,
 * whatever is wrong below.
 */
final class ReadAhead implements Grid {

  /** More rows that hold something than headings are looked for in. */
  private static final int FIRST = 100;

  /** What a cell takes beside its signs. */
  private static final int CELL = 24;

  private final Grid grid;

  ReadAhead(Grid grid) {
    this.grid = grid;
  }

  @Override
  public List<GridSheet> sheets() {
    return grid.sheets();
  }

  @Override
  public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException {
    Visit visit = new Visit(visitor);
    try (RowConveyor<GridRow> conveyor = new RowConveyor<>(visit::on, ReadAhead::weight)) {
      grid.read(
          sheet,
          row -> {
            if (visit.begins()) {
              visit.on(row);
            } else {
              conveyor.put(row);
            }
            return visit.wanted;
          });
      conveyor.finish();
    }
  }

  private static int weight(GridRow row) {
    int weight = 0;
    for (GridCell cell : row.cells()) {
      weight += CELL + cell.text().length();
    }
    return weight;
  }

  /** The visitor on its own thread; the reader's is told when it has seen enough. */
  private static final class Visit {

    private final RowVisitor visitor;
    private volatile boolean wanted = true;
    private int first;

    Visit(RowVisitor visitor) {
      this.visitor = visitor;
    }

    /** Whether the visitor is at its first rows still. */
    boolean begins() {
      return first < FIRST;
    }

    void on(GridRow row) {
      if (first < FIRST && !row.blank()) {
        first++;
      }
      if (wanted) {
        wanted = visitor.visit(row);
      }
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
