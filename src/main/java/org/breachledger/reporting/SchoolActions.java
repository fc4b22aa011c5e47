package org.breachledger.reporting;

/** A school's actions at the paper's date; open ones include the overdue. */
public record SchoolActions(String school, int open, int overdue) {

  /** Refuses counts below zero, and more overdue than open. */
  public SchoolActions {
    Words.notNegative(open, overdue, open - overdue);
  }
}
