package org.breachledger.normalise;

/**
 * A description as the rules see it: its words as numbers, without those that are passed over, each
 * with its sentence and its place in the text.
 */
final class Reading {

  private final String text;
  private final int[] words;
  private final int[] sentences;
  private final int[] starts;
  private final int[] ends;
  private int size;

  Reading(String text, int most) {
    this.text = text;
    int room = Math.min(most, text.length() / 2 + 1);
    words = new int[room];
    sentences = new int[room];
    starts = new int[room];
    ends = new int[room];
  }

  boolean full() {
    return size == words.length;
  }

  void add(int word, int sentence, int start, int end) {
    words[size] = word;
    sentences[size] = sentence;
    starts[size] = start;
    ends[size] = end;
    size++;
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
