package org.breachledger.normalise;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Which sentences of a description tell what happened, how much each counts, and what it says of
 * the status: the first ones carry the type, those on remedies, notification and history hardly
 * count.
 */
final class Telling {

  private static final String ASIDE = "aside";
  private static final long ALL = -1L;

  private final boolean[] told;
  private long bits;
  private final double[] weights;
  private final Set<String> marks = new HashSet<>();

  private Telling(int most) {
    int sentences = Math.min(most, Sighting.MOST_SENTENCES);
    told = new boolean[sentences];
    weights = new double[sentences];
    Arrays.fill(told, true);
  }

  static Telling of(Sighting seen, int sentences, TypingSettings by) {
    Telling telling = new Telling(sentences);
    for (Hit hit : seen.hits()) {
      if (hit.rule().isMark() && hit.rule().holds(hit, seen, ALL)) {
        telling.mark(hit);
      }
    }
    telling.weigh(by);
    return telling;
  }

  private void mark(Hit hit) {
    if (hit.rule().gives().equals(ASIDE)) {
      told[hit.sentence()] = false;
    } else {
      marks.add(hit.rule().gives());
    }
  }

  private void weigh(TypingSettings by) {
    int rank = 0;
    for (int sentence = 0; sentence < told.length; sentence++) {
      weights[sentence] = told[sentence] ? by.weight(rank++) : by.asideShare();
      if (told[sentence] && rank <= by.tellingSentences()) {
        bits |= 1L << Math.min(sentence, Sighting.MOST_SENTENCES - 1);
      }
    }
  }

  /** Whether a rule counts where its phrase stands. */
  boolean holds(Hit hit, Sighting seen) {
    return hit.rule().holds(hit, seen, bits);
  }

  double weight(int sentence) {
    return weights[sentence];
  }

  boolean isMarked(String mark) {
    return marks.contains(mark);
  }
}
