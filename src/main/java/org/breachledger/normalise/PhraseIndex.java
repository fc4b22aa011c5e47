package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the phrases of all rules in one pass: each word knows the steps of phrases it can be, and a
 * step counts where the step before it was reached not too far back in the same sentence. Phrases
 * that begin alike share their first steps, so that more rules hardly cost more.
 */
final class PhraseIndex {

  private static final int[] NOTHING = {};

  /**
   * One step of phrases.
   *
   * @param symbol what stands there
   * @param most how many words may stand between it and the step before
   * @param before the place of the step before; below zero for a first step
   */
  private record Step(int symbol, int most, int before) {}

  /** What ends with a step. */
  private record Ending(int step, @Nullable WordingRule rule, int slot) {}

  private final int negation;
  private final Map<Step, Integer> places = new LinkedHashMap<>();
  private final List<Ending> endings = new ArrayList<>();
  private final Map<Integer, Integer> slots = new HashMap<>();
  private int[] befores = {};
  private int[] mosts = {};
  private WordingRule[][] rulesAt = {};
  private int[][] slotsAt = {};
  private int[][] stepsOf = {};
  private int[][] slotsOf = {};
  private boolean[] denies = {};
  private final ThreadLocal<Sighting> sightings =
      ThreadLocal.withInitial(() -> new Sighting(slots.size(), places.size()));

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
    int at = -1;
    for (Phrase.Step written : phrase.steps()) {
      Step step = new Step(written.symbol(), at < 0 ? 0 : written.gap().most(), at);
      at = places.computeIfAbsent(step, fresh -> places.size());
    }
    endings.add(new Ending(at, rule, slot));
  }

  /** The slot in which the sentences of a symbol are noted. */
  int slot(int symbol) {
    return slots.computeIfAbsent(symbol, fresh -> slots.size());
  }

  /** Prepares the index once all phrases are in. */
  void seal(Lexicon lexicon) {
    Map<Integer, int[]> bySymbol = new HashMap<>();
    befores = new int[places.size()];
    mosts = new int[places.size()];
    places.forEach(
        (step, place) -> {
          befores[place] = step.before();
          mosts[place] = step.most();
          bySymbol.merge(step.symbol(), new int[] {place}, PhraseIndex::joined);
        });
    settle();
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

  private void settle() {
    rulesAt = new WordingRule[places.size()][];
    slotsAt = new int[places.size()][];
    Arrays.fill(rulesAt, new WordingRule[0]);
    Arrays.fill(slotsAt, NOTHING);
    for (Ending ending : endings) {
      if (ending.rule() != null) {
        WordingRule[] old = rulesAt[ending.step()];
        WordingRule[] more = Arrays.copyOf(old, old.length + 1);
        more[old.length] = ending.rule();
        rulesAt[ending.step()] = more;
      }
      if (ending.slot() >= 0) {
        slotsAt[ending.step()] = joined(slotsAt[ending.step()], new int[] {ending.slot()});
      }
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
    long stamp = seen.stamp(sentence);
    int before = befores[index];
    if (before < 0) {
      boolean negated =
          start > 0 && no[start - 1] || start > 1 && no[start - 2] || start > 2 && no[start - 3];
      reach(index, seen, start, end, sentence, negated);
      return;
    }
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
    if (last >= 0 && distance >= 0 && distance <= mosts[index]) {
      boolean negated = seen.negated[before] || distance > 0 && no[start - 1];
      reach(index, seen, first, end, sentence, negated);
    }
  }

  private void reach(int index, Sighting seen, int first, int end, int sentence, boolean negated) {
    for (WordingRule rule : rulesAt[index]) {
      seen.hit(new Hit(rule, first, end, sentence, negated));
    }
    for (int slot : slotsAt[index]) {
      seen.see(slot, sentence);
    }
    long stamp = seen.stamp(sentence);
    boolean again = seen.stamps[index] == stamp;
    boolean later = again && end > seen.lasts[index];
    seen.earlierLasts[index] = later ? seen.lasts[index] : again ? seen.earlierLasts[index] : -1;
    seen.earlierFirsts[index] = later ? seen.firsts[index] : seen.earlierFirsts[index];
    seen.stamps[index] = stamp;
    seen.firsts[index] = first;
    seen.lasts[index] = end;
    seen.negated[index] = negated;
  }
}
