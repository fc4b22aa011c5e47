package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what a cell of a column of times of day says. */
final class TimeCells {

  private TimeCells() {}

  /**
   * The time of day in a cell; empty where there is none, or where the cell holds a whole moment of
   * another day.
   *
   * @param day the day it belongs to
   */
  static Optional<LocalTime> read(GridCell cell, WrittenMoment day) {
    LocalDateTime held = cell.time();
    return switch (cell.kind()) {
      case DATE -> held == null ? Optional.empty() : of(held, day);
      case NUMBER -> partOfDay(cell.text()).or(() -> fourDigits(cell.text()));
      case TEXT -> TimeText.parse(cell.text()).or(() -> moment(cell.text(), day));
      case BLANK, ERROR -> Optional.empty();
    };
  }

  /** Whether a cell holds a time of day other than midnight. */
  static boolean afterMidnight(GridCell cell) {
    LocalDateTime held = cell.time();
    WrittenMoment day =
        held != null
            ? WrittenMoment.certain(held.toLocalDate())
            : MomentText.parse(cell.text()).orElse(new WrittenMoment(null, null, null, null));
    return read(cell, day).filter(time -> time.toSecondOfDay() != 0).isPresent();
  }

  private static Optional<LocalTime> of(LocalDateTime held, WrittenMoment day) {
    return same(held.toLocalDate(), day) ? Optional.of(held.toLocalTime()) : Optional.empty();
  }

  private static boolean same(@Nullable LocalDate date, WrittenMoment day) {
    return date != null && (date.equals(day.dayFirst()) || date.equals(day.monthFirst()));
  }

  private static Optional<LocalTime> moment(String text, WrittenMoment day) {
    return MomentText.parse(text)
        .filter(moment -> same(moment.dayFirst(), day) || same(moment.monthFirst(), day))
        .flatMap(moment -> Optional.ofNullable(moment.time()));
  }

  /** Four digits are hours and minutes; a spreadsheet drops the nought of 0930. */
  private static Optional<LocalTime> fourDigits(String digits) {
    return digits.matches("\\d{4}") ? TimeText.parse(digits) : Optional.empty();
  }

  /** A time of day as spreadsheets hold it without a format: 0.5 is noon. */
  private static Optional<LocalTime> partOfDay(String digits) {
    double part = Double.parseDouble(digits);
    return part >= 0 && part < 1
        ? Optional.of(LocalTime.ofSecondOfDay(Math.round(part * 86_400) % 86_400))
        : Optional.empty();
  }
}
