package org.breachledger.independent;

/**
 * London's calendar and clock in whole seconds since 1970, for checking: no library of dates is
 * asked. Summer time runs from the last Sunday of March to the last Sunday of October, both at
 * 01:00 by Greenwich.
 */
public final class PlainClock {

  /** The seconds of an hour. */
  public static final long HOUR = 3600;

  /** The seconds of a day on which no clock changes. */
  public static final long DAY = 24 * HOUR;

  private static final int[] LENGTHS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  private static final int SUNDAY = 3; // day 0, 1 January 1970, was a Thursday

  private PlainClock() {}

  /** A day of the calendar. */
  public record Civil(int year, int month, int day) {

    /** The same day some months later, or the last day of a month that has no such day. */
    public Civil plusMonths(int months) {
      int index = year * 12 + month - 1 + months;
      int later = index % 12 + 1;
      return new Civil(index / 12, later, Math.min(day, length(index / 12, later)));
    }

    /** How many days lie between this one and 1 January 1970. */
    public long number() {
      long days = day - 1L;
      for (int y = 1970; y < year; y++) {
        days += leap(y) ? 366 : 365;
      }
      for (int m = 1; m < month; m++) {
        days += length(year, m);
      }
      return days;
    }

    /** The day in ISO. */
    public String written() {
      return year + "-" + two(month) + "-" + two(day);
    }
  }

  /** The day of a number, 0 being 1 January 1970. */
  public static Civil civil(long number) {
    long rest = number;
    int year = 1970;
    while (rest >= (leap(year) ? 366 : 365)) {
      rest -= leap(year) ? 366 : 365;
      year++;
    }
    int month = 1;
    while (rest >= length(year, month)) {
      rest -= length(year, month);
      month++;
    }
    return new Civil(year, month, (int) rest + 1);
  }

  /** London's distance from Greenwich at a moment, in seconds: 0, or an hour in summer. */
  public static long offset(long moment) {
    int year = civil(moment / DAY).year();
    boolean summer =
        moment >= lastSunday(year, 3) * DAY + HOUR && moment < lastSunday(year, 10) * DAY + HOUR;
    return summer ? HOUR : 0;
  }

  /** What London's clock shows at a moment, as seconds since it showed 1970. */
  public static long local(long moment) {
    return moment + offset(moment);
  }

  /** The moments at which London's clock shows a time: one, two in October, none in March. */
  public static long[] moments(long local) {
    boolean summer = offset(local - HOUR) == HOUR;
    boolean winter = offset(local) == 0;
    if (summer && winter) {
      return new long[] {local - HOUR, local};
    }
    if (summer || winter) {
      return new long[] {summer ? local - HOUR : local};
    }
    return new long[0];
  }

  /**
   * The moment of a local time: the first of two; where the clock skips it, so long after the
   * change as it would have been after it.
   */
  public static long moment(long local) {
    long[] moments = moments(local);
    return moments.length > 0 ? moments[0] : local;
  }

  /** The first second of a day in London. */
  public static long startOf(long day) {
    return moment(day * DAY);
  }

  /** The last second of a day in London. */
  public static long endOf(long day) {
    return startOf(day + 1) - 1;
  }

  /** The number of the London day of a moment. */
  public static long dayOf(long moment) {
    return local(moment) / DAY;
  }

  /** So many calendar months later by London's clock. */
  public static long plusMonths(long moment, int months) {
    long local = local(moment);
    long day = civil(local / DAY).plusMonths(months).number();
    return moment(day * DAY + local % DAY);
  }

  /** A local time in ISO without an offset, with its seconds. */
  public static String written(long local) {
    long second = local % DAY;
    return civil(local / DAY).written()
        + "T"
        + two(second / HOUR)
        + ":"
        + two(second % HOUR / 60)
        + ":"
        + two(second % 60);
  }

  /** A moment in ISO with London's offset. */
  public static String withOffset(long moment) {
    return written(local(moment)) + (offset(moment) == 0 ? "+00:00" : "+01:00");
  }

  private static long lastSunday(int year, int month) {
    long last = new Civil(year, month, length(year, month)).number();
    return last - Math.floorMod(last - SUNDAY, 7);
  }

  private static boolean leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static int length(int year, int month) {
    return month == 2 && leap(year) ? 29 : LENGTHS[month - 1];
  }

  private static String two(long number) {
    return (number < 10 ? "0" : "") + number;
  }
}
