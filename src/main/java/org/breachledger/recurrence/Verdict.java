package org.breachledger.recurrence;

/**
 * Whether incidents of a type stopped or became rarer in six months, by the policy's count rule
 * [002].
 */
public enum Verdict {
  CEASED,
  REDUCED,
  NOT_REDUCED,
  NEW,
  NONE,
  INSUFFICIENT_DATA;

  /**
   * The verdict on two counts of complete halves.
   *
   * @param previous incidents in the half before, 0 or more
   * @param current incidents in this half, 0 or more
   */
  public static Verdict of(int previous, int current) {
    if (previous == 0) {
      return current == 0 ? NONE : NEW;
    }
    if (current == 0) {
      return CEASED;
    }
    return current < previous ? REDUCED : NOT_REDUCED;
  }

  /** Whether the ICT security analyst must hear of it. */
  public boolean alerts() {
    return this == NOT_REDUCED || this == NEW;
  }
}
