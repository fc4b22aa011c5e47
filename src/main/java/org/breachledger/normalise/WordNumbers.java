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

  /** How many slots next to each other are looked at before a word is forgotten for another. */
  private static final int TRIES = 4;

  private record Seen(char[] word, int hash, int number) {
    boolean is(char[] text, int from, int length, int asked) {
      if (hash != asked || word.length != length) {
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
  private final Map<String, Integer> added = new HashMap<>();
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
    return added.computeIfAbsent(
        word, fresh -> byStem.computeIfAbsent(forms.stem(fresh), stem -> byStem.size()));
  }

  /** How many numbers there are at most. */
  int size() {
    return byStem.size();
  }

  /** The number of a word in lower case; {@code hash} is what a {@link String} of it hashes to. */
  int find(char[] text, int from, int length, int hash) {
    int first = (hash ^ hash >>> 16) & SLOTS - 1;
    int slot = first;
    for (int tried = 0; tried < TRIES; tried++) {
      Seen last = seen.getPlain(slot);
      if (last == null) {
        return remember(slot, new String(text, from, length));
      }
      if (last.is(text, from, length, hash)) {
        return last.number();
      }
      slot = slot + 1 & SLOTS - 1;
    }
    return remember(first, new String(text, from, length));
  }

  private int remember(int slot, String word) {
    int number = byStem.getOrDefault(forms.stem(word), UNKNOWN);
    seen.set(slot, new Seen(word.toCharArray(), word.hashCode(), number));
    return number;
  }
}
