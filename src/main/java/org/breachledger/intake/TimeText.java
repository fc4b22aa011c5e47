package org.breachledger.intake;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Times of day as people write them: {@code 14:05}, {@code 9.30}, {@code 2pm}, {@code 0930}, {@code
 * 14h05}.
 */
final class TimeText {

  private static final Pattern TIME =
      Pattern.compile(
          "(?:at\\s+)?(\\d{1,2})(?:[:.h](\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?)?\\s*"
              + "(?:([ap])\\.?m\\.?)?\\s*(?:hrs?|hours)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FOUR_DIGITS =
      Pattern.compile("(\\d{2})(\\d{2})\\s*(?:hrs?|hours)?", Pattern.CASE_INSENSITIVE);

  private TimeText() {}

  /** The time of day; empty where the text is none, or is an hour without minutes or am and pm. */
  static Optional<LocalTime> parse(String text) {
    String written = text.strip();
    if (written.equalsIgnoreCase("noon") || written.equalsIgnoreCase("midday")) {
      return Optional.of(LocalTime.NOON);
    }
    Matcher four = FOUR_DIGITS.matcher(written);
    if (four.matches()) {
      return of(four.group(1), four.group(2), null, null);
    }
    Matcher match = TIME.matcher(written);
    if (!match.matches() || (match.group(2) == null && match.group(4) == null)) {
      return Optional.empty();
    }
    return of(match.group(1), match.group(2), match.group(3), match.group(4));
  }

  private static Optional<LocalTime> of(
      String hour, @Nullable String minute, @Nullable String second, @Nullable String half) {
    try {
      int hours = Integer.parseInt(hour);
      if (half != null) {
        if (hours < 1 || hours > 12) {
          return Optional.empty();
        }
        boolean afternoon = half.toLowerCase(Locale.ROOT).equals("p");
        hours = hours % 12 + (afternoon ? 12 : 0);
      }
      return Optional.of(LocalTime.of(hours, number(minute), number(second)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(@Nullable String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
