package org.breachledger.web;

import org.breachledger.reporting.store.KeptTrends.Withheld;

/**
 * Of which schools the newest comparison could not judge, so that no silence reads as success.
 *
 * @param lastDay of the half it judges; empty where none was made yet
 */
record Judged(String lastDay, Withheld withheld) {

  static final Judged NEVER = new Judged("", new Withheld(0, 0));

  /** Whether a comparison was made. */
  public boolean made() {
    return !lastDay.isEmpty();
  }

  /** Whether a verdict was withheld. */
  public boolean lacking() {
    return withheld.without() > 0;
  }

  /** Whom no verdict speaks of. */
  public String title() {
    return withheld.without() == withheld.schools()
        ? "No verdict could be given"
        : "For %d of %d schools no verdict could be given"
            .formatted(withheld.without(), withheld.schools());
  }
}
