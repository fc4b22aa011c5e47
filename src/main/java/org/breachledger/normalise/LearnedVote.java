package org.breachledger.normalise;

import java.util.Map;
import java.util.TreeMap;

/** What the most similar confirmed incidents say together, each as loudly as it is similar. */
final class LearnedVote {

  private final Map<String, Double> types = new TreeMap<>();
  private final Map<String, Map<String, Double>> subTypes = new TreeMap<>();
  private double all;

  void add(LearnedExample example, double similarity) {
    all += similarity;
    types.merge(example.type(), similarity, Double::sum);
    subTypes
        .computeIfAbsent(example.type(), type -> new TreeMap<>())
        .merge(example.subType(), similarity, Double::sum);
  }

  /** The type with the most say; the empty text where nobody spoke. */
  String type() {
    return most(types);
  }

  /** The part of that type with the most say; the empty text for none. */
  String subType() {
    return most(subTypes.getOrDefault(type(), Map.of()));
  }

  /** The share of the say the type has, 0 to 1. */
  double share() {
    return all == 0 ? 0 : types.getOrDefault(type(), 0.0) / all;
  }

  /** The first in alphabetical order where two have as much. */
  private static String most(Map<String, Double> says) {
    String most = "";
    double best = 0;
    for (Map.Entry<String, Double> say : says.entrySet()) {
      if (say.getValue() > best) {
        most = say.getKey();
        best = say.getValue();
      }
    }
    return most;
  }
}
