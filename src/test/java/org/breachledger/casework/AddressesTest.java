package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The addresses of a window of lines, counted anew after every line that comes or goes. */
class AddressesTest {

  @Test
  void theyAreThoseOfTheLinesInTheWindow() {
    Addresses addresses = new Addresses();
    Deque<String> window = new ArrayDeque<>();
    Random random = new Random(1);
    for (int line = 0; line < 20_000; line++) {
      if (random.nextInt(500) == 0) {
        addresses.clear();
        window.clear();
      }
      while (!window.isEmpty() && random.nextInt(9) < 4) {
        addresses.remove(window.removeFirst());
      }
      String address = random.nextInt(9) == 0 ? "" : "10.0.0." + random.nextInt(12);
      addresses.add(address);
      window.add(address);
      assertThat(addresses.number()).isEqualTo(different(window));
      String first = window.removeFirst();
      assertThat(addresses.without(first)).isEqualTo(different(window));
      window.addFirst(first);
    }
  }

  private static int different(Deque<String> window) {
    Set<String> all = new TreeSet<>(window);
    all.remove("");
    return all.size();
  }
}
