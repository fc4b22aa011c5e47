package org.breachledger.reporting;

/**
 * From how few people on a number of people is not printed, by the policy: somebody who knows the
 * school could tell who they are [002].
 *
 * @param upTo the greatest number not printed, 2 or more; the least is 1
 */
public record SmallNumbers(int upTo) {

  /** Refuses a limit below 2: a number said to be 1 to 1 would be printed after all. */
  public SmallNumbers {
    if (upTo < 2) {
      throw new IllegalArgumentException("small numbers reach at least to 2");
    }
  }

  /** Whether a number is not printed. */
  public boolean small(long number) {
    return number > 0 && number <= upTo;
  }

  /** What is printed in place of a small number, such as {@code 1 to 4}. */
  public String words() {
    return "1 to " + upTo;
  }
}
