package org.breachledger.normalise;

import java.util.Arrays;

/**
 * A description as the rules see it: its words as numbers, without those that are passed over, each
 * with its sentence and its place in the text.
 */
final class Reading {

  private final String text;
  private final int most;
  private int[] words;
  private int[] sentences;
  private int[] starts;
  private int[] ends;
  private int size;

  Reading(String text, int most) {
    this.text = text;
    this.most = most;
    int room = Math.min(most, text.length() / 5 + 8);
    words = new int[room];
    sentences = new int[room];
    starts = new int[room];
    ends = new int[room];
  }

  boolean full() {
    return size == most;
  }

  void add(int word, int sentence, int start, int end) {
    if (size == words.length) {
      grow();
    }
    words[size] = word;
    sentences[size] = sentence;
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  private void grow() {
    words = Arrays.copyOf(words, size * 2);
    sentences = Arrays.copyOf(sentences, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
  }

  int size() {
    return size;
  }

  int word(int at) {
    return words[at];
  }

  int sentence(int at) {
    return sentences[at];
  }

  /** How many sentences have words. */
  int sentenceCount() {
    return size == 0 ? 0 : sentences[size - 1] + 1;
  }

  /** The text from the first to the last word given, both inclusive. */
  String quote(int first, int last) {
    return text.substring(starts[first], ends[last]);
  }
}
