package org.breachledger.reporting;

import org.breachledger.incident.RowRef;

/** A line about one row that was read: by import number, sheet and row, never by a file's name. */
public interface Traced {

  /** Where the row was read. */
  RowRef row();

  /** The import's number. */
  default long importId() {
    return row().importId();
  }

  /** The sheet, from 1. */
  default int sheet() {
    return row().sheet();
  }

  /** The row as a spreadsheet shows it, from 1. */
  default int line() {
    return row().row();
  }
}
