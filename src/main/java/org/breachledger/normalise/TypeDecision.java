package org.breachledger.normalise;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The breach type an incident is counted under, with the words that decided.
 *
 * @param breachType the best guess; null where nothing points to a type or the category must stay
 *     unmapped
 * @param subType a part of that type; null where the words name none
 * @param confidence high never needs review
 * @param evidence the words that decided and the rule, for in-house use only: it quotes free text
 * @param needsReview whether a person must look, because the words are few or disagree
 * @param direction {@code inbound} where the school received what was meant for someone else
 * @param status {@code near-miss} or {@code potential} where the text says so
 * @param vouched whether a person or an exact category stands behind it; words alone must leave
 *     nothing out of counting that nobody looks at
 */
public record TypeDecision(
    @Nullable String breachType,
    @Nullable String subType,
    Confidence confidence,
    String evidence,
    boolean needsReview,
    Optional<String> direction,
    Optional<String> status,
    boolean vouched) {

  /** Refuses a decision that is sure and unsure at once. */
  public TypeDecision {
    if (needsReview && confidence == Confidence.HIGH) {
      throw new IllegalArgumentException("a type of high confidence never needs review");
    }
  }

  /** The best guess; empty where there is none. */
  public Optional<String> findBreachType() {
    return Optional.ofNullable(breachType);
  }

  /** The part of the type; empty where there is none. */
  public Optional<String> findSubType() {
    return Optional.ofNullable(subType);
  }

  /** Leaves the evidence out: it quotes a person's words. */
  @Override
  public String toString() {
    return "TypeDecision[" + breachType + ", " + subType + ", " + confidence.code() + "]";
  }
}
