package org.breachledger.intake;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One row of a log, read.
 *
 * @param sheet the sheet's position, from 1; 1 for text files
 * @param sheetName as its tab shows it; empty for text files
 * @param row the row as a spreadsheet shows it, from 1
 * @param outcome what becomes of it
 * @param print by which it is known when it is sent again; null where nobody asked for prints
 */
public record ReadRow(int sheet, String sheetName, int row, Outcome outcome, @Nullable UUID print) {

  /** A row without a print. */
  public ReadRow(int sheet, String sheetName, int row, Outcome outcome) {
    this(sheet, sheetName, row, outcome, null);
  }
}
