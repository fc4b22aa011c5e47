package org.breachledger.independent;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three ways in which the real files write a day, read with regular expressions. */
final class PlainDates {

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
  private static final Pattern NAMED =
      Pattern.compile("(\\d{4}) ([A-Z][a-z]{2}) (\\d{2}) 12:00:00 AM");
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private PlainDates() {}

  /** The day; empty for an empty cell. */
  static Optional<LocalDate> parse(String cell) {
    if (cell.isEmpty()) {
      return Optional.empty();
    }
    Matcher iso = ISO.matcher(cell);
    if (iso.matches()) {
      return day(iso.group(1), Integer.parseInt(iso.group(2)), iso.group(3));
    }
    Matcher american = AMERICAN.matcher(cell);
    if (american.matches()) {
      return day(american.group(3), Integer.parseInt(american.group(1)), american.group(2));
    }
    Matcher named = NAMED.matcher(cell);
    if (named.matches()) {
      return day(named.group(1), MONTHS.indexOf(named.group(2)) + 1, named.group(3));
    }
    throw new IllegalArgumentException("this check reads no such date; teach it");
  }

  private static Optional<LocalDate> day(String year, int month, String day) {
    return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
  }

  /** The first filled one of these columns. */
  static Optional<LocalDate> first(Map<String, String> row, List<String> columns) {
    return columns.stream()
        .map(column -> parse(row.getOrDefault(column, "")))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
