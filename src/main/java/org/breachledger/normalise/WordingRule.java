package org.breachledger.normalise;

import org.jspecify.annotations.Nullable;

/**
 * One row of the wording tables: a phrase, what must and must not stand near it, and what it points
 * to.
 *
 * @param row the name of its table, its line there and the reason it gives, for the evidence
 * @param near of which one must stand near; empty where nothing must
 * @param notNear of which none may
 * @param gives a breach type's code, or the name of a mark
 * @param type the place of the breach type in the table of types; below zero for a mark
 * @param points 1 to 10; 0 for a mark
 * @param denies whether the phrase itself holds a negation, which then does not turn it round
 */
record WordingRule(
    String row,
    Nearby near,
    Nearby notNear,
    String gives,
    int type,
    @Nullable String subType,
    int points,
    boolean denies) {

  boolean isMark() {
    return type < 0;
  }

  /** Whether a place where the phrase stands counts. */
  boolean holds(Hit hit, Sighting seen, long told) {
    return (denies || !hit.negated())
        && (near.isEmpty() || near.stands(seen, hit.sentence(), told))
        && (notNear.isEmpty() || !notNear.stands(seen, hit.sentence(), told));
  }
}
