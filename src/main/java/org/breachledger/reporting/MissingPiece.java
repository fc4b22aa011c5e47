package org.breachledger.reporting;

/**
 * What a closed incident lacks.
 *
 * @param missing in the policy's words
 * @param source the paragraph
 */
public record MissingPiece(String school, String reference, String missing, String source) {}
