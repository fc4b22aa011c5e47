package org.breachledger.normalise;

/**
 * A part of a breach type that is counted for itself, because the whole would hide it.
 *
 * @param code such as {@code NO_BCC}
 * @param typeCode the breach type it belongs to
 * @param title the words a governor reads
 * @param definition what belongs into it
 */
public record SubType(String code, String typeCode, String title, String definition) {}
