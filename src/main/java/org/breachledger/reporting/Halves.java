package org.breachledger.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import org.breachledger.calendar.Windows;

/**
 * The two halves a paper compares, as it speaks of them: this half against the half before it
 * [002].
 *
 * @param windows the halves in London days
 */
public record Halves(Windows windows) {

  /** The first day of the half before. */
  public LocalDate start() {
    return windows.start();
  }

  /** The first day of this half. */
  public LocalDate middle() {
    return windows.middle();
  }

  /** The anchor: the day after this half's last. */
  public LocalDate end() {
    return windows.end();
  }

  /** Whether a month is drawn in this half: its first day lies in it. */
  public boolean thisHalf(YearMonth month) {
    return !month.atDay(1).isBefore(windows.middle());
  }

  /** This half in words, such as {@code 1 January 2026 to 30 June 2026}. */
  public String currentWords() {
    return Words.days(windows.middle(), windows.end().minusDays(1));
  }

  /** The half before it in words. */
  public String previousWords() {
    return Words.days(windows.start(), windows.middle().minusDays(1));
  }
}
