package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The writing nearly every log uses, {@code 04/01/2024} alone or before {@code 9:30} or {@code
 * 09:30:00}, read sign by sign: the same that {@link DayText} and {@link TimeText} make of it, in a
 * twentieth of the time. Whatever else is written is left to them.
 */
final class StrokedMoment {

  private final String text;
  private int at;

  private StrokedMoment(String text) {
    this.text = text;
  }

  /** The moment; null where it is written otherwise, or does not exist. */
  static @Nullable WrittenMoment find(String text) {
    return new StrokedMoment(text).read();
  }

  private @Nullable WrittenMoment read() {
    int one = number(2);
    int two = one < 0 || !sign('/') ? -1 : number(2);
    int begun = at + 1;
    int year = two < 0 || !sign('/') ? -1 : number(4);
    if (year < 0 || at - begun != 4) {
      return null;
    }
    LocalDate dayFirst = DayText.date(year, two, one);
    LocalDate monthFirst = DayText.date(year, one, two);
    if (dayFirst == null && monthFirst == null) {
      return null;
    }
    if (at == text.length()) {
      return new WrittenMoment(dayFirst, monthFirst, null, null);
    }
    LocalTime time = sign(' ') ? time() : null;
    return time == null ? null : new WrittenMoment(dayFirst, monthFirst, time, null);
  }

  private @Nullable LocalTime time() {
    int hour = number(2);
    int minute = hour < 0 || !sign(':') ? -1 : twoDigits();
    int second = 0;
    if (minute >= 0 && at < text.length()) {
      second = sign(':') ? twoDigits() : -1;
    }
    boolean exists = minute >= 0 && second >= 0 && at == text.length();
    return exists && hour < 24 && minute < 60 && second < 60
        ? LocalTime.of(hour, minute, second)
        : null;
  }

  private int twoDigits() {
    int begun = at;
    int number = number(2);
    return at - begun == 2 ? number : -1;
  }

  private boolean sign(char expected) {
    boolean there = at < text.length() && text.charAt(at) == expected;
    at += there ? 1 : 0;
    return there;
  }

  /** The number that begins here, of some digits at most; -1 where none does. */
  private int number(int digits) {
    int begun = at;
    int number = 0;
    while (at < text.length()
        && at - begun < digits
        && text.charAt(at) >= '0'
        && text.charAt(at) <= '9') {
      number = number * 10 + (text.charAt(at) - '0');
      at++;
    }
    return at == begun ? -1 : number;
  }
}
