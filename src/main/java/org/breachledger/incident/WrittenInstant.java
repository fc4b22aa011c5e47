package org.breachledger.incident;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Reads back an instant as {@link Instant#toString()} writes it. Every known moment of every
 * incident comes this way; those to the second, which are nearly all, are read digit by digit.
 */
final class WrittenInstant {

  private static final String SHAPE = "0000-00-00T00:00:00Z";
  private static final long DAY = 86_400;

  private WrittenInstant() {}

  static Instant parse(String written) {
    return plain(written) ? ofDigits(written) : Instant.parse(written);
  }

  /** Whether each digit and each sign stands where it is expected, the hour below 24. */
  private static boolean plain(String written) {
    if (written.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char c = written.charAt(i);
      char expected = SHAPE.charAt(i);
      if (expected == '0' ? c < '0' || c > '9' : c != expected) {
        return false;
      }
    }
    return number(written, 11, 13) < 24
        && number(written, 14, 16) < 60
        && number(written, 17, 19) < 60;
  }

  private static Instant ofDigits(String written) {
    LocalDate day =
        LocalDate.of(number(written, 0, 4), number(written, 5, 7), number(written, 8, 10));
    long second =
        number(written, 11, 13) * 3600L + number(written, 14, 16) * 60L + number(written, 17, 19);
    return Instant.ofEpochSecond(day.toEpochDay() * DAY + second);
  }

  private static int number(String written, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (written.charAt(i) - '0');
    }
    return number;
  }
}
