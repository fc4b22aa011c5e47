package org.breachledger.pipeline.cli;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The months a log is said to cover, both named months included. */
final class StatedMonths {

  private StatedMonths() {}

  /**
   * Reads {@code YYYY-MM..YYYY-MM}, or one month; none where nothing is said.
   *
   * @throws WrongUsage where it is no period
   */
  static SortedSet<YearMonth> parse(@Nullable String written) {
    SortedSet<YearMonth> months = new TreeSet<>();
    if (written == null) {
      return months;
    }
    String[] ends = written.split("\\.\\.", -1);
    try {
      YearMonth last = YearMonth.parse(ends[ends.length - 1]);
      for (YearMonth month = YearMonth.parse(ends[0]);
          !month.isAfter(last);
          month = month.plusMonths(1)) {
        months.add(month);
      }
    } catch (DateTimeParseException e) {
      months.clear();
    }
    if (months.isEmpty() || ends.length > 2) {
      throw new WrongUsage(
          "--covers: \"" + written + "\" is no period; write two months such as 2026-01..2026-06");
    }
    return months;
  }
}
