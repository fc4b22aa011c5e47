package org.breachledger.normalise;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps of phrases that one word can be. Those that go on from a step before are kept in blocks
 * of 64 such steps, so that one look tells that none of a block was reached.
 */
final class PossibleSteps {

  private final int[] firsts;
  private final int[] blocks;
  private final long[] masks;
  private final int[][] steps;
  private final int[][] befores;

  private PossibleSteps(int[] firsts, Map<Integer, int[]> byBlock) {
    this.firsts = firsts;
    int size = byBlock.size();
    this.blocks = byBlock.keySet().stream().mapToInt(Integer::intValue).toArray();
    this.masks = new long[size];
    this.steps = byBlock.values().toArray(new int[0][]);
    this.befores = new int[size][];
  }

  /**
   * The steps of a word.
   *
   * @param steps in any order
   * @param opens for each step of all phrases the number under which the step before it is noted as
   *     reached; below zero for a first step
   */
  static PossibleSteps of(int[] steps, int[] opens) {
    int[] firsts = Arrays.stream(steps).filter(step -> opens[step] < 0).toArray();
    Map<Integer, int[]> byBlock = new TreeMap<>();
    for (int step : steps) {
      if (opens[step] >= 0) {
        byBlock.merge(opens[step] / Long.SIZE, new int[] {step}, PhraseIndex::joined);
      }
    }
    PossibleSteps possible = new PossibleSteps(firsts, byBlock);
    for (int block = 0; block < possible.blocks.length; block++) {
      possible.befores[block] =
          Arrays.stream(possible.steps[block]).map(step -> opens[step]).toArray();
      for (int before : possible.befores[block]) {
        possible.masks[block] |= 1L << before;
      }
    }
    return possible;
  }

  /** How many there are at most at one place. */
  int most() {
    return firsts.length + Arrays.stream(steps).mapToInt(block -> block.length).sum();
  }

  /**
   * Writes the first steps, and the others whose step before was reached, later ones first, so that
   * one word is not two steps of a phrase at once.
   *
   * @param reached one bit for each step that others go on from
   * @return how many were written
   */
  int write(int[] found, long[] reached) {
    int size = 0;
    for (int first : firsts) {
      insert(found, size++, first);
    }
    for (int block = 0; block < blocks.length; block++) {
      long open = reached[blocks[block]] & masks[block];
      for (int i = 0; open != 0 && i < steps[block].length; i++) {
        if ((open & 1L << befores[block][i]) != 0) {
          insert(found, size++, steps[block][i]);
        }
      }
    }
    return size;
  }

  private static void insert(int[] found, int size, int step) {
    int at = size;
    while (at > 0 && found[at - 1] < step) {
      found[at] = found[at - 1];
      at--;
    }
    found[at] = step;
  }
}
