package org.breachledger.reporting;

/** A sub-type of an alert's breach type in both halves. */
public record SubTypeCount(String title, int previous, int current) {

  /** Refuses counts below zero. */
  public SubTypeCount {
    Words.notNegative(previous, current);
  }
}
