package org.breachledger.reporting;

import java.util.List;

/**
 * How long it took from being aware of a breach (else from identifying it) to notifying the ICO, in
 * the ICO's own bands, over this half's notified incidents.
 *
 * @param underOneDay less than 24 hours
 * @param toThreeDays 24 to 72 hours, both inclusive
 * @param toOneWeek more than 72 hours, up to and including 168
 * @param longer more than 168 hours
 * @param cannotTell notified at an unknown moment, or known to the day only
 */
public record DelayBands(
    int underOneDay, int toThreeDays, int toOneWeek, int longer, int cannotTell) {

  /** The bands in words, the shortest first; last what cannot be told. */
  public static final List<String> WORDS =
      List.of(
          "Less than 24 hours",
          "24 to 72 hours",
          "More than 72 hours, up to a week",
          "More than a week",
          "Cannot be told");

  /** Refuses counts below zero. */
  public DelayBands {
    Words.notNegative(underOneDay, toThreeDays, toOneWeek, longer, cannotTell);
  }

  /** All notified incidents. */
  public int all() {
    return underOneDay + toThreeDays + toOneWeek + longer + cannotTell;
  }

  /** The bands one under the other, as a table shows them. */
  public List<Band> list() {
    return List.of(
        new Band(WORDS.get(0), underOneDay),
        new Band(WORDS.get(1), toThreeDays),
        new Band(WORDS.get(2), toOneWeek),
        new Band(WORDS.get(3), longer),
        new Band(WORDS.get(4), cannotTell));
  }

  /** One band and its number of incidents. */
  public record Band(String words, int incidents) {}
}
