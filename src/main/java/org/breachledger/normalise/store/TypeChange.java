package org.breachledger.normalise.store;

import org.breachledger.normalise.TypeDecision;
import org.jspecify.annotations.Nullable;

/**
 * What switching a learned version would do to an incident.
 *
 * @param reference as written; null where none was given
 * @param now what is decided with the version that is on, or without any
 * @param then what would be decided
 */
public record TypeChange(
    long incidentId,
    String school,
    @Nullable String reference,
    TypeDecision now,
    TypeDecision then) {

  /** Whether the incident would be counted otherwise, or a person would have to look or not. */
  public boolean isVisible() {
    return typeMoves() || now.needsReview() != then.needsReview();
  }

  /** Whether it would be counted under another type or part of it. */
  public boolean typeMoves() {
    return !now.findBreachType().equals(then.findBreachType())
        || !now.findSubType().equals(then.findSubType());
  }
}
