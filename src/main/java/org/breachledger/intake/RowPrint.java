package org.breachledger.intake;

import java.util.UUID;

/**
 * A row by its print: rows with the same print say the same and are read the same.
 *
 * @param sheet the sheet's position, from 1
 * @param row the row as a spreadsheet shows it, from 1
 * @param print 128 bits of a SHA-256 over its cells and all that decides how they are read
 */
public record RowPrint(int sheet, int row, UUID print) {}
