package org.breachledger.recurrence;

/**
 * The counts a verdict compares: over all schools those of the schools that submitted every month
 * of both halves [002].
 *
 * @param previous their incidents of the half before
 * @param current their incidents of this half
 * @param leftOut how many schools are kept out of the comparison, because a month is missing
 */
public record ComparedCounts(int previous, int current, int leftOut) {

  /** Refuses numbers below zero. */
  public ComparedCounts {
    if (previous < 0 || current < 0 || leftOut < 0) {
      throw new IllegalArgumentException("counts must not be below zero");
    }
  }

  /** Where nobody is left out. */
  public static ComparedCounts ofAll(int previous, int current) {
    return new ComparedCounts(previous, current, 0);
  }

  /** Whether the verdict speaks of some of the schools only. */
  public boolean ofSome() {
    return leftOut > 0;
  }
}
