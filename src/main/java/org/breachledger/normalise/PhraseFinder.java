package org.breachledger.normalise;

import java.util.Arrays;

/**
 * Finds the phrases of all rules in one pass: each word knows the steps of phrases it can be, and a
 * step counts where the step before it was reached not too far back in the same sentence.
 */
final class PhraseFinder {

  /**
   * What is known of the steps of all phrases.
   *
   * @param opens the number under which the step before is noted as reached; below zero for a first
   *     step
   * @param most how many words may stand between it and the step before
   * @param noted the number under which it is noted as reached; below zero where no step follows
   * @param rules whose phrase ends with it
   * @param slots in which its sentence is noted, because other rules ask for it nearby
   */
  record Steps(int[] opens, int[] most, int[] noted, WordingRule[][] rules, int[][] slots) {}

  /**
   * What is known of the words and word sequences, by their place in the tree of words.
   *
   * @param steps what they can be
   * @param slots in which their sentences are noted
   * @param denies whether they turn what follows into its opposite
   */
  record Words(PossibleSteps[] steps, int[][] slots, boolean[] denies) {}

  private final Steps steps;
  private final Words words;
  private final ThreadLocal<Sighting> sightings;

  PhraseFinder(Steps steps, Words words, int slots) {
    this.steps = steps;
    this.words = words;
    int noted = Arrays.stream(steps.noted()).max().orElse(-1) + 1;
    int most = Arrays.stream(words.steps()).mapToInt(PossibleSteps::most).max().orElse(0);
    this.sightings = ThreadLocal.withInitial(() -> new Sighting(slots, noted, most));
  }

  /** What stands in a reading; good until this thread's next reading. */
  Sighting find(Reading reading, Occurrences found) {
    Sighting seen = sightings.get();
    seen.begin();
    boolean[] no = negations(reading.size(), found);
    for (int at = 0; at < found.size(); at++) {
      int node = found.node(at);
      int sentence = Math.min(found.sentence(at), Sighting.MOST_SENTENCES - 1);
      seen.enter(sentence);
      for (int slot : words.slots()[node]) {
        seen.see(slot, sentence);
      }
      int possible = words.steps()[node].write(seen.possible, seen.reached);
      for (int i = 0; i < possible; i++) {
        take(seen.possible[i], seen, found.start(at), found.end(at), no);
      }
    }
    return seen;
  }

  private boolean[] negations(int size, Occurrences found) {
    boolean[] no = new boolean[size];
    for (int at = 0; at < found.size(); at++) {
      if (words.denies()[found.node(at)]) {
        Arrays.fill(no, found.start(at), found.end(at) + 1, true);
      }
    }
    return no;
  }

  private void take(int step, Sighting seen, int start, int end, boolean[] no) {
    int before = steps.opens()[step];
    if (before < 0) {
      boolean negated =
          start > 0 && no[start - 1] || start > 1 && no[start - 2] || start > 2 && no[start - 3];
      reach(step, seen, start, end, negated);
      return;
    }
    int place = seen.placeBefore(before, start);
    int distance = start - seen.last(place) - 1;
    if (seen.last(place) >= 0 && distance >= 0 && distance <= steps.most()[step]) {
      boolean negated = seen.isNegated(before) || distance > 0 && no[start - 1];
      reach(step, seen, seen.first(place), end, negated);
    }
  }

  private void reach(int step, Sighting seen, int first, int end, boolean negated) {
    for (WordingRule rule : steps.rules()[step]) {
      seen.hit(new Hit(rule, first, end, seen.sentence(), negated));
    }
    for (int slot : steps.slots()[step]) {
      seen.see(slot, seen.sentence());
    }
    int noted = steps.noted()[step];
    if (noted >= 0) {
      seen.reach(noted, first, end, negated);
    }
  }
}
