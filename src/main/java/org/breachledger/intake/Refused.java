package org.breachledger.intake;

/**
 * A file that is not read, and why.
 *
 * @param why what kind of fault
 * @param sentence what is wrong and what to do, for the sender; names no cell
 */
public record Refused(Refusal why, String sentence) implements Opened {}
