package org.breachledger.incident;

/**
 * One breach type of the policy's appendix, as the table in {@code jobs/normalise/breach-types.csv}
 * gives it [004 Appendix A].
 *
 * @param code the canonical code, such as {@code LOST_IN_TRANSIT}
 * @param title the words a governor reads
 */
public record BreachType(String code, String title) {

  /** Under which incidents without any type are counted, so that sums are right; never alerts. */
  public static final String UNTYPED = "UNTYPED";
}
