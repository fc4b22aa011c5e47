package org.breachledger.incident;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the number of data subjects as schools write it [004 5.2.2].
 *
 * <p>Digits or letters ("thirty"). A range keeps both ends, "up to" and "fewer than" begin at
 * nobody. What has no upper end ("more than 50", "50+"), no number at all ("TBC", "all Year 7") or
 * could be two numbers ("1.000") is unknown: a gap, never a zero.
 */
public final class IndividualsText {

  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+|\\d{1,9})(?:\\.0{1,2})?";
  private static final String ABOUT =
      "(?:(?:approx\\.?|approximately|about|around|circa|roughly|c\\.?|est\\.?|estimated|~) ?)?";
  private static final String PEOPLE =
      "(?: (?:people|persons?|pupils?|students?|child|children|individuals?|data subjects?|staff"
          + "|members? of staff|parents?|adults?|employees?|learners?))?"
          + "(?: ?\\((?:approx\\.?|approximately|est\\.?|estimated)\\))?";

  private static final List<Shape> SHAPES =
      List.of(
          shape(ABOUT + NUMBER + PEOPLE, found -> range(number(found, 1), number(found, 1))),
          shape(
              ABOUT + NUMBER + " ?(?:-|to|or|\\.\\.) ?" + NUMBER + PEOPLE,
              found -> range(number(found, 1), number(found, 2))),
          shape(
              ABOUT + "between " + NUMBER + " (?:and|-|to) ?" + NUMBER + PEOPLE,
              found -> range(number(found, 1), number(found, 2))),
          shape(
              NUMBER + " ?\\(" + NUMBER + "\\)" + PEOPLE,
              found -> same(number(found, 1), number(found, 2))),
          shape(
              "(?:<|less than|fewer than|under|below) ?" + NUMBER + PEOPLE,
              found -> range(0, number(found, 1) - 1)),
          shape(
              "(?:<=|≤|up to|at most|no more than|not more than|maximum|max\\.?) ?"
                  + NUMBER
                  + PEOPLE,
              found -> range(0, number(found, 1))),
          shape(
              NUMBER + " or (?:fewer|less|under|below)" + PEOPLE,
              found -> range(0, number(found, 1))),
          shape("none|nil|nobody|no[ -]1", found -> Optional.of(Individuals.of(0))));

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
    String plain =
        written
            .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
            .replaceAll("[\\s\\u00a0\\u2009\\u202f]+", " ")
            .strip()
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\b(\\d{1,3})k\\b", "$1,000");
    return plain.chars().anyMatch(Character::isLetter) ? NumberWords.toDigits(plain) : plain;
  }

  private static Shape shape(String pattern, Function<Matcher, Optional<Individuals>> reading) {
    return new Shape(Pattern.compile(pattern), reading);
  }

  private static int number(Matcher found, int group) {
    String digits = found.group(group).replace(",", "");
    return digits.length() > 9 ? -1 : Integer.parseInt(digits);
  }

  private static Optional<Individuals> same(int letters, int digits) {
    return letters == digits ? range(digits, digits) : Optional.empty();
  }

  private static Optional<Individuals> range(int lower, int upper) {
    return lower < 0 || upper < lower
        ? Optional.empty()
        : Optional.of(new Individuals(lower, upper));
  }
}
