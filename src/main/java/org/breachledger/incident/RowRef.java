package org.breachledger.incident;

/**
 * Where a row came from: import number, sheet and row. This is what logs and papers name, never a
 * cell's content or the uploaded file's name.
 *
 * @param importId the import's number in its trust
 * @param sheet the sheet's position, from 1; 1 for text files
 * @param row the row as a spreadsheet shows it, from 1, headings included
 */
public record RowRef(long importId, int sheet, int row) {
  @Override
  public String toString() {
    return "import " + importId + ", sheet " + sheet + ", row " + row;
  }
}
