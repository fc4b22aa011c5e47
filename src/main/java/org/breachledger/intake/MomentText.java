package org.breachledger.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people and programs write them, with or without a time of day: {@code 2024-01-04T09:30},
 * {@code 04/01/2024}, {@code 4-Jan-24}, {@code 13.6.2023 9.30}, {@code 2021 Feb 04 12:00:00 AM},
 * {@code Thursday 4th January 2024}, {@code January 4, 2024}, {@code 20240104}. Two-digit years are
 * 2000 to 2069 and 1970 to 1999; a year outside 1970 to 2099 is no date.
 */
final class MomentText {

  private static final String MONTH =
      "(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?<year>\\d{4}|'?\\d{2})";
  private static final String GAP = "[\\s,/.-]*(?:of\\s+)?";
  private static final String REST = "(?<rest>(?:[T\\s,].*)?)";
  private static final String WEEKDAY =
      "^(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)(?:day|nesday|rsday|sday|urday)?[\\s,.]+";

  private static final List<Pattern> NAMED =
      List.of(
          pattern(DAY + GAP + MONTH + GAP + YEAR + REST),
          pattern(MONTH + "[\\s,-]*" + DAY + "[\\s,-]+" + YEAR + REST),
          pattern("(?<year>\\d{4})[\\s/-]*" + MONTH + "[\\s/-]*(?<day>\\d{1,2})" + REST));
  private static final Pattern YEAR_FIRST =
      pattern("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + REST);
  private static final Pattern COMPACT = pattern("(\\d{4})(\\d{2})(\\d{2})" + REST);
  private static final Pattern YEAR_LAST =
      pattern("(\\d{1,2})\\s?([-/.])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})" + REST);
  private static final Pattern OFFSET = Pattern.compile("(.*?)\\s*(Z|[+-]\\d{2}:?\\d{2})");
  private static final Pattern WEEKDAY_BEFORE = Pattern.compile(WEEKDAY, Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private MomentText() {}

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The date written; empty where the text is none, or says more than a date and a time. */
  static Optional<WrittenMoment> parse(String text) {
    String written = WEEKDAY_BEFORE.matcher(text.strip()).replaceFirst("");
    if (written.isEmpty() || written.length() > 60) {
      return Optional.empty();
    }
    return Character.isDigit(written.charAt(0)) ? digits(written) : named(written);
  }

  private static Optional<WrittenMoment> digits(String written) {
    Matcher last = YEAR_LAST.matcher(written);
    if (last.matches()) {
      return yearLast(last);
    }
    Matcher first = YEAR_FIRST.matcher(written);
    if (first.matches()) {
      return timed(date(first.group(1), first.group(3), first.group(4)), first.group("rest"));
    }
    Matcher compact = COMPACT.matcher(written);
    if (compact.matches()) {
      LocalDate date = date(compact.group(1), compact.group(2), compact.group(3));
      return timed(date, compact.group("rest"));
    }
    return named(written);
  }

  /** Between points a date is written day first; between strokes the log must tell. */
  private static Optional<WrittenMoment> yearLast(Matcher match) {
    String one = match.group(1);
    String two = match.group(3);
    LocalDate dayFirst = date(match.group(4), two, one);
    LocalDate monthFirst = date(match.group(4), one, two);
    if (match.group(2).equals(".") && dayFirst != null) {
      return timed(dayFirst, match.group("rest"));
    }
    if (dayFirst == null && monthFirst == null) {
      return Optional.empty();
    }
    return rest(new WrittenMoment(dayFirst, monthFirst, null, null), match.group("rest"));
  }

  private static Optional<WrittenMoment> named(String written) {
    for (Pattern pattern : NAMED) {
      Matcher match = pattern.matcher(written);
      if (match.matches()) {
        int month = MONTHS.indexOf(match.group("month").toLowerCase(Locale.ROOT)) + 1;
        String year = match.group("year").replace("'", "");
        return timed(date(year, Integer.toString(month), match.group("day")), match.group("rest"));
      }
    }
    return Optional.empty();
  }

  private static Optional<WrittenMoment> timed(@Nullable LocalDate date, String rest) {
    return date == null ? Optional.empty() : rest(WrittenMoment.certain(date), rest);
  }

  private static Optional<WrittenMoment> rest(WrittenMoment day, String rest) {
    String time = rest.replaceFirst("^[T\\s,]+", "").strip();
    if (time.isEmpty()) {
      return Optional.of(day);
    }
    Matcher offset = OFFSET.matcher(time);
    if (offset.matches()) {
      return offset(offset.group(2))
          .flatMap(from -> TimeText.parse(offset.group(1)).map(at -> day.at(at, from)));
    }
    return TimeText.parse(time).map(clock -> day.at(clock, null));
  }

  private static Optional<ZoneOffset> offset(String written) {
    try {
      return Optional.of(ZoneOffset.of(written));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    int number = Integer.parseInt(year);
    int full = year.length() > 2 ? number : number + (number < 70 ? 2000 : 1900);
    try {
      return full < 1970 || full > 2099
          ? null
          : LocalDate.of(full, Integer.parseInt(month), Integer.parseInt(day));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
