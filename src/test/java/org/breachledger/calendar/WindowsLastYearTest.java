package org.breachledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** The months the half touches, its days, and the same half a year before. */
class WindowsLastYearTest {

  private static final Windows HALVES = Windows.at(LocalDate.of(2026, 7, 15), 6);

  @Test
  void theHalfNamesTheMonthsItTouches() {
    assertThat(HALVES.currentMonths())
        .hasSize(7)
        .startsWith(YearMonth.of(2026, 1))
        .endsWith(YearMonth.of(2026, 7));
  }

  @Test
  void theEdgesBelongToJustOneHalf() {
    assertThat(HALVES.inPrevious(LocalDate.of(2025, 7, 14))).isFalse();
    assertThat(HALVES.inPrevious(LocalDate.of(2025, 7, 15))).isTrue();
    assertThat(HALVES.inPrevious(LocalDate.of(2026, 1, 14))).isTrue();
    assertThat(HALVES.inPrevious(LocalDate.of(2026, 1, 15))).isFalse();
    assertThat(HALVES.inCurrent(LocalDate.of(2026, 1, 14))).isFalse();
    assertThat(HALVES.inCurrent(LocalDate.of(2026, 1, 15))).isTrue();
    assertThat(HALVES.inCurrent(LocalDate.of(2026, 7, 14))).isTrue();
    assertThat(HALVES.inCurrent(LocalDate.of(2026, 7, 15))).isFalse();
  }

  @Test
  void aYearBeforeIsTheSameHalf() {
    assertThat(HALVES.lastYear()).isEqualTo(Windows.at(LocalDate.of(2025, 7, 15), 6));
  }
}
