package org.breachledger.intake;

import org.breachledger.policy.PolicySource;

/**
 * The tables by which a log is read.
 *
 * @param headings the words of headings
 * @param words the words of cells
 * @param profiles the layouts
 * @param rules what a log may be
 * @param guesses when a column is guessed from its values
 * @param names the names of schools and breach types, for such guesses
 * @param lookalikes tables that look like a log and are none
 */
record Vocabulary(
    Headings headings,
    WordLists words,
    Profiles profiles,
    ReadingRules rules,
    GuessRules guesses,
    KnownNames names,
    Lookalikes lookalikes) {

  static Vocabulary read(PolicySource source) {
    return new Vocabulary(
        Headings.read(source),
        WordLists.read(source),
        Profiles.read(source),
        ReadingRules.read(source),
        GuessRules.read(source),
        KnownNames.read(source),
        Lookalikes.read(source));
  }
}
