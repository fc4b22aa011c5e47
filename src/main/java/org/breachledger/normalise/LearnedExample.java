package org.breachledger.normalise;

/**
 * A confirmed incident as a learned version remembers it.
 *
 * @param incident its number in the register
 * @param subType the empty text where the type has none
 * @param hashes its words as numbers, ascending
 */
record LearnedExample(long incident, String type, String subType, int[] hashes) {}
