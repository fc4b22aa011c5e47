package org.breachledger.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatedMonthsTest {

  @Test
  void bothNamedMonthsAreCovered() {
    assertThat(StatedMonths.parse("2026-01..2026-03"))
        .containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    assertThat(StatedMonths.parse("2026-01")).containsExactly(YearMonth.of(2026, 1));
    assertThat(StatedMonths.parse(null)).isEmpty();
  }

  /** Half a period is none: a month too few would be called silence. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        "2026-01..",
        "..2026-01",
        "2026-03..2026-01",
        "2026-01..2026-02..2026-03",
        ""
      })
  void whatIsNoPeriodIsRefused(String written) {
    assertThatThrownBy(() -> StatedMonths.parse(written))
        .isInstanceOf(WrongUsage.class)
        .hasMessageContaining("is no period");
  }
}
