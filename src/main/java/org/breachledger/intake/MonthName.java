package org.breachledger.intake;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Months in words: whole, shortened to three letters or more, or long ones with a slip of the pen
 * ({@code Febuary}).
 */
final class MonthName {

  private static final List<String> NAMES =
      Arrays.stream(Month.values())
          .map(month -> month.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
          .map(name -> name.toLowerCase(Locale.ROOT))
          .toList();

  /** Shorter names would be too near to other words. */
  private static final int LONG = 6;

  private MonthName() {}

  /** The month, from 1; empty where the word is none. */
  static Optional<Integer> find(String written) {
    String word = written.toLowerCase(Locale.ROOT);
    for (int month = 1; month <= 12; month++) {
      String name = NAMES.get(month - 1);
      if (name.startsWith(word) || slip(name, word) || (word.equals("sept") && month == 9)) {
        return Optional.of(month);
      }
    }
    return Optional.empty();
  }

  private static boolean slip(String name, String word) {
    return name.length() >= LONG
        && word.length() >= LONG
        && word.startsWith(name.substring(0, 3))
        && changes(name, word) <= 2;
  }

  /** How many letters must be added, left out or exchanged to make one word of the other. */
  private static int changes(String one, String two) {
    int[] before = new int[two.length() + 1];
    Arrays.setAll(before, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] now = new int[two.length() + 1];
      now[0] = i;
      for (int j = 1; j <= two.length(); j++) {
        int same = before[j - 1] + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(same, Math.min(before[j], now[j - 1]) + 1);
      }
      before = now;
    }
    return before[two.length()];
  }
}
