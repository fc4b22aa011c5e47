package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts a description into sentences and words: letters and digits make words, {@code 's} falls
 * away, {@code e-mail} and {@code mis-sent} are one word, other hyphens part.
 */
final class WordReader {

  private static final Set<String> SHORT =
      Set.of(
          "inc", "ltd", "dr", "mr", "mrs", "ms", "st", "co", "corp", "approx", "no", "vs", "dept",
          "e", "i", "g", "s", "u", "d", "ref", "tel", "jr", "sr", "prof", "rev");

  /** Gives the number of a word in lower case. */
  interface Lookup {
    int find(char[] text, int from, int length, int hash);
  }

  private final Lookup numbers;

  WordReader(Lookup numbers) {
    this.numbers = numbers;
  }

  /** The words of a piece of a rule, cut as descriptions are cut. */
  static List<String> split(String piece) {
    List<String> words = new ArrayList<>();
    new WordReader(
            (text, from, length, hash) -> {
              words.add(new String(text, from, length));
              return words.size();
            })
        .read(piece, piece.length() + 1);
    return words;
  }

  /** Reads at most {@code most} words. */
  Reading read(String text, int most) {
    Reading reading = new Reading(text, most);
    char[] lower = new char[text.length() + 1];
    int sentence = 0;
    int first = 0;
    int at = 0;
    while (at < text.length() && !reading.full()) {
      if (!Character.isLetterOrDigit(text.charAt(at))) {
        if (reading.size() > first && ends(text, at)) {
          sentence++;
          first = reading.size();
        }
        at++;
        continue;
      }
      at = word(text, at, lower, reading, sentence);
    }
    return reading;
  }

  private int word(String text, int start, char[] lower, Reading reading, int sentence) {
    int hash = 0;
    int length = 0;
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c >= 'a' && c <= 'z') {
        lower[length++] = c;
        hash = hash * 31 + c;
        at++;
      } else if (Character.isLetterOrDigit(c)) {
        char small = Character.toLowerCase(c);
        lower[length++] = small;
        hash = hash * 31 + small;
        at++;
      } else if (joins(text, at, lower, length)) {
        at++;
      } else {
        break;
      }
    }
    int end = at;
    if (at + 1 < text.length() && apostrophe(text.charAt(at)) && endsInS(text, at)) {
      at += 2;
    }
    int number = numbers.find(lower, 0, length, hash);
    if (number != WordNumbers.IGNORED) {
      reading.add(number, sentence, start, end);
    }
    return at;
  }

  /** An apostrophe inside a word, except before a final s; a hyphen after e or mis. */
  private static boolean joins(String text, int at, char[] lower, int length) {
    if (at + 1 >= text.length() || !Character.isLetter(text.charAt(at + 1))) {
      return false;
    }
    char c = text.charAt(at);
    if (c == '-' || c == '\u2010' || c == '\u2011') {
      return length == 1 && lower[0] == 'e'
          || length == 3 && lower[0] == 'm' && lower[1] == 'i' && lower[2] == 's';
    }
    return apostrophe(c) && !endsInS(text, at);
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean endsInS(String text, int at) {
    char next = text.charAt(at + 1);
    return (next == 's' || next == 'S')
        && (at + 2 >= text.length() || !Character.isLetterOrDigit(text.charAt(at + 2)));
  }

  private static boolean ends(String text, int at) {
    char c = text.charAt(at);
    if (c == '\n' || c == '!' || c == '?' || c == ';') {
      return true;
    }
    if (c != '.' || at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
      return false;
    }
    int start = at;
    while (start > 0 && Character.isLetter(text.charAt(start - 1)) && at - start < 7) {
      start--;
    }
    return !SHORT.contains(text.substring(start, at).toLowerCase(java.util.Locale.ROOT));
  }
}
