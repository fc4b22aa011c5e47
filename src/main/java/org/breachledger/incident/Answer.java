package org.breachledger.incident;

/** The answer to a question of the form; a blank is no answer at all, and not a No. */
public enum Answer implements Value {
  YES,
  NO,
  UNKNOWN;

  @Override
  public String written() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
