package org.breachledger.deadline;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Set;
import org.breachledger.calendar.WorkingDays;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/** Reads the days off a duty's calendar names. */
final class BankHolidays {

  private BankHolidays() {}

  /**
   * The working days of a calendar.
   *
   * @param file its name under {@code jobs/}
   * @throws org.breachledger.policy.RefusedTable naming the line, where a day is none
   */
  static WorkingDays read(PolicySource source, String file) {
    Set<LocalDate> days = new HashSet<>();
    for (Row row : PolicyTable.read(source, file, Set.of("date"), Set.of("name")).rows()) {
      try {
        days.add(LocalDate.parse(row.need("date")));
      } catch (DateTimeParseException e) {
        throw row.refuse(
            "\"" + row.get("date") + "\" in column \"date\" is no day such as 2026-12-25");
      }
    }
    return new WorkingDays(days);
  }
}
