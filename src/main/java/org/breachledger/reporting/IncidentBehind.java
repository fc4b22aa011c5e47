package org.breachledger.reporting;

import java.time.LocalDate;
import org.breachledger.incident.RowRef;

/**
 * One incident behind a number, and where its row was read.
 *
 * @param day the London day it was counted on
 * @param dateUsed which of its dates that is
 * @param subType the sub-type's title; empty where it has none
 */
public record IncidentBehind(
    String school, String reference, LocalDate day, DateUsed dateUsed, String subType, RowRef row) {

  /** The day in words, saying so where it is not the day it occurred. */
  public String dayWords() {
    String words = Words.day(day);
    return dateUsed == DateUsed.OCCURRED ? words : words + " (" + dateUsed.words() + ")";
  }

  /** The sub-type's title, or a dash. */
  public String subTypeWords() {
    return subType.isEmpty() ? "\u2013" : subType;
  }

  /** The import's number. */
  public long importId() {
    return row.importId();
  }

  /** The sheet, from 1. */
  public int sheet() {
    return row.sheet();
  }

  /** The row as a spreadsheet shows it, from 1. */
  public int line() {
    return row.row();
  }
}
