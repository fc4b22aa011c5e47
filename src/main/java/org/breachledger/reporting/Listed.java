package org.breachledger.reporting;

import java.util.List;

/**
 * The lines of a list that a paper prints, and how many there are in all: a list longer than {@link
 * #MOST} is read by nobody, and need not fit into memory.
 *
 * @param lines those printed, at most {@link #MOST}
 * @param all how many there are, printed or not
 */
public record Listed<T>(List<T> lines, int all) {

  /** How many lines of one list a paper prints. */
  public static final int MOST = 500;

  /** Copies the lines; refuses more than are printed, and more than there are. */
  public Listed {
    lines = List.copyOf(lines);
    if (lines.size() != Math.min(all, MOST)) {
      throw new IllegalArgumentException(lines.size() + " lines cannot stand for " + all);
    }
  }

  /** A whole list, of which the first lines are printed. */
  public static <T> Listed<T> of(List<T> whole) {
    return new Listed<>(whole.subList(0, Math.min(whole.size(), MOST)), whole.size());
  }

  /** How many lines are left out. */
  public int left() {
    return all - lines.size();
  }

  /**
   * How many lines are printed and how many are not, after a space; nothing where all are.
   *
   * @param which of the lines are printed
   * @param where the others stand
   */
  String cut(String which, String where) {
    if (left() == 0) {
      return "";
    }
    return " Of "
        + Words.grouped(all)
        + " lines the table has the first "
        + Words.grouped(lines.size())
        + ": "
        + which
        + ". The other "
        + (left() == 1 ? "line is" : Words.grouped(left()) + " are")
        + " left out here, and "
        + (left() == 1 ? "stands " : "stand ")
        + where
        + ".";
  }
}
