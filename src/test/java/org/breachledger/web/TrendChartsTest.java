package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.breachledger.calendar.Windows;
import org.breachledger.reporting.HalfVerdict;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.TypeVerdict;
import org.junit.jupiter.api.Test;

/** Where the bars of the charts stand, and the words that say the same. */
class TrendChartsTest {

  private static final LocalDate ANCHOR = LocalDate.of(2026, 7, 1);

  @Test
  void pairsAreDrawnToTheGreatestNumber() {
    PairChart chart =
        PairChart.of(
            List.of(
                new TypeVerdict("Lost in transit", 5, 10, HalfVerdict.NOT_REDUCED, ""),
                new TypeVerdict("x".repeat(49), 0, 1, HalfVerdict.NEW, "")));

    assertThat(chart.pairs())
        .containsExactly(
            new PairChart.Pair("Lost in transit", 5, 10, 155, 310, 42),
            new PairChart.Pair("x".repeat(47) + "…", 0, 1, 0, 31, 92));
    assertThat(chart.words())
        .isEqualTo("Lost in transit: 5 before, 10 now; " + "x".repeat(49) + ": 0 before, 1 now.");
    assertThat(chart.height()).isEqualTo(128);
  }

  @Test
  void theTwelveMonthsStandInTheirHalves() {
    MonthChart chart = months(6);

    assertThat(chart.bars()).hasSize(12);
    assertThat(chart.middle()).isEqualTo(180);
    assertThat(chart.bars().get(0).name()).isEqualTo("July 2025");
    assertThat(chart.bars().get(5).now()).isFalse();
    assertThat(chart.bars().get(6).now()).isTrue();
    assertThat(chart.bars().get(11).height()).isEqualTo(96);
    assertThat(chart.bars().get(0).height()).isZero();
    assertThat(chart.bars()).extracting(MonthChart.Bar::year).contains("2025", "2026");
    assertThat(chart.bars().get(11).number()).isEqualTo("11?");
    assertThat(chart.words())
        .startsWith("July 2025 0; ")
        .endsWith("June 2026 11, not submitted in full.");
    assertThat(chart.silent()).isTrue();
  }

  @Test
  void ofManyMonthsNotEveryOneIsNamed() {
    assertThat(months(12).bars()).extracting(MonthChart.Bar::label).contains("", "Jul", "Sep");
    assertThat(months(6).bars()).extracting(MonthChart.Bar::label).doesNotContain("");
  }

  /** As many incidents as the month's place; the last month is not submitted. */
  private static MonthChart months(int half) {
    Windows windows = Windows.at(ANCHOR, half);
    List<YearMonth> months = windows.wholeMonths();
    return MonthChart.of(
        IntStream.range(0, months.size())
            .mapToObj(i -> new MonthCount(months.get(i), i, 0, i < months.size() - 1))
            .toList(),
        new Halves(windows));
  }
}
