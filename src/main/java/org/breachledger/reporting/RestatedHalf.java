package org.breachledger.reporting;

import org.breachledger.calendar.AsOf;

/**
 * A half of which an earlier paper gave other numbers than are right now.
 *
 * @param days the half in words
 * @param edition the earlier paper's edition
 * @param dataAsAt when the earlier paper's data was taken
 * @param published all incidents as the earlier paper gave them
 * @param now all incidents now
 * @param counted whether any count of a type differs, even where the totals do not
 */
public record RestatedHalf(
    String days,
    int edition,
    AsOf dataAsAt,
    int published,
    int now,
    boolean counted,
    NearMissesThen nearMisses) {

  /** Near misses as the earlier paper gave them, and now. */
  public record NearMissesThen(int published, int now) {

    /** Whether they differ. */
    boolean differ() {
      return published != now;
    }
  }

  /** What the earlier paper gave and what is right now. */
  public String sentence() {
    String opening =
        "From "
            + days
            + ": the paper with data as at "
            + Words.moment(dataAsAt)
            + " (edition "
            + edition
            + ") gave "
            + Words.count(published, "incident");
    String total =
        published == now
            ? (counted ? ", as many as now, though counted otherwise" : ", as now")
            : "; now there " + Words.is(now) + " " + Words.grouped(now);
    return opening + total + nearMissWords() + ".";
  }

  private String nearMissWords() {
    return nearMisses.differ()
        ? ". It gave "
            + nearMisses.published()
            + " near "
            + (nearMisses.published() == 1 ? "miss" : "misses")
            + "; now there "
            + Words.is(nearMisses.now())
            + " "
            + Words.grouped(nearMisses.now())
        : "";
  }
}
