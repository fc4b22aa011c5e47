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

  private static final char NO_WORD = 0;

  /** The lower case of the letters and digits English is mostly written with. */
  private static final char[] SMALL = new char[128];

  static {
    for (char c = 0; c < SMALL.length; c++) {
      SMALL[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : NO_WORD;
    }
  }

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
    char[] chars = text.toCharArray();
    int sentence = 0;
    int first = 0;
    int at = 0;
    while (at < chars.length && !reading.full()) {
      if (small(chars[at]) != NO_WORD) {
        at = word(chars, at, reading, sentence);
        continue;
      }
      if (chars[at] != ' ' && reading.size() > first && ends(text, at)) {
        sentence++;
        first = reading.size();
      }
      at++;
    }
    return reading;
  }

  /** Reads one word; its characters in lower case replace the first of those it is read from. */
  private int word(char[] chars, int start, Reading reading, int sentence) {
    int hash = 0;
    int length = 0;
    int at = start;
    while (at < chars.length) {
      char small = small(chars[at]);
      if (small != NO_WORD) {
        chars[start + length++] = small;
        hash = hash * 31 + small;
      } else if (!joins(chars, at, start, length)) {
        break;
      }
      at++;
    }
    int end = at;
    if (at + 1 < chars.length && apostrophe(chars[at]) && endsInS(chars, at)) {
      at += 2;
    }
    int number = numbers.find(chars, start, length, hash);
    if (number != WordNumbers.IGNORED) {
      reading.add(number, sentence, start, end);
    }
    return at;
  }

  /** The lower case of a letter or digit; {@link #NO_WORD} for anything else. */
  private static char small(char c) {
    if (c < SMALL.length) {
      return SMALL[c];
    }
    return Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : NO_WORD;
  }

  /** An apostrophe inside a word, except before a final s; a hyphen after e or mis. */
  private static boolean joins(char[] chars, int at, int start, int length) {
    char c = chars[at];
    if (c == ' ' || at + 1 >= chars.length || !Character.isLetter(chars[at + 1])) {
      return false;
    }
    if (c == '-' || c == '\u2010' || c == '\u2011') {
      return length == 1 && chars[start] == 'e'
          || length == 3
              && chars[start] == 'm'
              && chars[start + 1] == 'i'
              && chars[start + 2] == 's';
    }
    return apostrophe(c) && !endsInS(chars, at);
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static boolean endsInS(char[] chars, int at) {
    char next = chars[at + 1];
    return (next == 's' || next == 'S')
        && (at + 2 >= chars.length || !Character.isLetterOrDigit(chars[at + 2]));
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
