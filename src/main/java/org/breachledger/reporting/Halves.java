package org.breachledger.reporting;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The two halves a paper compares: this half, {@code [middle, end)}, against the half before it,
 * {@code [start, middle)}, in London days [002].
 *
 * @param start the first day of the previous half
 * @param middle the first day of this half
 * @param end the anchor: the day after this half's last
 */
public record Halves(LocalDate start, LocalDate middle, LocalDate end) {

  /** Refuses halves that are empty or out of order. */
  public Halves {
    if (!start.isBefore(middle) || !middle.isBefore(end)) {
      throw new IllegalArgumentException("halves must run start < middle < end");
    }
  }

  /** The halves before an anchor: six and twelve calendar months back, clamped at month ends. */
  public static Halves before(LocalDate anchor) {
    return new Halves(anchor.minusMonths(12), anchor.minusMonths(6), anchor);
  }

  /** Whether a month is drawn in this half: its first day lies in it. */
  public boolean thisHalf(YearMonth month) {
    return !month.atDay(1).isBefore(middle);
  }

  /** This half in words, such as {@code 1 January 2026 to 30 June 2026}. */
  public String currentWords() {
    return Words.days(middle, end.minusDays(1));
  }

  /** The half before it in words. */
  public String previousWords() {
    return Words.days(start, middle.minusDays(1));
  }
}
