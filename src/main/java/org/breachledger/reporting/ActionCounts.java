package org.breachledger.reporting;

/**
 * Actions out of incidents, at the paper's date.
 *
 * @param open not done, the overdue ones among them
 * @param overdue not done, and due
 */
public record ActionCounts(int open, int overdue) {

  /** Refuses counts below zero, and more overdue than open. */
  public ActionCounts {
    Words.notNegative(open, overdue, open - overdue);
  }
}
