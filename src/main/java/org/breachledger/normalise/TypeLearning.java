package org.breachledger.normalise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns breach types from what persons confirmed, and tries out how right that is.
 *
 * <p>A word that hardly any confirmed incident has is not kept: it helps with no other incident,
 * and is most likely a name.
 */
public final class TypeLearning {

  private final Typing rules;
  private final LearningSettings settings;

  /**
   * Learns with these settings.
   *
   * @param rules what learned types are to help with
   */
  public TypeLearning(TypeRules rules, LearningSettings settings) {
    this.rules = Typing.byRules(rules);
    this.settings = settings;
  }

  /** What was learned, and how right it proved. */
  public record Learned(LearnedTypes types, LearningTrial trial) {}

  /**
   * Learns from confirmed incidents, in whatever order.
   *
   * @return empty where too few are confirmed
   */
  public Optional<Learned> learn(List<ConfirmedType> confirmed) {
    if (confirmed.size() < settings.fewestExamples()) {
      return Optional.empty();
    }
    List<ConfirmedType> inOrder =
        confirmed.stream().sorted(Comparator.comparingLong(ConfirmedType::incident)).toList();
    List<LearnedExample> examples = pruned(inOrder);
    LearningTrial trial = trial(inOrder, new LearnedTypes(settings, false, examples));
    return Optional.of(
        new Learned(new LearnedTypes(settings, trial.proves(settings), examples), trial));
  }

  private List<LearnedExample> pruned(List<ConfirmedType> confirmed) {
    List<int[]> hashes = new ArrayList<>();
    Map<Integer, Integer> withWord = new HashMap<>();
    for (ConfirmedType one : confirmed) {
      int[] words = WordHashes.of(one.category(), one.text());
      hashes.add(words);
      for (int word : words) {
        withWord.merge(word, 1, Integer::sum);
      }
    }
    List<LearnedExample> examples = new ArrayList<>();
    for (int at = 0; at < confirmed.size(); at++) {
      ConfirmedType one = confirmed.get(at);
      int[] kept =
          Arrays.stream(hashes.get(at))
              .filter(word -> withWord.getOrDefault(word, 0) >= settings.fewestWithAWord())
              .toArray();
      String subType = one.subType() == null ? "" : one.subType();
      examples.add(new LearnedExample(one.incident(), one.breachType(), subType, kept));
    }
    return examples;
  }

  private LearningTrial trial(List<ConfirmedType> confirmed, LearnedTypes learned) {
    LearningTrial trial = LearningTrial.NOTHING;
    for (int at = 0; at < confirmed.size(); at++) {
      ConfirmedType one = confirmed.get(at);
      TypeDecision ruled = rules.decide(one.category(), one.text());
      boolean open = rules.leavesOpen(ruled, one.category(), one.text());
      Suggestion said = learned.suggestAgain(at).orElse(null);
      trial =
          said == null
              ? trial.unanswered(open)
              : trial.answered(
                  open,
                  said.breachType().equals(ruled.breachType()),
                  said.breachType().equals(one.breachType()));
    }
    return trial;
  }
}
