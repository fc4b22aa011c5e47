package org.breachledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Six calendar months back, and six more. */
class WindowsTest {

  @ParameterizedTest
  @CsvSource({
    "2026-07-01, 2026-01-01, 2025-07-01",
    "2026-01-01, 2025-07-01, 2025-01-01",
    "2023-08-31, 2023-02-28, 2022-08-31",
    "2024-08-31, 2024-02-29, 2023-08-31",
    "2024-08-30, 2024-02-29, 2023-08-30",
    "2024-08-29, 2024-02-29, 2023-08-29",
    "2024-08-28, 2024-02-28, 2023-08-28",
    "2024-02-29, 2023-08-29, 2023-02-28",
    "2026-10-31, 2026-04-30, 2025-10-31"
  })
  void theHalvesClampAtMonthEnds(LocalDate anchor, LocalDate middle, LocalDate start) {
    assertThat(Windows.at(anchor, 6)).isEqualTo(new Windows(start, middle, anchor));
  }

  @Test
  void everyMonthTouchedMustBeSubmitted() {
    assertThat(Windows.at(LocalDate.of(2026, 7, 1), 6).months())
        .hasSize(12)
        .startsWith(YearMonth.of(2025, 7))
        .endsWith(YearMonth.of(2026, 6));
    assertThat(Windows.at(LocalDate.of(2026, 7, 15), 6).months())
        .hasSize(13)
        .startsWith(YearMonth.of(2025, 7))
        .endsWith(YearMonth.of(2026, 7));
  }

  /** Every anchor of four years, one of them a leap year. */
  @Test
  void theHalvesOfEveryDayOfFourYearsMeetAndNeverOverlap() {
    IntStream.range(0, 1461)
        .mapToObj(LocalDate.of(2023, 1, 1)::plusDays)
        .forEach(
            anchor -> {
              Windows windows = Windows.at(anchor, 6);
              assertThat(windows.end()).isEqualTo(anchor);
              assertThat(windows.previousDays()).isBetween(181L, 184L);
              assertThat(windows.currentDays()).isBetween(181L, 184L);
              assertThat(windows.previousDays() + windows.currentDays()).isBetween(365L, 366L);
            });
  }
}
