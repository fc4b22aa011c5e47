package org.breachledger.reporting;

/** What was decided about notifying the ICO of a Level 2 incident; the DPO decides [004 4.6]. */
public enum IcoDecision {
  NOTIFIED("Notified"),
  TO_NOTIFY("Decided to notify"),
  NOT_TO_NOTIFY("Decided not to notify"),
  UNDECIDED("To be decided");

  private final String words;

  IcoDecision(String words) {
    this.words = words;
  }

  /** The decision as a reader sees it. */
  public String words() {
    return words;
  }
}
