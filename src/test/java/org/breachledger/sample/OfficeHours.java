package org.breachledger.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;

/** When people at a school get round to writing something down. All times are local. */
final class OfficeHours {

  private OfficeHours() {}

  /** The next moment from then on at which an office is open. */
  static LocalDateTime office(LocalDateTime then) {
    LocalDateTime moment = then;
    if (moment.toLocalTime().isAfter(LocalTime.of(17, 0))) {
      moment = moment.toLocalDate().plusDays(1).atTime(8, 20 + then.getMinute() / 2);
    } else if (moment.toLocalTime().isBefore(LocalTime.of(8, 0))) {
      moment = moment.toLocalDate().atTime(8, 20 + then.getMinute() / 2);
    }
    while (!atWork(moment.toLocalDate())) {
      moment = moment.plusDays(1);
    }
    return moment;
  }

  /** Whether anybody is in: no weekend, and not between Christmas and New Year. */
  private static boolean atWork(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    boolean christmas = date.isAfter(MonthDay.of(12, 23)) || date.isBefore(MonthDay.of(1, 3));
    return !christmas && day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
  }

  /** The same time, or the next morning where it falls in the night. */
  static LocalDateTime awake(LocalDateTime then) {
    if (then.getHour() >= 20) {
      return then.toLocalDate().plusDays(1).atTime(7, 40 + then.getMinute() / 4);
    }
    return then.getHour() >= 7 ? then : then.toLocalDate().atTime(7, 40 + then.getMinute() / 4);
  }
}
