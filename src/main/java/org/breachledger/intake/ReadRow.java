package org.breachledger.intake;

/**
 * One row of a log, read.
 *
 * @param sheet the sheet's position, from 1; 1 for text files
 * @param sheetName as its tab shows it; empty for text files
 * @param row the row as a spreadsheet shows it, from 1
 * @param outcome what becomes of it
 */
public record ReadRow(int sheet, String sheetName, int row, Outcome outcome) {}
