package org.breachledger.intake.mis;

/** A number of records as a log writes it: {@code 350}, {@code 1,250}, {@code 350 records}. */
final class Records {

  private static final long MOST = 1_000_000_000_000L;

  private Records() {}

  /** The number; 0 where there is none, or more is said than a number and what is counted. */
  static long in(String text) {
    long number = 0;
    int at = 0;
    while (at < text.length() && counts(text, at)) {
      char sign = text.charAt(at++);
      number = sign == ',' ? number : Math.min(MOST, number * 10 + sign - '0');
    }
    if (at == text.length()) {
      return number;
    }
    return at > 0 && text.charAt(at) == ' ' && words(text, at) ? number : 0;
  }

  private static boolean counts(String text, int at) {
    char sign = text.charAt(at);
    return (sign >= '0' && sign <= '9') || (sign == ',' && at > 0);
  }

  private static boolean words(String text, int from) {
    for (int at = from; at < text.length(); at++) {
      char sign = text.charAt(at);
      if (sign != ' ' && !Character.isLetter(sign)) {
        return false;
      }
    }
    return true;
  }
}
