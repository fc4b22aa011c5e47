package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases of all rules in one pass: each word knows the steps of phrases it can be, and a
 * step counts where the step before it was reached not too far back in the same sentence.
 */
final class PhraseIndex {

  private static final int[] NOTHING = {};

  /** One step of a phrase, at its place in {@link #steps}; a phrase's steps stand in a row. */
  private record Step(int symbol, int most, boolean first, @Nullable WordingRule rule, int slot) {}

  private final int negation;
  private final List<Step> steps = new ArrayList<>();
  private final Map<Integer, Integer> slots = new HashMap<>();
  private int[][] stepsOf = {};
  private int[][] slotsOf = {};
  private boolean[] denies = {};
  private final ThreadLocal<Sighting> sightings =
      ThreadLocal.withInitial(() -> new Sighting(slots.size(), steps.size()));

  PhraseIndex(int negation) {
    this.negation = negation;
  }

  /** Finds a phrase for a rule. */
  void add(Phrase phrase, WordingRule rule) {
    add(phrase, rule, -1);
  }

  /** Finds a phrase that other rules ask for nearby, and notes it in a slot. */
  void addNearby(Phrase phrase, int slot) {
    add(phrase, null, slot);
  }

  private void add(Phrase phrase, @Nullable WordingRule rule, int slot) {
    List<Phrase.Step> written = phrase.steps();
    for (int i = 0; i < written.size(); i++) {
      boolean last = i == written.size() - 1;
      Phrase.Step step = written.get(i);
      steps.add(
          new Step(step.symbol(), step.gap().most(), i == 0, last ? rule : null, last ? slot : -1));
    }
  }

  /** The slot in which the sentences of a symbol are noted. */
  int slot(int symbol) {
    return slots.computeIfAbsent(symbol, fresh -> slots.size());
  }

  /** Prepares the index once all phrases are in. */
  void seal(Lexicon lexicon) {
    Map<Integer, int[]> bySymbol = new HashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      int step = i;
      bySymbol.merge(steps.get(i).symbol(), new int[] {step}, (old, one) -> joined(old, one));
    }
    stepsOf = new int[lexicon.nodes()][];
    slotsOf = new int[lexicon.nodes()][];
    denies = new boolean[lexicon.nodes()];
    for (int node = 0; node < lexicon.nodes(); node++) {
      stepsOf[node] = NOTHING;
      slotsOf[node] = NOTHING;
      for (int symbol : lexicon.symbolsOf(node)) {
        stepsOf[node] = joined(stepsOf[node], bySymbol.getOrDefault(symbol, NOTHING));
        Integer slot = slots.get(symbol);
        slotsOf[node] = slot == null ? slotsOf[node] : joined(slotsOf[node], new int[] {slot});
        denies[node] |= symbol == negation;
      }
      // later steps first, so that one word is not two steps of a phrase at once
      Arrays.sort(stepsOf[node]);
    }
  }

  private static int[] joined(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  /** What stands in a reading; good until this thread's next reading. */
  Sighting find(Reading reading, Occurrences found) {
    Sighting seen = sightings.get();
    seen.begin();
    boolean[] no = negations(reading.size(), found);
    for (int at = 0; at < found.size(); at++) {
      int sentence = Math.min(found.sentence(at), Sighting.MOST_SENTENCES - 1);
      for (int slot : slotsOf[found.node(at)]) {
        seen.see(slot, sentence);
      }
      int[] possible = stepsOf[found.node(at)];
      for (int i = possible.length - 1; i >= 0; i--) {
        take(possible[i], seen, found.start(at), found.end(at), sentence, no);
      }
    }
    return seen;
  }

  private boolean[] negations(int words, Occurrences found) {
    boolean[] no = new boolean[words];
    for (int at = 0; at < found.size(); at++) {
      if (denies[found.node(at)]) {
        Arrays.fill(no, found.start(at), found.end(at) + 1, true);
      }
    }
    return no;
  }

  private void take(int index, Sighting seen, int start, int end, int sentence, boolean[] no) {
    Step step = steps.get(index);
    long stamp = seen.stamp(sentence);
    if (step.first()) {
      boolean negated =
          start > 0 && no[start - 1] || start > 1 && no[start - 2] || start > 2 && no[start - 3];
      reach(index, step, seen, start, end, sentence, negated);
      return;
    }
    int before = index - 1;
    if (seen.stamps[before] != stamp) {
      return;
    }
    int last = seen.lasts[before];
    int first = seen.firsts[before];
    if (last >= start) {
      last = seen.earlierLasts[before];
      first = seen.earlierFirsts[before];
    }
    int distance = start - last - 1;
    if (last >= 0 && distance >= 0 && distance <= step.most()) {
      boolean negated = seen.negated[before] || distance > 0 && no[start - 1];
      reach(index, step, seen, first, end, sentence, negated);
    }
  }

  private void reach(
      int index, Step step, Sighting seen, int first, int end, int sentence, boolean negated) {
    WordingRule rule = step.rule();
    if (rule != null) {
      seen.hit(new Hit(rule, first, end, sentence, negated));
    }
    if (step.slot() >= 0) {
      seen.see(step.slot(), sentence);
    }
    boolean again = seen.stamps[index] == seen.stamp(sentence);
    boolean later = again && end > seen.lasts[index];
    seen.earlierLasts[index] = later ? seen.lasts[index] : again ? seen.earlierLasts[index] : -1;
    seen.earlierFirsts[index] = later ? seen.firsts[index] : seen.earlierFirsts[index];
    seen.stamps[index] = seen.stamp(sentence);
    seen.firsts[index] = first;
    seen.lasts[index] = end;
    seen.negated[index] = negated;
  }
}
