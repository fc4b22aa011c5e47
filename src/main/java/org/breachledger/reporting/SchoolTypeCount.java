package org.breachledger.reporting;

/** One breach type at one school in both halves: a cell of the board's table. */
public record SchoolTypeCount(
    String school, String type, int previous, int current, HalfVerdict verdict) {

  /** Refuses counts below zero. */
  public SchoolTypeCount {
    Words.notNegative(previous, current);
  }

  /** This half, and the half before in brackets; a dash where both are nil. */
  public String words() {
    return words(previous, current);
  }

  /** The same for a sum. */
  public static String words(int previous, int current) {
    return previous + current == 0
        ? "\u2013"
        : Words.grouped(current) + " (" + Words.grouped(previous) + ")";
  }

  /** The verdict in words. */
  public String verdictWords() {
    return verdict.words();
  }

  /** Whether this type did not fall here. */
  public boolean alert() {
    return verdict.alert();
  }
}
