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
 */
record HeadingRow(
    int row,
    int bodyFrom,
    List<List<String>> titles,
    ColumnMap columns,
    @Nullable Profile profile) {}
