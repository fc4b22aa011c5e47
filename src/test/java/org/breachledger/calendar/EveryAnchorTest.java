package org.breachledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.breachledger.independent.PlainClock;
import org.breachledger.independent.PlainClock.Civil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every anchor of four years, one of them a leap year, against plain counting of months. */
class EveryAnchorTest {

  private static final long FIRST = new Civil(2023, 1, 1).number();
  private static final long END = new Civil(2027, 1, 1).number();

  @ParameterizedTest(name = "windows of {0} months")
  @ValueSource(ints = {1, 3, 6, 12})
  void theWindowsAreCountedBackFromTheAnchor(int months) {
    LongStream.range(FIRST, END)
        .forEach(
            number -> {
              Civil anchor = PlainClock.civil(number);
              Civil middle = anchor.plusMonths(-months);
              Civil start = anchor.plusMonths(-2 * months);
              Windows windows = Windows.at(day(anchor), months);
              assertThat(windows).isEqualTo(new Windows(day(start), day(middle), day(anchor)));
              assertThat(windows.previousDays()).isEqualTo(middle.number() - start.number());
              assertThat(windows.currentDays()).isEqualTo(number - middle.number());
            });
  }

  /** Each day of 400 before the anchor lies in one window, or before both; each month is named. */
  @ParameterizedTest(name = "every day before every anchor, by {0} months")
  @ValueSource(ints = 6)
  void everyDayLiesInOneWindow(int months) {
    LongStream.range(FIRST, END)
        .forEach(
            number -> {
              Civil anchor = PlainClock.civil(number);
              long middle = anchor.plusMonths(-months).number();
              long start = anchor.plusMonths(-2 * months).number();
              Windows windows = Windows.at(day(anchor), months);
              Set<YearMonth> touched = new LinkedHashSet<>();
              LocalDate from = LocalDate.ofEpochDay(number - 400);
              for (long day = number - 400; day < number + 2; day++) {
                LocalDate date = from.plusDays(day - number + 400);
                boolean previous = day >= start && day < middle;
                boolean current = day >= middle && day < number;
                assertThat(windows.inPrevious(date)).isEqualTo(previous);
                assertThat(windows.inCurrent(date)).isEqualTo(current);
                if (previous || current) {
                  touched.add(YearMonth.from(date));
                }
              }
              assertThat(windows.months()).containsExactlyElementsOf(touched);
            });
  }

  private static LocalDate day(Civil civil) {
    return LocalDate.of(civil.year(), civil.month(), civil.day());
  }
}
