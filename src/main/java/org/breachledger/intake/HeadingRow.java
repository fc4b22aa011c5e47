package org.breachledger.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The row of a sheet that names its columns.
 *
 * @param row as a spreadsheet shows it, from 1
 * @param bodyFrom the first row that is read; rows between say how to fill in the log
 * @param titles the filled cells of the rows above, row by row
 * @param columns what is known of each column
 * @param profile the layout; null where the headings' own words decide
 * @param written this row as it is written, by column, below the rows of group headings that stand
 *     directly above it
 */
record HeadingRow(
    int row,
    int bodyFrom,
    List<List<String>> titles,
    ColumnMap columns,
    @Nullable Profile profile,
    List<List<String>> written) {

  /** The same row with other knowledge of its columns. */
  HeadingRow withColumns(ColumnMap known) {
    return new HeadingRow(row, bodyFrom, titles, known, profile, written);
  }
}
