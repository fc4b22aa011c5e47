package org.breachledger.normalise;

import java.util.List;

/**
 * What must, or must not, stand near a phrase: any of these alternatives, each of which needs all
 * of its parts.
 */
record Nearby(List<List<Part>> alternatives) {

  /**
   * One symbol in reach.
   *
   * @param slot where its sentences are kept, see {@link Sighting}
   * @param wholeText anywhere in the sentences that tell; otherwise in the same sentence only
   */
  record Part(int symbol, int slot, boolean wholeText) {}

  Nearby {
    alternatives = List.copyOf(alternatives);
  }

  /** Whether nothing is asked for. */
  boolean isEmpty() {
    return alternatives.isEmpty();
  }

  /**
   * Whether one of the alternatives stands near a place in that sentence.
   *
   * @param told the sentences that tell what happened, one bit each
   */
  boolean stands(Sighting seen, int sentence, long told) {
    for (int i = 0; i < alternatives.size(); i++) {
      List<Part> parts = alternatives.get(i);
      boolean all = true;
      for (int j = 0; all && j < parts.size(); j++) {
        Part part = parts.get(j);
        long within = part.wholeText() ? told : 1L << sentence;
        all = (seen.sentencesOf(part.slot()) & within) != 0;
      }
      if (all) {
        return true;
      }
    }
    return false;
  }
}
