package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a pass over one description has found: where phrases stand, and in which sentences what
 * other rules ask for nearby. One is kept per thread and used again, because clearing is dear.
 */
final class Sighting {

  /** How many sentences of a description are told apart; later ones count as the last. */
  static final int MOST_SENTENCES = 63;

  private static final int LATEST = 0;
  private static final int EARLIER = 2;
  private static final int LAST = 1;
  private static final int NEGATED = 4;

  /** How many numbers are kept for a step, so that they are near each other in memory. */
  private static final int WIDTH = 8;

  private final List<Hit> hits = new ArrayList<>();
  private final long[] slots;
  private final int[] touched;
  private int touchedSize;

  /** For each step that others go on from, side by side: where it was reached. */
  private final int[] steps;

  /** For each of these steps one bit: whether it was reached in this sentence. */
  final long[] reached;

  /** Room for the steps a word can be. */
  final int[] possible;

  private int sentence;

  Sighting(int slots, int noted, int possible) {
    this.slots = new long[slots];
    this.touched = new int[slots];
    this.steps = new int[noted * WIDTH];
    this.reached = new long[noted / Long.SIZE + 1];
    this.possible = new int[possible];
  }

  /** Forgets the last description. */
  void begin() {
    hits.clear();
    for (int i = 0; i < touchedSize; i++) {
      slots[touched[i]] = 0;
    }
    touchedSize = 0;
    sentence = -1;
  }

  /** Goes on to a sentence: phrases end with theirs. */
  void enter(int next) {
    if (next != sentence) {
      Arrays.fill(reached, 0);
      sentence = next;
    }
  }

  int sentence() {
    return sentence;
  }

  /** Which of the two places where a step was reached last ends before a word. */
  int placeBefore(int step, int word) {
    int latest = step * WIDTH + LATEST;
    return steps[latest + LAST] < word ? latest : step * WIDTH + EARLIER;
  }

  /** The first word of the phrase at a place. */
  int first(int place) {
    return steps[place];
  }

  /** The last word so far of the phrase at a place; below zero where there is no such place. */
  int last(int place) {
    return steps[place + LAST];
  }

  /** Whether a step was turned round by a negation where it was reached last. */
  boolean isNegated(int step) {
    return steps[step * WIDTH + NEGATED] != 0;
  }

  /** Notes that a step was reached, and where; the place before stays known, too. */
  void reach(int step, int first, int last, boolean negated) {
    int at = step * WIDTH;
    boolean again = (reached[step / Long.SIZE] & 1L << step) != 0;
    if (!again) {
      steps[at + EARLIER + LAST] = -1;
    } else if (last > steps[at + LATEST + LAST]) {
      steps[at + EARLIER] = steps[at + LATEST];
      steps[at + EARLIER + LAST] = steps[at + LATEST + LAST];
    }
    reached[step / Long.SIZE] |= 1L << step;
    steps[at + LATEST] = first;
    steps[at + LATEST + LAST] = last;
    steps[at + NEGATED] = negated ? 1 : 0;
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
