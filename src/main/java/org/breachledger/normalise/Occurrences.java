package org.breachledger.normalise;

import java.util.Arrays;

/** Where the words and word sequences of the rules stand in a reading, by where they begin. */
final class Occurrences {

  private int[] nodes;
  private int[] starts;
  private int[] ends;
  private int[] sentences;
  private int size;

  /** The set phrases among them, by number. */
  private int[] harmless = {};

  Occurrences(int words) {
    int room = words + 8;
    nodes = new int[room];
    starts = new int[room];
    ends = new int[room];
    sentences = new int[room];
  }

  void add(int node, int start, int end, int sentence, boolean passedOver) {
    if (size == nodes.length) {
      grow();
    }
    nodes[size] = node;
    starts[size] = start;
    ends[size] = end;
    sentences[size] = sentence;
    if (passedOver) {
      harmless = Arrays.copyOf(harmless, harmless.length + 1);
      harmless[harmless.length - 1] = size;
    }
    size++;
  }

  private void grow() {
    nodes = Arrays.copyOf(nodes, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    sentences = Arrays.copyOf(sentences, size * 2);
  }

  int size() {
    return size;
  }

  int node(int at) {
    return nodes[at];
  }

  int start(int at) {
    return starts[at];
  }

  int end(int at) {
    return ends[at];
  }

  int sentence(int at) {
    return sentences[at];
  }

  /** These without those that lie in or across a set phrase and do not hold it. */
  Occurrences withoutHarmless() {
    if (harmless.length == 0) {
      return this;
    }
    Occurrences left = new Occurrences(size);
    for (int at = 0; at < size; at++) {
      if (!broken(at)) {
        left.add(nodes[at], starts[at], ends[at], sentences[at], false);
      }
    }
    return left;
  }

  private boolean broken(int at) {
    for (int other : harmless) {
      boolean apart = ends[other] < starts[at] || starts[other] > ends[at];
      boolean held = starts[other] >= starts[at] && ends[other] <= ends[at];
      if (!apart && !held) {
        return true;
      }
    }
    return false;
  }
}
