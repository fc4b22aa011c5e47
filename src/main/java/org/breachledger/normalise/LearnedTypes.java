package org.breachledger.normalise;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was learned from the confirmed incidents of this installation: suggests the breach type that
 * the most similar of them have. The same confirmed incidents in any order make the same.
 *
 * <p>Safe for many threads.
 */
public final class LearnedTypes {

  private final LearningSettings settings;
  private final boolean proven;
  private final List<LearnedExample> examples;
  private final Map<String, Integer> ofType = new HashMap<>();
  private final Map<Integer, Integer> withWord = new HashMap<>();
  private final LearnedIndex index;

  /**
   * Remembers examples.
   *
   * @param settings the numbers it was learned with, which hold as long as it is used
   * @param proven whether suggestions that agree with the rules' guess need no review
   */
  LearnedTypes(LearningSettings settings, boolean proven, List<LearnedExample> examples) {
    this.settings = settings;
    this.proven = proven;
    this.examples =
        examples.stream().sorted(Comparator.comparingLong(LearnedExample::incident)).toList();
    for (LearnedExample example : this.examples) {
      ofType.merge(example.type(), 1, Integer::sum);
      for (int hash : example.hashes()) {
        withWord.merge(hash, 1, Integer::sum);
      }
    }
    this.index = new LearnedIndex(this.examples);
  }

  /**
   * What was stored with {@link #bytes}.
   *
   * @throws IllegalArgumentException where it was something else
   */
  public static LearnedTypes read(byte[] bytes) {
    return LearnedBytes.read(bytes);
  }

  /** Numbers of incidents and words, and type codes: no words. */
  public byte[] bytes() {
    return LearnedBytes.write(settings, proven, examples);
  }

  /** How many confirmed incidents it was learned from. */
  public int size() {
    return examples.size();
  }

  /** The numbers of these incidents, ascending. */
  public List<Long> incidents() {
    return examples.stream().map(LearnedExample::incident).toList();
  }

  /** Whether a suggestion that agrees with the rules' guess needs no review. */
  public boolean isProven() {
    return proven;
  }

  /** The type the most similar confirmed incidents have; empty where they are too few or differ. */
  public Optional<Suggestion> suggest(@Nullable String category, @Nullable String text) {
    return suggest(WordHashes.of(category, text), -1);
  }

  /** The type of one example as all the others have it, as if it had never been confirmed. */
  Optional<Suggestion> suggestAgain(int example) {
    return suggest(examples.get(example).hashes(), example);
  }

  List<LearnedExample> examples() {
    return examples;
  }

  private Optional<Suggestion> suggest(int[] hashes, int without) {
    int itself = without < 0 ? 0 : 1;
    LearnedVote vote = new LearnedVote();
    index
        .nearest(
            hashes,
            settings.neighbours(),
            hash -> withWord.getOrDefault(hash, 0) - itself >= settings.fewestWithAWord(),
            without)
        .forEach(near -> vote.add(examples.get(near.example()), near.similarity()));
    String type = vote.type();
    int known = ofType.getOrDefault(type, 0);
    if (without >= 0 && examples.get(without).type().equals(type)) {
      known--;
    }
    return known < settings.fewestOfAType() || vote.share() < settings.share()
        ? Optional.empty()
        : Optional.of(
            new Suggestion(type, vote.subType().isEmpty() ? null : vote.subType(), vote.share()));
  }
}
