package org.breachledger.intake;

/** How it came about that a column feeds its field. */
enum Origin {
  /** A person said so with this import. */
  STATED,
  /** The layout says so. */
  PROFILE,
  /** A person said so with an earlier import of the same headings. */
  REMEMBERED,
  /** The table of headings says so. */
  WORDS,
  /** An earlier import of the same headings guessed it. */
  REMEMBERED_GUESS,
  /** Guessed from the values of the column. */
  CONTENT;

  /** Whether a person stands behind it, now or earlier. */
  boolean said() {
    return this == STATED || this == REMEMBERED;
  }
}
