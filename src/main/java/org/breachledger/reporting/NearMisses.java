package org.breachledger.reporting;

/** Near misses of both halves; more of them reported is good, and never alerts [004 2.4]. */
public record NearMisses(int previous, int current) {

  /** Refuses counts below zero. */
  public NearMisses {
    Words.notNegative(previous, current);
  }
}
