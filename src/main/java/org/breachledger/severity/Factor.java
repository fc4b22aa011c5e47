package org.breachledger.severity;

/**
 * A sensitivity factor, which raises or lowers the baseline scale or leaves it [004 6.6].
 *
 * @param code its code in {@code factors.csv}
 * @param weight -1 low, 0 medium, 1 high
 * @param words what it says of an incident
 * @param source the policy's paragraph
 */
public record Factor(String code, int weight, String words, String source) {

  /** The weight with its sign, such as {@code +1}; zero is {@code 0}. */
  public String signed() {
    return weight > 0 ? "+" + weight : Integer.toString(weight);
  }
}
