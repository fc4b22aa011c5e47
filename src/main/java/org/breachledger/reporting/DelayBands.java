package org.breachledger.reporting;

import java.util.List;
import java.util.Locale;

/**
 * How long it took from being aware of a breach (else from identifying it) to notifying the ICO, in
 * the bands of the policy's table, over this half's notified incidents.
 *
 * @param list the bands as the table has them, the shortest first; last those that were notified at
 *     an unknown moment, or at one known to the day only
 */
public record DelayBands(List<Band> list) {

  /** The words of the last row: the dates do not decide the band. */
  public static final String CANNOT_TELL = "Cannot be told";

  /** Copies the bands. */
  public DelayBands {
    list = List.copyOf(list);
  }

  /** All notified incidents. */
  public int all() {
    return list.stream().mapToInt(Band::incidents).sum();
  }

  /**
   * One band and its number of incidents.
   *
   * @param words as a row of a table begins with them
   */
  public record Band(String words, int incidents) {

    /** Refuses counts below zero. */
    public Band {
      Words.notNegative(incidents);
    }

    /** The words within a sentence. */
    String inSentence() {
      return words.substring(0, 1).toLowerCase(Locale.UK) + words.substring(1);
    }
  }
}
