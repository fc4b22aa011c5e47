package org.breachledger.reporting;

import org.breachledger.calendar.AsOf;
import org.jspecify.annotations.Nullable;

/**
 * What every paper says about itself: whose it is, which halves it compares, when its data was
 * taken, under which policy, and in which edition.
 *
 * @param trust the trust's or DPO service's name
 * @param edition from 1; a later one corrects the one before
 * @param auditHead number and first characters of the audit chain's head at that moment; null where
 *     none is shown
 * @param style how the house's papers look
 */
public record Imprint(
    String trust,
    Halves halves,
    AsOf dataAsAt,
    String policyName,
    String policyVersion,
    Titles titles,
    int edition,
    @Nullable String auditHead,
    HouseStyle style) {

  /** Refuses an edition below 1. */
  public Imprint {
    if (edition < 1) {
      throw new IllegalArgumentException("editions are counted from 1");
    }
  }

  /** When the data was taken, in words and London time. */
  public String dataAsAtWords() {
    return "Data as at " + Words.moment(dataAsAt);
  }

  /** Policy, version and edition in one line. */
  public String policyWords() {
    String audit = auditHead == null ? "" : " \u00b7 Record " + auditHead;
    return policyName + ", version " + policyVersion + " \u00b7 Edition " + edition + audit;
  }
}
