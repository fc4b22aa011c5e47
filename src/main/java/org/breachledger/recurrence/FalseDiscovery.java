package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Corrects the probabilities of one report for their number, by Benjamini and Hochberg: of many
 * types compared, some change by chance alone.
 */
public final class FalseDiscovery {

  private FalseDiscovery() {}

  /**
   * The corrected probabilities, in the order given.
   *
   * @param probabilities each between 0 and 1
   * @return each at least as large as it was and at most 1
   */
  public static List<Double> corrected(List<Double> probabilities) {
    int count = probabilities.size();
    List<Integer> largestFirst =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparing(probabilities::get, Comparator.reverseOrder()))
            .toList();
    List<Double> corrected = new ArrayList<>(Collections.nCopies(count, 1.0));
    double least = 1;
    for (int i = 0; i < count; i++) {
      int position = largestFirst.get(i);
      least = Math.min(least, probabilities.get(position) * count / (count - i));
      corrected.set(position, least);
    }
    return List.copyOf(corrected);
  }
}
