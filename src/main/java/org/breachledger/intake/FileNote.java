package org.breachledger.intake;

/**
 * Something the sender of a file is told, though it stops nothing.
 *
 * @param code such as {@code hidden_rows}
 * @param sentence what was found and where; names no person and quotes no cell
 */
public record FileNote(String code, String sentence) {}
