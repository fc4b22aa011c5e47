package org.breachledger.incident;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of individuals affected, as a closed range of whole people; equal ends where the
 * number is known exactly. Scores on its upper bound [004 6.5.2].
 *
 * @param lower at least so many, 0 or more
 * @param upper at most so many, not below {@code lower}
 */
public record Individuals(int lower, int upper) implements Value {

  private static final Pattern TYPED =
      Pattern.compile("(\\d{1,7})(?: *(?:-|–|to|\\.\\.) *(\\d{1,7}))?");

  /** Refuses a range that is empty or below zero. */
  public Individuals {
    if (lower < 0 || upper < lower) {
      throw new IllegalArgumentException("individuals must be a range such as 20..30");
    }
  }

  /** Exactly so many. */
  public static Individuals of(int number) {
    return new Individuals(number, number);
  }

  /** Reads {@code 292} or {@code 20..30}, as {@link #written()} writes it. */
  public static Individuals parse(String written) {
    int dots = written.indexOf("..");
    if (dots < 0) {
      return of(Integer.parseInt(written));
    }
    return new Individuals(
        Integer.parseInt(written.substring(0, dots)),
        Integer.parseInt(written.substring(dots + 2)));
  }

  /**
   * Reads what a person types: {@code 292}, or {@code 20-30}; empty where it is neither, or beyond
   * seven digits.
   */
  public static Optional<Individuals> typed(String written) {
    Matcher found = TYPED.matcher(written.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int lower = Integer.parseInt(found.group(1));
    int upper = found.group(2) == null ? lower : Integer.parseInt(found.group(2));
    return upper < lower ? Optional.empty() : Optional.of(new Individuals(lower, upper));
  }

  /** Whether the number is known exactly. */
  public boolean exact() {
    return lower == upper;
  }

  @Override
  public String written() {
    return exact() ? Integer.toString(lower) : lower + ".." + upper;
  }
}
