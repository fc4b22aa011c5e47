package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** The day numbers by which spreadsheets hold dates: days since 1900 or 1904, parts of days. */
public final class DateSerial {

  private static final LocalDate DAY_0_OF_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate DAY_0_OF_1904 = LocalDate.of(1904, 1, 1);
  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2099, 12, 31);
  private static final int SECONDS = 86_400;

  private DateSerial() {}

  /**
   * The local time of a day number, to the nearest second; empty where it is no date of 1970 to
   * 2099.
   *
   * @param dates1904 whether day 0 is 1 January 1904
   */
  public static Optional<LocalDateTime> read(double number, boolean dates1904) {
    if (!(number >= 1 && number < 100_000)) {
      return Optional.empty();
    }
    long seconds = Math.round(number * SECONDS);
    LocalDateTime time =
        (dates1904 ? DAY_0_OF_1904 : DAY_0_OF_1900).atStartOfDay().plusSeconds(seconds);
    LocalDate day = time.toLocalDate();
    return day.isBefore(FIRST) || day.isAfter(LAST) ? Optional.empty() : Optional.of(time);
  }
}
