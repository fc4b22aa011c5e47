package org.breachledger.normalise;

import java.util.List;

/** The words of a rule in order, and how far apart they may stand. */
record Phrase(List<Step> steps) {

  /** How many other words may stand before the next one, always within a sentence. */
  enum Gap {
    /** None. */
    NONE(0),
    /** Written {@code ..}: up to five. */
    SHORT(5),
    /** Written {@code ...}: any number. */
    SENTENCE(Integer.MAX_VALUE);

    private final int most;

    Gap(int most) {
      this.most = most;
    }

    int most() {
      return most;
    }
  }

  /** A symbol and the gap before it. */
  record Step(int symbol, Gap gap) {}

  Phrase {
    steps = List.copyOf(steps);
  }
}
