package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Cells that could all be one more or one less without any row or column adding up otherwise: a way
 * from a cell's column through other cells back to its row, rows and columns by turns.
 *
 * @param cells the cell itself first
 * @param cost what hiding those of them costs that are not hidden yet
 */
record HidingRing(List<Cell> cells, long cost) {

  /** Copies the cells. */
  HidingRing {
    cells = List.copyOf(cells);
  }

  /** A place in the table, the row and column of sums among them. */
  record Cell(int row, int column) {}

  /** The ring through a cell that costs least; empty where the bounds leave none. */
  static Optional<HidingRing> cheapest(WithheldNumbers table, int row, int column) {
    return Arrays.asList(true, false).stream()
        .filter(up -> table.couldBe(row, column, up == raises(table, row, column)))
        .flatMap(up -> new Search(table, row, column, up).ring().stream())
        .min(Comparator.comparingLong(HidingRing::cost));
  }

  /** Whether a part grows with its row, as sums do against their parts. */
  private static boolean raises(WithheldNumbers table, int row, int column) {
    return (row == table.sums()) == (column == table.sumsColumn());
  }

  /** The cheapest way between a row and a column, the rows numbered first. */
  private static final class Search {

    private final WithheldNumbers table;
    private final int rows;
    private final int from;
    private final int to;
    private final Cell start;
    private final long[] reached;
    private final int[] before;

    Search(WithheldNumbers table, int row, int column, boolean up) {
      this.table = table;
      this.rows = table.sums() + 1;
      this.start = new Cell(row, column);
      this.from = up ? rows + column : row;
      this.to = up ? row : rows + column;
      this.reached = new long[rows + table.sumsColumn() + 1];
      this.before = new int[reached.length];
      Arrays.fill(reached, Long.MAX_VALUE);
    }

    private record Step(int place, long cost) {}

    Optional<HidingRing> ring() {
      PriorityQueue<Step> open =
          new PriorityQueue<>(Comparator.comparingLong(Step::cost).thenComparingInt(Step::place));
      reached[from] = 0;
      for (@Nullable Step step = new Step(from, 0); step != null; step = open.poll()) {
        if (step.place() == to) {
          return Optional.of(new HidingRing(way(), step.cost()));
        }
        if (step.cost() == reached[step.place()]) {
          leave(step, open);
        }
      }
      return Optional.empty();
    }

    private void leave(Step step, PriorityQueue<Step> open) {
      boolean fromRow = step.place() < rows;
      int first = fromRow ? rows : 0;
      int end = fromRow ? reached.length : rows;
      for (int next = first; next < end; next++) {
        Cell cell = between(step.place(), next);
        boolean more = fromRow == raises(table, cell.row(), cell.column());
        if (!cell.equals(start) && table.couldBe(cell.row(), cell.column(), more)) {
          long cost = step.cost() + table.cost(cell.row(), cell.column());
          if (cost < reached[next]) {
            reached[next] = cost;
            before[next] = step.place();
            open.add(new Step(next, cost));
          }
        }
      }
    }

    private Cell between(int one, int other) {
      return new Cell(Math.min(one, other), Math.max(one, other) - rows);
    }

    private List<Cell> way() {
      List<Cell> cells = new ArrayList<>(List.of(start));
      for (int place = to; place != from; place = before[place]) {
        cells.add(between(place, before[place]));
      }
      return cells;
    }
  }
}
