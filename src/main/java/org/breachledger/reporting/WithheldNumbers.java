package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of people in rows and columns with all their sums, of which no small one is shown and
 * none that is not shown can be worked out from the others.
 *
 * <p>A hidden number lies on a ring of hidden cells: in every row and column the ring comes through
 * (that of the sums among them) one cell could be one higher and the other one lower, or both sums
 * and parts one higher, and everything shown would still add up. Where there is no such ring, the
 * one that hides the fewest people is closed by withholding further numbers above the limit. A
 * reader may know all the rules: that a withheld number is above the limit, too. The same numbers
 * always hide the same cells, so that papers and editions do not tell on one another.
 */
public final class WithheldNumbers {

  /** How a number is printed. */
  public enum Shown {
    /** As it is. */
    PLAIN,
    /** As small, by its two bounds. */
    SMALL,
    /** Not at all, because another one could be worked out from it. */
    WITHHELD
  }

  private final SmallNumbers limit;
  private final long[][] numbers;
  private final Shown[][] shown;
  private final boolean[][] safe;

  private WithheldNumbers(SmallNumbers limit, long[][] numbers) {
    this.limit = limit;
    this.numbers = numbers;
    this.shown = new Shown[numbers.length][numbers[0].length];
    this.safe = new boolean[numbers.length][numbers[0].length];
  }

  /**
   * Decides on every cell and every sum.
   *
   * @param cells rows of one length, each number 0 or more; there may be none
   */
  public static WithheldNumbers of(long[][] cells, SmallNumbers limit) {
    WithheldNumbers all = new WithheldNumbers(limit, withSums(cells));
    for (int row = 0; row < all.numbers.length; row++) {
      for (int column = 0; column < all.numbers[row].length; column++) {
        all.shown[row][column] = all.small(row, column) ? Shown.SMALL : Shown.PLAIN;
      }
    }
    all.protectSmallOnes();
    return all;
  }

  /** How a cell is printed; the row and the column after the last are those of the sums. */
  public Shown shown(int row, int column) {
    return shown[row][column];
  }

  /** A cell's number in digits where it is shown, else the words in its place. */
  public String printed(int row, int column) {
    return switch (shown[row][column]) {
      case PLAIN -> String.format(Locale.UK, "%,d", numbers[row][column]);
      case SMALL -> limit.words();
      case WITHHELD -> PeopleAffected.WITHHELD;
    };
  }

  private static long[][] withSums(long[][] cells) {
    int rows = cells.length;
    int columns = rows == 0 ? 0 : cells[0].length;
    long[][] numbers = new long[rows + 1][columns + 1];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        long number = cells[row][column];
        if (number < 0) {
          throw new IllegalArgumentException("a number of people cannot be below zero");
        }
        numbers[row][column] = number;
        numbers[row][columns] += number;
        numbers[rows][column] += number;
        numbers[rows][columns] += number;
      }
    }
    return numbers;
  }

  private boolean small(int row, int column) {
    return limit.small(numbers[row][column]);
  }

  private void protectSmallOnes() {
    for (int row = 0; row < numbers.length; row++) {
      for (int column = 0; column < numbers[row].length; column++) {
        if (shown[row][column] == Shown.SMALL && !safe[row][column]) {
          protect(row, column);
        }
      }
    }
  }

  private void protect(int row, int column) {
    Optional<HidingRing> ring = HidingRing.cheapest(this, row, column);
    if (ring.isPresent()) {
      ring.get().cells().forEach(this::hide);
    } else {
      hideRectangle(row, column);
    }
  }

  private void hide(HidingRing.Cell cell) {
    if (shown[cell.row()][cell.column()] == Shown.PLAIN) {
      shown[cell.row()][cell.column()] = Shown.WITHHELD;
    }
    safe[cell.row()][cell.column()] = true;
  }

  /**
   * Where bounds meet, such as four cells of 1 under a sum of 4: the sums say nothing any more, and
   * all could be one higher.
   */
  private void hideRectangle(int row, int column) {
    HidingRing.Cell within = part(row, column);
    for (int r : new int[] {within.row(), sums()}) {
      for (int c : new int[] {within.column(), sumsColumn()}) {
        if (shown[r][c] == Shown.SMALL && numbers[r][c] == limit.upTo()) {
          shown[r][c] = Shown.WITHHELD;
        }
        hide(new HidingRing.Cell(r, c));
      }
    }
  }

  /** The cell itself, or one that a sum is made of. */
  private HidingRing.Cell part(int row, int column) {
    List<HidingRing.Cell> parts = new ArrayList<>();
    for (int r = 0; r < sums(); r++) {
      for (int c = 0; c < sumsColumn(); c++) {
        boolean wanted = (row == sums() || row == r) && (column == sumsColumn() || column == c);
        if (wanted && numbers[r][c] > 0) {
          parts.add(new HidingRing.Cell(r, c));
        }
      }
    }
    return parts.get(0);
  }

  /** The row of the sums. */
  int sums() {
    return numbers.length - 1;
  }

  /** The column of the sums. */
  int sumsColumn() {
    return numbers[0].length - 1;
  }

  /** Whether a reader who sees a cell's bounds cannot exclude one more, or one less. */
  boolean couldBe(int row, int column, boolean more) {
    long number = numbers[row][column];
    if (number == 0) {
      return false;
    }
    if (shown[row][column] == Shown.SMALL) {
      return more ? number < limit.upTo() : number > 1;
    }
    return more || (number > limit.upTo() ? number > limit.upTo() + 1L : number > 1);
  }

  /** What hiding a cell costs: nothing where it is hidden, else its people. */
  long cost(int row, int column) {
    return shown[row][column] == Shown.PLAIN ? 1 + numbers[row][column] : 0;
  }
}
