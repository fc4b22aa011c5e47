package org.breachledger.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The months a title or a name states: {@code May 2024}, {@code 2024-05}, {@code September 2023 to
 * July 2024}, {@code July to October 2024}, {@code July and August 2024}, {@code 01/09/2023 -
 * 31/08/2024}. A month without a year is the last of its name up to the month with a year behind
 * it. A single day ("as at 31 May 2024") states no period; of a range of days only whole months
 * count.
 */
final class Periods {

  private static final String NAME = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*+\\.?";
  private static final String NAME_AND_YEAR =
      "(?<%1$sname>" + NAME + ")[\\s_'-]*(?<%1$syear>\\d{4}|\\d{2}(?!\\d))";
  private static final String LEADS_TO = "[\\s_]*(?:to|until|till|through|-|–|—|\\.\\.)[\\s_]*";
  private static final String AND = "(?:[\\s_]+and[\\s_]+|[\\s_]*&[\\s_]*)";
  private static final String BESIDE = "(?:" + AND + "|[\\s_]*[,/+][\\s_]*(?:and[\\s_]+)?)";
  private static final String LISTED =
      "[\\s_]*(?:and[\\s_]+)?" + NAME + "(?:[\\s_]*[,/+][\\s_]*" + NAME + ")*" + AND + NAME;
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:"
              + "(?<full>\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}"
              + "|\\d{1,2}(?:st|nd|rd|th)?\\s+"
              + NAME
              + "\\s+\\d{4})"
              + "|"
              + NAME_AND_YEAR.formatted("")
              + "|(?<!\\d(?:st|nd|rd|th)?\\s{1,3})(?<bare>"
              + NAME
              + ")(?=(?:(?:"
              + LEADS_TO
              + "|"
              + BESIDE
              + ")"
              + NAME
              + "){0,11}(?:"
              + LEADS_TO
              + "|"
              + BESIDE
              + ")"
              + NAME_AND_YEAR.formatted("to")
              + ")"
              + "|(?<iso>(?<isoYear>20\\d{2})[-_]?(?<isoMonth>0[1-9]|1[0-2]))"
              + "|(?<rev>(?<revMonth>0[1-9]|1[0-2])[-_./](?<revYear>20\\d{2}))"
              + ")(?!\\d)",
          Pattern.CASE_INSENSITIVE);

  /**
   * What may as well stand between a name and a month, unless an "and" behind it makes it a list.
   */
  private static final Pattern DOUBTFUL =
      Pattern.compile("[\\s_]*[-–—.,](?!" + LISTED + ")", Pattern.CASE_INSENSITIVE);

  /** Before a month and a dash stands nothing that may be a name with it. */
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?:^|[:(\\[]|(?<!\\p{L})(?:for|of|from|in|period|log|register|incidents?|breach(?:es)?|months?"
              + "|returns?|reports?))[\\s_,-]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TO = Pattern.compile(LEADS_TO, Pattern.CASE_INSENSITIVE);

  /** Between two months of a list or a stretch. */
  private static final Pattern LINK =
      Pattern.compile(LEADS_TO + "|" + BESIDE, Pattern.CASE_INSENSITIVE);

  private static final int LONGEST = 240;

  private Periods() {}

  /** A month, or a day where a whole date is written. */
  private record Token(
      int start, int end, @Nullable YearMonth month, @Nullable WrittenMoment day) {}

  /** The months stated; empty where none is. */
  static SortedSet<YearMonth> in(String text) {
    SortedSet<YearMonth> months = new TreeSet<>();
    List<Token> tokens = tokens(text);
    for (int i = 0; i < tokens.size(); i++) {
      Token one = tokens.get(i);
      Token two = i + 1 < tokens.size() ? tokens.get(i + 1) : null;
      if (two != null && TO.matcher(text.substring(one.end(), two.start())).matches()) {
        months.addAll(range(one, two));
        i++;
      } else if (one.month() != null) {
        months.add(one.month());
      }
    }
    return months;
  }

  /**
   * The last day a name speaks of, such as {@code As at 31.03.2024} or {@code March 2024}; empty
   * where it speaks of none.
   */
  static Optional<LocalDate> last(String text) {
    return tokens(text).stream()
        .flatMap(token -> day(token).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<LocalDate> day(Token token) {
    WrittenMoment day = token.day();
    if (day == null) {
      return Optional.ofNullable(token.month()).map(YearMonth::atEndOfMonth);
    }
    return day.date(DateOrder.DMY).or(() -> day.date(DateOrder.MDY));
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = new ArrayList<>();
    Matcher match = TOKEN.matcher(text);
    int named = -1;
    while (match.find()) {
      if (match.group("full") != null) {
        MomentText.parse(match.group("full"))
            .ifPresent(day -> tokens.add(new Token(match.start(), match.end(), null, day)));
      } else if (match.group("bare") == null
          || follows(text, named, match.start())
          || leads(text, match)) {
        month(match)
            .ifPresent(month -> tokens.add(new Token(match.start(), match.end(), month, null)));
        named = match.group("bare") == null ? -1 : match.end();
      }
    }
    return tokens;
  }

  /** What follows a month of a list is one of it, too. */
  private static boolean follows(String text, int named, int start) {
    return named >= 0 && LINK.matcher(text.substring(named, start)).matches();
  }

  /**
   * "Theresa May - March 2024" is one month and no stretch; "May to March 2024" leaves no doubt.
   */
  private static boolean leads(String text, Matcher bare) {
    return !DOUBTFUL.matcher(text).region(bare.end(), text.length()).lookingAt()
        || NO_NAME.matcher(text.substring(0, bare.start())).find();
  }

  private static Optional<YearMonth> month(Matcher match) {
    if (match.group("iso") != null) {
      return Optional.of(of(match.group("isoYear"), Integer.parseInt(match.group("isoMonth"))));
    }
    if (match.group("rev") != null) {
      return Optional.of(of(match.group("revYear"), Integer.parseInt(match.group("revMonth"))));
    }
    if (match.group("bare") != null) {
      return named(match.group("toname"), match.group("toyear"))
          .flatMap(
              last ->
                  named(match.group("bare"), match.group("toyear"))
                      .map(first -> first.isAfter(last) ? first.minusYears(1) : first));
    }
    return named(match.group("name"), match.group("year"));
  }

  /** Other words begin like a month, too: {@code Mayfield 2024} is none. */
  private static Optional<YearMonth> named(String name, String year) {
    return MonthName.find(name.replace(".", "")).map(month -> of(year, month));
  }

  private static YearMonth of(String year, int month) {
    int written = Integer.parseInt(year);
    return YearMonth.of(written < 100 ? written + 2000 : written, month);
  }

  private static SortedSet<YearMonth> range(Token one, Token two) {
    SortedSet<YearMonth> months = new TreeSet<>();
    DateOrder order = order(one, two);
    Optional<YearMonth> first = first(one, order);
    Optional<YearMonth> last = last(two, order);
    if (first.isPresent() && last.isPresent()) {
      YearMonth month = first.get();
      while (!month.isAfter(last.get()) && months.size() < LONGEST) {
        months.add(month);
        month = month.plusMonths(1);
      }
    }
    return months;
  }

  private static DateOrder order(Token one, Token two) {
    for (Token token : List.of(one, two)) {
      WrittenMoment day = token.day();
      Optional<DateOrder> proof = day == null ? Optional.empty() : day.proves();
      if (proof.isPresent()) {
        return proof.get();
      }
    }
    return DateOrder.UNDECIDED;
  }

  private static Optional<YearMonth> first(Token token, DateOrder order) {
    WrittenMoment day = token.day();
    if (day == null) {
      return Optional.ofNullable(token.month());
    }
    return day.date(order)
        .map(date -> YearMonth.from(date.getDayOfMonth() == 1 ? date : date.plusMonths(1)));
  }

  private static Optional<YearMonth> last(Token token, DateOrder order) {
    WrittenMoment day = token.day();
    if (day == null) {
      return Optional.ofNullable(token.month());
    }
    return day.date(order).map(Periods::lastWhole);
  }

  private static YearMonth lastWhole(LocalDate date) {
    boolean end = date.getDayOfMonth() == date.lengthOfMonth();
    return YearMonth.from(end ? date : date.minusMonths(1));
  }
}
