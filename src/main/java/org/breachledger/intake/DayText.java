package org.breachledger.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The day with which a text begins.
 *
 * @param day in both readings where day and month could change places
 * @param rest what follows it; begins with the sign between, empty where nothing follows
 * @param shortYear whether its year has two digits
 */
record DayText(WrittenMoment day, String rest, boolean shortYear) {

  private static final String MONTH =
      "(?<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\\.?";
  private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
  private static final String YEAR = "(?<year>\\d{4}|'?\\d{2})";
  private static final String GAP = "[\\s,/.-]*(?:of\\s+)?";
  private static final String REST = "(?<rest>(?:[T\\s,;@(–-].*)?)";

  private static final List<Pattern> NAMED =
      List.of(
          pattern(DAY + GAP + MONTH + GAP + YEAR + REST),
          pattern(MONTH + "[\\s,-]*" + DAY + "[\\s,-]+(?<year>\\d{4}|'\\d{2})" + REST),
          pattern("(?<year>\\d{4})[\\s/-]*" + MONTH + "[\\s/-]*(?<day>\\d{1,2})" + REST));
  private static final Pattern YEAR_FIRST =
      pattern("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})" + REST);
  private static final Pattern COMPACT = pattern("(\\d{4})(\\d{2})(\\d{2})" + REST);
  private static final Pattern YEAR_LAST =
      pattern("(\\d{1,2})\\s?([-/.\\s])\\s?(\\d{1,2})\\s?\\2\\s?(\\d{4}|\\d{2})" + REST);

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** The day; empty where the text begins with none. */
  static Optional<DayText> begin(String written) {
    if (written.isEmpty() || !Character.isDigit(written.charAt(0))) {
      return named(written);
    }
    Matcher last = YEAR_LAST.matcher(written);
    if (last.matches()) {
      return yearLast(last);
    }
    for (Pattern pattern : List.of(YEAR_FIRST, COMPACT)) {
      Matcher first = pattern.matcher(written);
      if (first.matches()) {
        int month = pattern == COMPACT ? 2 : 3;
        return of(
            date(first.group(1), first.group(month), first.group(month + 1)),
            first.group("rest"),
            false);
      }
    }
    return named(written);
  }

  /** Between points a date is written day first; between strokes the log must tell. */
  private static Optional<DayText> yearLast(Matcher match) {
    String one = match.group(1);
    String two = match.group(3);
    String year = match.group(4);
    LocalDate dayFirst = date(year, two, one);
    LocalDate monthFirst = date(year, one, two);
    boolean shortYear = year.length() == 2;
    if (shortYear && match.group(2).isBlank()) {
      return Optional.empty();
    }
    if (match.group(2).equals(".") && dayFirst != null) {
      return of(dayFirst, match.group("rest"), shortYear);
    }
    if (dayFirst == null && monthFirst == null) {
      return Optional.empty();
    }
    WrittenMoment day = new WrittenMoment(dayFirst, monthFirst, null, null);
    return Optional.of(new DayText(day, match.group("rest"), shortYear));
  }

  private static Optional<DayText> named(String written) {
    for (Pattern pattern : NAMED) {
      Matcher match = pattern.matcher(written);
      if (match.matches()) {
        String year = match.group("year").replace("'", "");
        return MonthName.find(match.group("month"))
            .map(month -> date(year, month.toString(), match.group("day")))
            .flatMap(date -> of(date, match.group("rest"), year.length() == 2));
      }
    }
    return Optional.empty();
  }

  private static Optional<DayText> of(@Nullable LocalDate date, String rest, boolean shortYear) {
    return date == null
        ? Optional.empty()
        : Optional.of(new DayText(WrittenMoment.certain(date), rest, shortYear));
  }

  private static @Nullable LocalDate date(String year, String month, String day) {
    int number = Integer.parseInt(year);
    int full = year.length() > 2 ? number : number + (number < 70 ? 2000 : 1900);
    return date(full, Integer.parseInt(month), Integer.parseInt(day));
  }

  /** The date; null where there is none, or its year lies outside 1970 to 2099. */
  static @Nullable LocalDate date(int year, int month, int day) {
    boolean exists =
        year >= 1970
            && year <= 2099
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= YearMonth.of(year, month).lengthOfMonth();
    return exists ? LocalDate.of(year, month, day) : null;
  }
}
