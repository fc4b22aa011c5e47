package org.breachledger.incident;

import java.util.regex.Pattern;

/** Tells the words a cell begins with from what is told behind them. */
public final class FirstWords {

  /** A stroke behind a single letter is part of the word: "n/a (paper)" does not say no. */
  private static final Pattern MORE =
      Pattern.compile(
          "\\s*(?:[–—:;,(]|(?<!^\\p{L}\\s{0,3})/).*|\\s+-.*|\\.\\s.*"
              + "|\\s+(?:because|as|since|due to)\\s.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER =
      Pattern.compile("no\\.\\s*[\\p{L}/-]*\\d.*", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private FirstWords() {}

  /** What stands before the first sign that more is told. */
  public static String of(String text) {
    return MORE.matcher(text).replaceFirst("");
  }

  /** The same of a cell that may hold a reference: "No. 24-003" is one, and says no No. */
  public static String orNumber(String text) {
    return NUMBER.matcher(text).matches() ? text : of(text);
  }
}
