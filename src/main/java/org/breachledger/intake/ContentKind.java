package org.breachledger.intake;

import java.util.Locale;

/** What the values of a whole column clearly are. */
enum ContentKind {
  DATES,
  ANSWERS,
  /** Names of breach types this policy knows. */
  TYPES,
  /** Names of schools. */
  SCHOOLS,
  /** Codes, each once. */
  REFERENCES,
  COUNTS,
  /** Texts of several words. */
  TEXTS,
  /** Nothing is clear. */
  OTHER;

  /** The kind as the table of guesses names it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
