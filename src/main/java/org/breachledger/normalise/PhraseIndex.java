package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the phrases of all rules for one finder. Phrases that begin alike share their first
 * steps, so that more rules hardly cost more.
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

  /** The finder of the phrases, once all are in. */
  PhraseFinder finder(Lexicon lexicon) {
    PhraseFinder.Steps steps = steps();
    return new PhraseFinder(steps, words(lexicon, steps.opens()), slots.size());
  }

  private PhraseFinder.Steps steps() {
    int[] opens = new int[places.size()];
    int[] most = new int[places.size()];
    int[] noted = new int[places.size()];
    Arrays.fill(noted, -1);
    int size = 0;
    for (Map.Entry<Step, Integer> entry : places.entrySet()) {
      Step step = entry.getKey();
      most[entry.getValue()] = step.most();
      if (step.before() >= 0 && noted[step.before()] < 0) {
        noted[step.before()] = size++;
      }
      opens[entry.getValue()] = step.before() < 0 ? -1 : noted[step.before()];
    }
    WordingRule[][] rules = new WordingRule[places.size()][];
    int[][] noting = new int[places.size()][];
    Arrays.fill(rules, new WordingRule[0]);
    Arrays.fill(noting, NOTHING);
    endings.forEach(ending -> settle(ending, rules, noting));
    return new PhraseFinder.Steps(opens, most, noted, rules, noting);
  }

  private static void settle(Ending ending, WordingRule[][] rules, int[][] noting) {
    int step = ending.step();
    if (ending.rule() != null) {
      int old = rules[step].length;
      rules[step] = Arrays.copyOf(rules[step], old + 1);
      rules[step][old] = ending.rule();
    }
    if (ending.slot() >= 0) {
      noting[step] = joined(noting[step], new int[] {ending.slot()});
    }
  }

  private PhraseFinder.Words words(Lexicon lexicon, int[] opens) {
    Map<Integer, int[]> bySymbol = new HashMap<>();
    places.forEach(
        (step, place) -> bySymbol.merge(step.symbol(), new int[] {place}, PhraseIndex::joined));
    PossibleSteps[] steps = new PossibleSteps[lexicon.nodes()];
    int[][] noting = new int[lexicon.nodes()][];
    boolean[] denies = new boolean[lexicon.nodes()];
    for (int node = 0; node < lexicon.nodes(); node++) {
      int[] possible = NOTHING;
      noting[node] = NOTHING;
      for (int symbol : lexicon.symbolsOf(node)) {
        possible = joined(possible, bySymbol.getOrDefault(symbol, NOTHING));
        Integer slot = slots.get(symbol);
        noting[node] = slot == null ? noting[node] : joined(noting[node], new int[] {slot});
        denies[node] |= symbol == negation;
      }
      steps[node] = PossibleSteps.of(possible, opens);
    }
    return new PhraseFinder.Words(steps, noting, denies);
  }

  static int[] joined(int[] one, int[] other) {
    int[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
