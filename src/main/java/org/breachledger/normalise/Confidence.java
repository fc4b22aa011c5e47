package org.breachledger.normalise;

import java.util.Locale;

/** How sure a breach type is: high needs no person, low always does. */
public enum Confidence {
  HIGH,
  MEDIUM,
  LOW;

  /** The word in tables and exports, such as {@code high}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
