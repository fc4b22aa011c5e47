package org.breachledger.intake.mis;

/**
 * Reads the moments that programs write, out of bytes and without leaving anything behind: {@code
 * 2026-03-02T08:15:30.250Z}, {@code 2026-03-02 08:15}, {@code 02/03/2026 08:15:30}, {@code
 * 02-03-2026 8:15}. Rarer writings are read by {@link org.breachledger.intake.LogMoment}.
 *
 * <p>The offset is {@link #NO_OFFSET} where none is written.
 */
final class StampBytes {

  static final int NO_OFFSET = Integer.MIN_VALUE;

  private static final int DAY_MINUTES = 24 * 60;
  private static final int[] TENTHS = {0, 100, 10, 1};

  private final boolean monthFirst;
  private byte[] text = {};
  private int at;
  private int end;

  int year;
  int month;
  int day;
  int milliOfDay;
  int offsetSeconds;
  boolean timed;

  StampBytes(boolean monthFirst) {
    this.monthFirst = monthFirst;
  }

  /** Reads a moment; false where it is written in another way or is none. */
  boolean read(byte[] bytes, int from, int to) {
    text = bytes;
    at = from;
    end = to;
    offsetSeconds = NO_OFFSET;
    milliOfDay = 0;
    timed = false;
    return date() && (at == end || (time() && at == end));
  }

  private boolean date() {
    int begun = at;
    int first = number(4);
    int firstDigits = at - begun;
    int separator = at < end ? text[at] : 0;
    if (first < 0 || (separator != '-' && separator != '/')) {
      return false;
    }
    at++;
    int second = number(2);
    if (second < 0 || at >= end || text[at] != separator) {
      return false;
    }
    at++;
    begun = at;
    int third = number(4);
    int thirdDigits = at - begun;
    if (firstDigits == 4 && thirdDigits <= 2 && third >= 0) {
      year = first;
      month = second;
      day = third;
    } else if (firstDigits <= 2 && thirdDigits == 4) {
      year = third;
      month = monthFirst ? first : second;
      day = monthFirst ? second : first;
    } else {
      return false;
    }
    return year >= 1970 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= days();
  }

  private int days() {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  private boolean time() {
    if (text[at] != ' ' && text[at] != 'T') {
      return false;
    }
    at++;
    int hour = number(2);
    if (hour < 0 || hour > 23 || at >= end || text[at] != ':') {
      return false;
    }
    at++;
    int minute = twoDigits();
    int second = 0;
    if (minute < 0 || minute > 59) {
      return false;
    }
    int thousandth = 0;
    if (at < end && text[at] == ':') {
      at++;
      second = twoDigits();
      if (second < 0 || second > 59) {
        return false;
      }
      thousandth = fraction();
      if (thousandth < 0) {
        return false;
      }
    }
    milliOfDay = ((hour * 60 + minute) * 60 + second) * 1000 + thousandth;
    timed = true;
    return at == end || offset();
  }

  /** The part of a second behind a point; later digits than thousandths are dropped. */
  private int fraction() {
    if (at >= end || text[at] != '.') {
      return 0;
    }
    at++;
    int begun = at;
    int value = 0;
    while (at < end && text[at] >= '0' && text[at] <= '9') {
      if (at - begun < 3) {
        value = value * 10 + text[at] - '0';
      }
      at++;
    }
    int digits = at - begun;
    return digits == 0 ? -1 : digits < 3 ? value * TENTHS[digits] : value;
  }

  private boolean offset() {
    if (text[at] == 'Z') {
      at++;
      offsetSeconds = 0;
      return true;
    }
    int sign = text[at] == '+' ? 1 : text[at] == '-' ? -1 : 0;
    at++;
    int hours = sign == 0 ? -1 : twoDigits();
    if (at < end && text[at] == ':') {
      at++;
    }
    int minutes = hours < 0 ? -1 : twoDigits();
    offsetSeconds = sign * (hours * 60 + minutes) * 60;
    return minutes >= 0 && minutes < 60 && hours * 60 + minutes < DAY_MINUTES;
  }

  private int twoDigits() {
    int begun = at;
    int value = number(2);
    return at - begun == 2 ? value : -1;
  }

  /** Up to so many digits; less than 0 where there is none. */
  private int number(int most) {
    int value = -1;
    int last = Math.min(end, at + most);
    while (at < last && text[at] >= '0' && text[at] <= '9') {
      value = (value < 0 ? 0 : value * 10) + text[at] - '0';
      at++;
    }
    return value;
  }
}
