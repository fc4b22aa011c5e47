package org.breachledger.reporting;

/** Which of an incident's dates placed it in its half. */
public enum DateUsed {
  OCCURRED("occurred"),
  IDENTIFIED("identified"),
  REPORTED("reported");

  private final String words;

  DateUsed(String words) {
    this.words = words;
  }

  /** The date's name as a reader sees it. */
  public String words() {
    return words;
  }
}
