package org.breachledger.normalise;

import java.util.Arrays;
import java.util.List;

/**
 * The words and word sequences of the rules as a tree over the numbers of their words; each node
 * has a number from 0, the root.
 */
final class WordTree {

  static final int NONE = LongTable.NONE;

  private final LongTable children = new LongTable();
  private int[] first = new int[0];
  private boolean[] goesOn = new boolean[64];
  private int size = 1;

  /** The node that words lead to from the root, new where no rule had them before. */
  int add(List<Integer> numbers) {
    int node = 0;
    for (int number : numbers) {
      int next = next(node, number);
      node = next == NONE ? grow(node, number) : next;
    }
    return node;
  }

  private int grow(int node, int number) {
    int child = size++;
    if (child >= goesOn.length) {
      goesOn = Arrays.copyOf(goesOn, child * 2);
    }
    goesOn[node] = true;
    if (node > 0) {
      children.put(node, number, child);
      return child;
    }
    if (number >= first.length) {
      int old = first.length;
      first = Arrays.copyOf(first, number * 2 + 64);
      Arrays.fill(first, old, first.length, NONE);
    }
    first[number] = child;
    return child;
  }

  /** The node one word further; {@link #NONE} where no rule goes on so. */
  int next(int node, int number) {
    if (node == 0) {
      return number >= 0 && number < first.length ? first[number] : NONE;
    }
    return number < 0 ? NONE : children.get(node, number);
  }

  /** Whether any word leads further from a node. */
  boolean goesOn(int node) {
    return goesOn[node];
  }

  /** How many nodes there are. */
  int size() {
    return size;
  }
}
