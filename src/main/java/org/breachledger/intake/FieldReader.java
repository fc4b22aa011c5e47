package org.breachledger.intake;

/**
 * Reads one field of a row: a value, a gap that names the cell, or nothing where nothing is
 * written.
 */
interface FieldReader {

  /** Reads the field of {@code plan} from {@code row} into {@code draft}. */
  void read(FieldPlan plan, GridRow row, RowDraft draft);
}
