package org.breachledger.normalise;

/**
 * A place where the phrase of a rule stands.
 *
 * @param first its first word in the reading
 * @param last its last word, inclusive
 * @param negated whether a negation stands before it or before one of its words
 */
record Hit(WordingRule rule, int first, int last, int sentence, boolean negated) {}
