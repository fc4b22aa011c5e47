package org.breachledger.normalise;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Numbers for the words the rules know, from 0; every other word is {@link #UNKNOWN}. Words once
 * looked up are remembered in a table of fixed size, because stemming is the dear part.
 */
final class WordNumbers {

  static final int UNKNOWN = -1;

  /** A word that is passed over, such as an article. */
  static final int IGNORED = -2;

  private static final int SLOTS = 1 << 16;

  private record Seen(char[] word, int number) {
    boolean is(char[] text, int from, int length) {
      if (word.length != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (word[i] != text[from + i]) {
          return false;
        }
      }
      return true;
    }
  }

  private final WordForms forms;
  private final Map<String, Integer> byStem = new HashMap<>();
  private final AtomicReferenceArray<Seen> seen = new AtomicReferenceArray<>(SLOTS);

  WordNumbers(WordForms forms) {
    this.forms = forms;
  }

  /** Makes a word one that is passed over; only before the first reading. */
  void ignore(String word) {
    byStem.put(forms.stem(word), IGNORED);
  }

  /** The number of a word of a rule, a new one where it has none; only before the first reading. */
  int add(String word) {
    return byStem.computeIfAbsent(forms.stem(word), stem -> byStem.size());
  }

  /** How many numbers there are at most. */
  int size() {
    return byStem.size();
  }

  /** The number of a word in lower case, whose characters hash to {@code hash}. */
  int find(char[] text, int from, int length, int hash) {
    int slot = (hash ^ hash >>> 16) & SLOTS - 1;
    Seen last = seen.getPlain(slot);
    if (last != null && last.is(text, from, length)) {
      return last.number();
    }
    String word = new String(text, from, length);
    int number = byStem.getOrDefault(forms.stem(word), UNKNOWN);
    seen.set(slot, new Seen(word.toCharArray(), number));
    return number;
  }
}
