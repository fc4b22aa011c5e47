package org.breachledger.incident;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number of data subjects as schools write it [004 5.2.2].
 *
 * <p>A range keeps both ends, "up to" and "fewer than" begin at nobody. What has no upper end
 * ("more than 50", "50+") or no number at all ("TBC", "all Year 7") is unknown: a gap, never a
 * zero.
 */
public final class IndividualsText {

  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.0+)?";
  private static final String ABOUT =
      "(?:(?:approx\\.?|approximately|about|around|circa|roughly|c\\.?|est\\.?|estimated|~) ?)?";
  private static final String PEOPLE =
      "(?: (?:people|persons?|pupils?|students?|child|children|individuals?|data subjects?|staff"
          + "|members? of staff|parents?|adults?|employees?|learners?))?"
          + "(?: ?\\((?:approx\\.?|approximately|est\\.?|estimated)\\))?";

  private static final Map<String, Integer> WORDS =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12));

  private static final List<Shape> SHAPES =
      List.of(
          shape(ABOUT + NUMBER + PEOPLE, found -> range(number(found, 1), number(found, 1))),
          shape(
              ABOUT + "(?:between )?" + NUMBER + " ?(?:-|to|and|\\.\\.) ?" + NUMBER + PEOPLE,
              found -> range(number(found, 1), number(found, 2))),
          shape(
              "(?:<|less than|fewer than|under|below) ?" + NUMBER + PEOPLE,
              found -> range(0, number(found, 1) - 1)),
          shape(
              "(?:<=|≤|up to|at most|no more than|not more than|maximum|max\\.?) ?"
                  + NUMBER
                  + PEOPLE,
              found -> range(0, number(found, 1))),
          shape(
              "(" + String.join("|", WORDS.keySet()) + ")" + PEOPLE,
              found -> Optional.ofNullable(WORDS.get(found.group(1))).map(Individuals::of)));

  private record Shape(Pattern pattern, Function<Matcher, Optional<Individuals>> reading) {}

  private IndividualsText() {}

  /**
   * The number of individuals in a cell.
   *
   * @return empty where the cell is blank, says that nobody knows, has no upper end, or is no
   *     number
   */
  public static Optional<Individuals> parse(String written) {
    String text = plain(written);
    for (Shape shape : SHAPES) {
      Matcher found = shape.pattern().matcher(text);
      if (found.matches()) {
        return shape.reading().apply(found);
      }
    }
    return Optional.empty();
  }

  private static String plain(String written) {
    return written
        .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
        .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  private static Shape shape(String pattern, Function<Matcher, Optional<Individuals>> reading) {
    return new Shape(Pattern.compile(pattern), reading);
  }

  private static int number(Matcher found, int group) {
    String digits = found.group(group).replace(",", "");
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }

  private static Optional<Individuals> range(int lower, int upper) {
    return lower < 0 || upper < lower
        ? Optional.empty()
        : Optional.of(new Individuals(lower, upper));
  }
}
