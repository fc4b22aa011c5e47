package org.breachledger.intake;

/** In which order a log writes day and month, such as 03/04/2024. */
public enum DateOrder {
  /** Day, month, year. */
  DMY("day/month/year"),
  /** Month, day, year. */
  MDY("month/day/year"),
  /** Nothing in the file tells: a date that can be read both ways is a gap. */
  UNDECIDED("undecided");

  private final String words;

  DateOrder(String words) {
    this.words = words;
  }

  /** The order in words. */
  public String words() {
    return words;
  }
}
