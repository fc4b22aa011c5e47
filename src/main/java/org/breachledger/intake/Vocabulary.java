package org.breachledger.intake;

import org.breachledger.policy.PolicySource;

/**
 * The tables by which a log is read.
 *
 * @param headings the words of headings
 * @param words the words of cells
 * @param profiles the layouts
 * @param rules what a log may be
 */
record Vocabulary(Headings headings, WordLists words, Profiles profiles, ReadingRules rules) {

  static Vocabulary read(PolicySource source) {
    return new Vocabulary(
        Headings.read(source),
        WordLists.read(source),
        Profiles.read(source),
        ReadingRules.read(source));
  }
}
