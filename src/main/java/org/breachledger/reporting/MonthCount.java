package org.breachledger.reporting;

import java.time.YearMonth;
import java.util.List;

/**
 * The incidents of one calendar month.
 *
 * @param counted incidents that are no near miss, no non-event and not inbound
 * @param submitted whether the month is covered by a log or a nil return for every school of the
 *     paper; where it is not, a low count says nothing
 */
public record MonthCount(YearMonth month, int counted, int nearMisses, boolean submitted) {

  /** Refuses counts below zero. */
  public MonthCount {
    Words.notNegative(counted, nearMisses);
  }

  /** Whether any month has a number above zero, or was not submitted. */
  static boolean drawn(List<MonthCount> months) {
    return months.stream()
        .anyMatch(month -> month.counted() + month.nearMisses() > 0 || !month.submitted());
  }
}
