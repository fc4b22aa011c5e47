package org.breachledger.reporting;

import java.time.LocalDate;

/**
 * Rows of one import that went back to their sender.
 *
 * @param importId the import's number
 * @param day the London day it was taken in
 * @param returned how many went back
 * @param again how many of them came again in the workbook that was sent back
 */
public record RowsReturned(long importId, LocalDate day, int returned, int again) {

  /** Refuses counts below zero. */
  public RowsReturned {
    Words.notNegative(returned, again);
  }

  /** How many have not come again. */
  public int waiting() {
    return Math.max(0, returned - again);
  }

  /** The import as a heading of its row. */
  public String importWords() {
    return "Import " + importId;
  }

  /** The day in words. */
  public String dayWords() {
    return Words.day(day);
  }
}
