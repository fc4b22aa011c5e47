package org.breachledger.incident;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers in letters as people write them: {@code thirty}, {@code twenty-five}, {@code two hundred
 * and fifty}, {@code a thousand}.
 */
final class NumberWords {

  private static final List<String> BELOW_TWENTY =
      List.of(
          "zero",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen");
  private static final List<String> TENS =
      List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

  private static final String UNITS = "(?:" + String.join("|", BELOW_TWENTY.subList(1, 10)) + ")";
  private static final String SMALL =
      "(?:(?:"
          + String.join("|", TENS.subList(2, 10))
          + ")(?:[ -]"
          + UNITS
          + ")?|"
          + String.join("|", BELOW_TWENTY.subList(10, 20))
          + "|"
          + UNITS
          + "|zero)";
  private static final String HUNDREDS =
      "(?:(?:(?:a|" + UNITS + ") hundred(?:(?: and)? " + SMALL + ")?)|" + SMALL + ")";
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}])(?:(?:a|"
              + HUNDREDS
              + ") thousand(?:(?:,| and)? "
              + HUNDREDS
              + ")?|"
              + HUNDREDS
              + ")(?![\\p{L}\\p{N}])");

  private NumberWords() {}

  /** The text, in small letters, with digits in the place of numbers in letters. */
  static String toDigits(String text) {
    return NUMBER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found.group())));
  }

  private static String value(String words) {
    int whole = 0;
    int part = 0;
    for (String word : words.split("[ ,-]+")) {
      switch (word) {
        case "thousand" -> {
          whole = part * 1_000;
          part = 0;
        }
        case "hundred" -> part *= 100;
        case "and" -> {}
        case "a" -> part = 1;
        default -> part += BELOW_TWENTY.contains(word) ? BELOW_TWENTY.indexOf(word) : tens(word);
      }
    }
    return Integer.toString(whole + part);
  }

  private static int tens(String word) {
    return TENS.indexOf(word) * 10;
  }
}
