package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.breachledger.reporting.WithheldNumbers.Shown;

/**
 * Somebody who holds every paper, knows the rules, and solves for what is not shown: rows, columns
 * and sums as equations, "1 to 4" and "withheld" as bounds. What can have one value only is
 * recovered. The equations are those of a network, so that bounds found are whole numbers.
 */
public final class Recovery {

  private final List<Cell> hidden;
  private final Shown[][] printed;
  private final long[][] numbers;
  private final SmallNumbers limit;

  private Recovery(Shown[][] printed, long[][] cells, SmallNumbers limit, List<Cell> hidden) {
    this.printed = printed;
    this.numbers = withSums(cells);
    this.limit = limit;
    this.hidden = hidden;
  }

  /** A place in the table, sums included. */
  public record Cell(int row, int column) {}

  /** The cells that can have one value only. */
  static List<Cell> recovered(WithheldNumbers printed, long[][] cells, SmallNumbers limit) {
    return recovered(shown(printed, cells), cells, limit);
  }

  /** The same of what papers were seen to print, rows and columns with their sums behind. */
  public static List<Cell> recovered(Shown[][] printed, long[][] cells, SmallNumbers limit) {
    List<Cell> hidden = hidden(printed);
    return hidden.isEmpty() ? List.of() : new Recovery(printed, cells, limit, hidden).solved();
  }

  /** The same where somebody was also told all but {@code hidden}. */
  static List<Cell> recovered(
      WithheldNumbers printed, long[][] cells, SmallNumbers limit, List<Cell> hidden) {
    return new Recovery(shown(printed, cells), cells, limit, hidden).solved();
  }

  /** The cells that are not printed as they are. */
  static List<Cell> hidden(WithheldNumbers printed, long[][] cells) {
    return hidden(shown(printed, cells));
  }

  private static List<Cell> hidden(Shown[][] printed) {
    List<Cell> hidden = new ArrayList<>();
    for (int row = 0; row < printed.length; row++) {
      for (int column = 0; column < printed[row].length; column++) {
        if (printed[row][column] != Shown.PLAIN) {
          hidden.add(new Cell(row, column));
        }
      }
    }
    return hidden;
  }

  private static Shown[][] shown(WithheldNumbers printed, long[][] cells) {
    Shown[][] shown = new Shown[cells.length + 1][cells[0].length + 1];
    for (int row = 0; row < shown.length; row++) {
      for (int column = 0; column < shown[row].length; column++) {
        shown[row][column] = printed.shown(row, column);
      }
    }
    return shown;
  }

  /** The table with its sums behind. */
  public static long[][] withSums(long[][] cells) {
    long[][] sums = new long[cells.length + 1][cells[0].length + 1];
    for (int row = 0; row < cells.length; row++) {
      for (int column = 0; column < cells[0].length; column++) {
        sums[row][column] = cells[row][column];
        sums[row][cells[0].length] += cells[row][column];
        sums[cells.length][column] += cells[row][column];
        sums[cells.length][cells[0].length] += cells[row][column];
      }
    }
    return sums;
  }

  /** A solution that moves one cell tells of others, too, so few are asked for. */
  private List<Cell> solved() {
    boolean[] moves = new boolean[hidden.size()];
    List<LinearConstraint> constraints = constraints();
    for (int i = 0; i < hidden.size(); i++) {
      for (GoalType goal : GoalType.values()) {
        if (!moves[i]) {
          note(solve(constraints, i, goal), moves);
        }
      }
    }
    List<Cell> recovered = new ArrayList<>();
    for (int i = 0; i < moves.length; i++) {
      if (!moves[i]) {
        recovered.add(hidden.get(i));
      }
    }
    return recovered;
  }

  private void note(double[] solution, boolean[] moves) {
    for (int i = 0; i < moves.length; i++) {
      Cell cell = hidden.get(i);
      moves[i] |= Math.abs(solution[i] - numbers[cell.row()][cell.column()]) > 0.99;
    }
  }

  private double[] solve(List<LinearConstraint> constraints, int asked, GoalType goal) {
    double[] only = new double[hidden.size()];
    only[asked] = 1;
    return new SimplexSolver()
        .optimize(
            new MaxIter(10_000),
            new LinearObjectiveFunction(only, 0),
            new LinearConstraintSet(constraints),
            new NonNegativeConstraint(true),
            goal)
        .getPoint();
  }

  private List<LinearConstraint> constraints() {
    List<LinearConstraint> all = new ArrayList<>();
    for (int row = 0; row < numbers.length; row++) {
      int at = row;
      add(all, numbers[row].length - 1, hidden.stream().map(c -> c.row() == at ? c.column() : -1));
    }
    for (int column = 0; column < numbers[0].length; column++) {
      int at = column;
      add(all, numbers.length - 1, hidden.stream().map(c -> c.column() == at ? c.row() : -1));
    }
    for (int i = 0; i < hidden.size(); i++) {
      bound(all, i);
    }
    return all;
  }

  /** Parts less sum; what is known of them stands on the other side. */
  private void add(
      List<LinearConstraint> all, int sum, java.util.stream.Stream<Integer> placesInLine) {
    List<Integer> places = placesInLine.toList();
    double[] factors = new double[hidden.size()];
    double right = 0;
    for (int i = 0; i < factors.length; i++) {
      if (places.get(i) >= 0) {
        factors[i] = places.get(i) == sum ? -1 : 1;
        Cell cell = hidden.get(i);
        right += factors[i] * numbers[cell.row()][cell.column()];
      }
    }
    all.add(new LinearConstraint(factors, Relationship.EQ, right));
  }

  /**
   * What is printed as small is from 1 to the limit; what is withheld is above it, but where bounds
   * would meet; and nothing is a million.
   */
  private void bound(List<LinearConstraint> all, int at) {
    Cell cell = hidden.get(at);
    boolean small = printed[cell.row()][cell.column()] == Shown.SMALL;
    boolean above = !small && !limit.small(numbers[cell.row()][cell.column()]);
    double[] factors = new double[hidden.size()];
    factors[at] = 1;
    all.add(new LinearConstraint(factors, Relationship.GEQ, above ? limit.upTo() + 1 : 1));
    all.add(new LinearConstraint(factors, Relationship.LEQ, small ? limit.upTo() : 1_000_000));
  }
}
