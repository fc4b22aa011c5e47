package org.breachledger.recurrence;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.breachledger.calendar.SchoolDays;
import org.breachledger.calendar.Windows;

/**
 * How many school days lie in both halves, summed over schools.
 *
 * @param previous in the half before, 1 or more
 * @param current in this half, 1 or more
 */
record Exposure(int previous, int current) {

  /** The sum over some schools; empty where the calendar of one does not describe both halves. */
  static Optional<Exposure> of(
      List<ComparedSchool> schools, SchoolCalendars calendars, Windows windows) {
    int previous = 0;
    int current = 0;
    for (ComparedSchool school : schools) {
      Optional<SchoolDays> days = calendars.find(school.name());
      OptionalInt before =
          days.map(calendar -> calendar.count(windows.start(), windows.middle()))
              .orElse(OptionalInt.empty());
      OptionalInt now =
          days.map(calendar -> calendar.count(windows.middle(), windows.end()))
              .orElse(OptionalInt.empty());
      if (before.isEmpty() || now.isEmpty()) {
        return Optional.empty();
      }
      previous += before.getAsInt();
      current += now.getAsInt();
    }
    return previous > 0 && current > 0
        ? Optional.of(new Exposure(previous, current))
        : Optional.empty();
  }
}
