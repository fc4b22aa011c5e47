package org.breachledger.recurrence;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How unevenly incidents fall on months: variance over mean. About 1 where each happens by itself;
 * well above 1 where they come in clusters, so that the exact test promises too much.
 */
public final class Dispersion {

  private Dispersion() {}

  /**
   * The index of dispersion.
   *
   * @param months the count of each month, months without an incident included
   * @return empty for fewer than two months or without any incident
   */
  public static OptionalDouble index(List<Integer> months) {
    double mean = months.stream().mapToInt(Integer::intValue).average().orElse(0);
    if (months.size() < 2 || mean == 0) {
      return OptionalDouble.empty();
    }
    double squares = months.stream().mapToDouble(count -> Math.pow(count - mean, 2)).sum();
    return OptionalDouble.of(squares / (months.size() - 1) / mean);
  }
}
