package org.breachledger.intake;

/**
 * One sheet of a file.
 *
 * @param number its position, from 1
 * @param name as its tab shows it; empty for text files
 * @param hidden whether the workbook hides it
 */
public record GridSheet(int number, String name, boolean hidden) {}
