package org.breachledger.reporting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.jspecify.annotations.Nullable;

/** Numbers and days as an English sentence has them: one form for every paper. */
final class Words {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

  private Words() {}

  /** {@code no incidents}, {@code 1 incident}, {@code 2 incidents}; {@code thing} takes an s. */
  static String count(int number, String thing) {
    if (number == 1) {
      return "1 " + thing;
    }
    return (number == 0 ? "no" : grouped(number)) + " " + thing + "s";
  }

  /** The same at the beginning of a sentence. */
  static String capitalCount(int number, String thing) {
    return capital(count(number, thing));
  }

  /** {@code was} for one, {@code were} otherwise. */
  static String was(int number) {
    return number == 1 ? "was" : "were";
  }

  /** {@code is} for one, {@code are} otherwise. */
  static String is(int number) {
    return number == 1 ? "is" : "are";
  }

  /** Thousands told apart by a comma. */
  static String grouped(int number) {
    return String.format(Locale.UK, "%,d", number);
  }

  /** The first letter large. */
  static String capital(String text) {
    return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}; empty for nothing. */
  static String joined(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    String last = parts.get(parts.size() - 1);
    return String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + last;
  }

  /** {@code 3 March 2026}. */
  static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** The day, or that it is not known. */
  static String dayOrUnknown(@Nullable LocalDate day) {
    return day == null ? "Not known" : day(day);
  }

  /** {@code 1 January 2026 to 30 June 2026}, both inclusive. */
  static String days(LocalDate first, LocalDate last) {
    return day(first) + " to " + day(last);
  }

  /** {@code March 2026}. */
  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** Months in order, a run of them as first and last. */
  static String months(List<YearMonth> months) {
    List<String> runs = new ArrayList<>();
    List<YearMonth> sorted = months.stream().sorted().distinct().toList();
    for (int first = 0; first < sorted.size(); ) {
      int last = first;
      while (last + 1 < sorted.size()
          && sorted.get(last).plusMonths(1).equals(sorted.get(last + 1))) {
        last++;
      }
      runs.add(run(sorted.get(first), sorted.get(last)));
      first = last + 1;
    }
    return joined(runs);
  }

  private static String run(YearMonth first, YearMonth last) {
    return first.equals(last) ? month(first) : month(first) + " to " + month(last);
  }

  /** {@code 1 July 2026, 03:00} in London; a day's first moment is the day alone. */
  static String moment(AsOf asOf) {
    ZonedDateTime london = asOf.instant().atZone(London.ZONE);
    String day = DAY.format(london);
    return london.toLocalTime().equals(LocalTime.MIDNIGHT) ? day : day + ", " + TIME.format(london);
  }

  /** The number with a typographic minus, or that it is not known. */
  static String numberOrUnknown(@Nullable Integer number) {
    return number == null ? "Not known" : Integer.toString(number).replace('-', '\u2212');
  }

  /** A whole number as it is, any other with one decimal, one of 100 or more with none. */
  static String measure(double value) {
    return String.format(
        Locale.UK, value == Math.rint(value) || value >= 100 ? "%,.0f" : "%,.1f", value);
  }

  /** A limit with as many decimals as tell it from the value that lies beyond it. */
  static String limit(double limit, double value) {
    String words = measure(limit);
    for (int decimals = 1; limit != value && same(words, value); decimals++) {
      words = String.format(Locale.UK, "%,." + decimals + "f", limit);
    }
    return words;
  }

  private static boolean same(String words, double value) {
    return Double.parseDouble(words.replace(",", "")) == value;
  }

  /** Refuses counts below zero. */
  static void notNegative(int... counts) {
    for (int count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("a count cannot be below zero");
      }
    }
  }
}
