package org.breachledger.normalise;

import java.util.Arrays;

/** A table from a pair of numbers to a number, without objects, for the inner loop. */
final class LongTable {

  static final int NONE = -1;

  private long[] keys = new long[64];
  private int[] values = new int[64];
  private int size;

  LongTable() {
    Arrays.fill(values, NONE);
  }

  private static long key(int one, int other) {
    return (long) one << 32 | other & 0xffffffffL;
  }

  private static int slot(long key, int length) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 40) & length - 1;
  }

  /** The number stored for a pair of numbers not below zero; {@link #NONE} where there is none. */
  int get(int one, int other) {
    long key = key(one, other);
    int at = slot(key, keys.length);
    while (values[at] != NONE) {
      if (keys[at] == key) {
        return values[at];
      }
      at = at + 1 & keys.length - 1;
    }
    return NONE;
  }

  /** Stores a number not below zero for a new pair. */
  void put(int one, int other, int value) {
    if (++size * 3 > keys.length) {
      grow();
    }
    place(key(one, other), value);
  }

  private void place(long key, int value) {
    int at = slot(key, keys.length);
    while (values[at] != NONE) {
      at = at + 1 & keys.length - 1;
    }
    keys[at] = key;
    values[at] = value;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    Arrays.fill(values, NONE);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != NONE) {
        place(oldKeys[i], oldValues[i]);
      }
    }
  }
}
