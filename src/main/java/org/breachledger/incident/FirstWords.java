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
      Pattern.compile(
          "(?!.*\\d(?:st|nd|rd|th)\\b)no\\.?\\s*[#(]*\\p{L}{0,6}[ /-]?\\d[\\p{L}\\d/-]*\\)?"
              + "\\s*(?:[,;:].*)?",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /** "No similar incident in the last 12 months", but nothing that names one. */
  private static final Pattern DENIAL =
      Pattern.compile(
          "(?:no|none|nil|nothing)\\b(?!.*(?:\\p{L}[-/]?\\d|\\d[-/]\\d)).*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  private FirstWords() {}

  /** What stands before the first sign that more is told. */
  public static String of(String text) {
    return MORE.matcher(text).replaceFirst("");
  }

  /** Whether a cell that may hold a reference begins with a No and names none. */
  public static boolean deny(String text) {
    return !NUMBER.matcher(text).matches() && DENIAL.matcher(text).matches();
  }

  /** The same of a cell that may hold a reference: "No. 24-003" is one, and says no No. */
  public static String orNumber(String text) {
    return NUMBER.matcher(text).matches() ? text : of(text);
  }
}
