package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.List;

/**
 * What a pass over one description has found: where phrases stand, and in which sentences what
 * other rules ask for nearby. One is kept per thread and used again, because clearing is dear.
 */
final class Sighting {

  /** How many sentences of a description are told apart; later ones count as the last. */
  static final int MOST_SENTENCES = 63;

  private final List<Hit> hits = new ArrayList<>();
  private final long[] slots;
  private final int[] touched;
  private int touchedSize;

  /** For each step of a phrase: the pass and sentence it was last reached in, and where. */
  final long[] stamps;

  final int[] firsts;
  final int[] lasts;
  final int[] earlierLasts;
  final int[] earlierFirsts;
  final boolean[] negated;
  private long pass;

  Sighting(int slots, int steps) {
    this.slots = new long[slots];
    this.touched = new int[slots];
    this.stamps = new long[steps];
    this.firsts = new int[steps];
    this.lasts = new int[steps];
    this.earlierLasts = new int[steps];
    this.earlierFirsts = new int[steps];
    this.negated = new boolean[steps];
  }

  /** Forgets the last description. */
  void begin() {
    hits.clear();
    for (int i = 0; i < touchedSize; i++) {
      slots[touched[i]] = 0;
    }
    touchedSize = 0;
    pass++;
  }

  /** The stamp of a sentence of this description, unlike that of any other. */
  long stamp(int sentence) {
    return pass * (MOST_SENTENCES + 1L) + sentence + 1;
  }

  void see(int slot, int sentence) {
    if (slots[slot] == 0) {
      touched[touchedSize++] = slot;
    }
    slots[slot] |= 1L << sentence;
  }

  void hit(Hit hit) {
    hits.add(hit);
  }

  /** All places where a phrase stands, whatever stands near. */
  List<Hit> hits() {
    return hits;
  }

  /** The sentences in which what a slot is for stands, one bit each. */
  long sentencesOf(int slot) {
    return slots[slot];
  }
}
