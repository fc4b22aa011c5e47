package org.breachledger.recurrence;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breachledger.calendar.SchoolDays;
import org.breachledger.calendar.SchoolDays.Period;
import org.breachledger.incident.FoldedText;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.PolicyTable;
import org.breachledger.policy.PolicyTable.Row;

/** The school days of each school, where its calendar is given. */
public final class SchoolCalendars {

  /** The years in which every closed day is listed. */
  public static final String YEARS = "calendars/school-years.csv";

  private static final String HOLIDAYS = "calendars/school-holidays.csv";
  private static final String BANK_HOLIDAYS = "calendars/bank-holidays.csv";

  private final Map<String, List<Period>> years;
  private final Map<String, List<Period>> holidays;
  private final Set<LocalDate> bankHolidays;

  private SchoolCalendars(
      Map<String, List<Period>> years,
      Map<String, List<Period>> holidays,
      Set<LocalDate> bankHolidays) {
    this.years = years;
    this.holidays = holidays;
    this.bankHolidays = bankHolidays;
  }

  /**
   * Reads the calendars.
   *
   * @throws org.breachledger.policy.RefusedTable naming the line, where a day is none or a period
   *     ends before it begins
   */
  public static SchoolCalendars read(PolicySource source) {
    Set<LocalDate> bankHolidays = new HashSet<>();
    for (Row row : PolicyTable.read(source, BANK_HOLIDAYS, Set.of("date"), Set.of("name")).rows()) {
      bankHolidays.add(day(row, "date"));
    }
    return new SchoolCalendars(
        periods(PolicyTable.read(source, YEARS, Set.of("school", "from", "to"), Set.of())),
        periods(PolicyTable.read(source, HOLIDAYS, Set.of("school", "from", "to"), Set.of("name"))),
        bankHolidays);
  }

  /** The school days of a school by its name; empty where no year of it is described. */
  public Optional<SchoolDays> find(String school) {
    String key = FoldedText.of(school);
    List<Period> own = years.getOrDefault(key, years.getOrDefault("", List.of()));
    if (own.isEmpty()) {
      return Optional.empty();
    }
    List<Period> closed = new ArrayList<>(holidays.getOrDefault("", List.of()));
    closed.addAll(holidays.getOrDefault(key, List.of()));
    return Optional.of(new SchoolDays(own, closed, bankHolidays));
  }

  private static Map<String, List<Period>> periods(PolicyTable table) {
    Map<String, List<Period>> periods = new HashMap<>();
    for (Row row : table.rows()) {
      Period period = new Period(day(row, "from"), day(row, "to"));
      if (period.to().isBefore(period.from())) {
        throw row.refuse("this period ends on " + period.to() + ", before it begins");
      }
      periods
          .computeIfAbsent(FoldedText.of(row.get("school")), school -> new ArrayList<>())
          .add(period);
    }
    return periods;
  }

  private static LocalDate day(Row row, String column) {
    try {
      return LocalDate.parse(row.need(column));
    } catch (DateTimeParseException e) {
      throw row.refuse(
          "\"" + row.get(column) + "\" in column \"" + column + "\" is no day such as 2025-09-01");
    }
  }
}
