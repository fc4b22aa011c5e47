package org.breachledger.casework;

import java.util.ArrayList;
import java.util.List;

/** How many different addresses stand in a window of lines; there are few at a time. */
final class Addresses {

  private static final class Seen {
    private final String address;
    private int times = 1;

    private Seen(String address) {
      this.address = address;
    }
  }

  private final List<Seen> seen = new ArrayList<>(2);

  void add(String address) {
    if (address.isEmpty()) {
      return;
    }
    Seen known = find(address);
    if (known == null) {
      seen.add(new Seen(address));
    } else {
      known.times++;
    }
  }

  void remove(String address) {
    Seen known = find(address);
    if (known != null && --known.times == 0) {
      seen.remove(known);
    }
  }

  void clear() {
    seen.clear();
  }

  /** How many different addresses there are; a line without one adds none. */
  int number() {
    return seen.size();
  }

  /** How many there would be without one line from this address. */
  int without(String address) {
    Seen known = find(address);
    return known != null && known.times == 1 ? seen.size() - 1 : seen.size();
  }

  private @org.jspecify.annotations.Nullable Seen find(String address) {
    for (Seen one : seen) {
      if (one.address.equals(address)) {
        return one;
      }
    }
    return null;
  }
}
