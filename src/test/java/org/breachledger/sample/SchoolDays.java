package org.breachledger.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Random;

/** The fictional trust's school days: Mondays to Fridays of its terms. */
final class SchoolDays {

  private static final List<String> TERMS =
      List.of(
          "2024-07-01/2024-07-23",
          "2024-09-03/2024-10-25",
          "2024-11-04/2024-12-20",
          "2025-01-06/2025-02-14",
          "2025-02-24/2025-04-04",
          "2025-04-22/2025-05-23",
          "2025-06-02/2025-07-22",
          "2025-09-02/2025-10-24",
          "2025-11-03/2025-12-19",
          "2026-01-05/2026-02-13",
          "2026-02-23/2026-03-27",
          "2026-04-13/2026-05-22",
          "2026-06-01/2026-06-30");

  private SchoolDays() {}

  /** Whether the school is open to pupils on this day. */
  static boolean contains(LocalDate day) {
    boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
    return !weekend
        && TERMS.stream()
            .map(term -> term.split("/"))
            .anyMatch(
                term ->
                    !day.isBefore(LocalDate.parse(term[0]))
                        && !day.isAfter(LocalDate.parse(term[1])));
  }

  /**
   * A day from {@code start} (inclusive) to {@code end} (exclusive): a school day, save one in
   * twenty-five, and never one of the month that a school may have failed to send.
   */
  static LocalDate draw(Random random, LocalDate start, LocalDate end, boolean skipMissingMonth) {
    boolean anyDay = random.nextInt(25) == 0;
    int days = (int) (end.toEpochDay() - start.toEpochDay());
    while (true) {
      LocalDate day = start.plusDays(random.nextInt(days));
      boolean missing =
          skipMissingMonth && day.getYear() == 2025 && day.getMonth() == Month.NOVEMBER;
      if (!missing && (anyDay || contains(day))) {
        return day;
      }
    }
  }
}
