package org.breachledger.alerting;

import java.util.Locale;

/** The life of an alert: each step is taken once, and none is skipped backwards. */
public enum AlertState {
  RAISED,
  ACKNOWLEDGED,
  FORWARDED,
  DECIDED,
  CLOSED;

  /** The word in the store and the exports. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The state of that word. */
  public static AlertState parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether an alert may go on to {@code later}: forwards only; a step may be left out, as when an
   * analyst forwards a pack without acknowledging it first.
   */
  public boolean before(AlertState later) {
    return compareTo(later) < 0;
  }
}
