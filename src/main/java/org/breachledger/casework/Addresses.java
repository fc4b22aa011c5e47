package org.breachledger.casework;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** How many different addresses stand in a window of lines; there are few at a time. */
final class Addresses {

  private @Nullable String[] seen = new String[2];
  private int[] times = new int[2];
  private int number;

  void add(String address) {
    if (address.isEmpty()) {
      return;
    }
    int place = place(address);
    if (place < 0) {
      place = number++;
      if (place == seen.length) {
        seen = Arrays.copyOf(seen, 2 * place);
        times = Arrays.copyOf(times, 2 * place);
      }
      seen[place] = address;
      times[place] = 0;
    }
    times[place]++;
  }

  void remove(String address) {
    int place = place(address);
    if (place >= 0 && --times[place] == 0) {
      number--;
      seen[place] = seen[number];
      times[place] = times[number];
    }
  }

  /** Some texts are kept until others take their places; they are few and short. */
  void clear() {
    number = 0;
  }

  /** How many different addresses there are; a line without one adds none. */
  int number() {
    return number;
  }

  /** How many there would be without one line from this address. */
  int without(String address) {
    int place = place(address);
    return place >= 0 && times[place] == 1 ? number - 1 : number;
  }

  private int place(String address) {
    for (int i = 0; i < number; i++) {
      if (address.equals(seen[i])) {
        return i;
      }
    }
    return -1;
  }
}
