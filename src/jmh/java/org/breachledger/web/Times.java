package org.breachledger.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How long the same thing took each time, in milliseconds. */
final class Times {

  private final List<Double> taken = new ArrayList<>();

  void add(double milliseconds) {
    taken.add(milliseconds);
  }

  void addAll(Times others) {
    taken.addAll(others.taken);
  }

  /** The smallest that at least so much of all does not exceed: 0.95 for the p95. */
  double share(double part) {
    List<Double> sorted = taken.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * part) - 1);
  }

  /** How many times. */
  int count() {
    return taken.size();
  }

  /** Median, p95 and maximum as cells of a table. */
  String cells() {
    return String.format(Locale.UK, "%.0f | %.0f | %.0f", share(0.5), share(0.95), share(1));
  }
}
