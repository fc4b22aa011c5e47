package org.breachledger.access;

/** What changes about an account so that its owner is told by mail, whoever changed it. */
public enum AccountChange {
  PASSWORD("its password was changed"),
  FACTOR_ON("a second factor was switched on"),
  FACTOR_OFF("its second factor was switched off"),
  FACTOR_RESET("an operator reset its second factor"),
  ROLE("an operator changed its role or school"),
  ADDRESS("an operator changed its mail address, and this is the address of before");

  private final String words;

  AccountChange(String words) {
    this.words = words;
  }

  /** What happened, to stand after the account. */
  public String words() {
    return words;
  }
}
