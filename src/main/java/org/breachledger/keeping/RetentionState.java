package org.breachledger.keeping;

/** How an incident stands to its retention period. */
public enum RetentionState {
  /** Open, or not closed yet at the as-of: never due. */
  OPEN,
  /** Closed, but nobody set a period: never due. */
  NO_SETTING,
  /** Closed, but neither the day of its closing nor that of its registration is known. */
  NO_DAY,
  /** Closed, and still within its period. */
  KEPT,
  /** Its period is over: a person is to confirm its destruction, unless it is held. */
  DUE;

  /** Whether the case is closed. */
  public boolean closed() {
    return this != OPEN;
  }
}
