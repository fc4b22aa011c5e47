package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.recurrence.ControlChart.Kind;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;
import org.breachledger.recurrence.ControlChart.Rule;
import org.breachledger.recurrence.ControlChart.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Charts with their lines worked out by hand. */
class ControlChartsTest {

  private static final YearMonth JANUARY = YearMonth.of(2025, 1);
  private static final ControlCharts CHARTS =
      new ControlCharts(
          EvidenceRules.read(
              EditedPolicy.shipped(),
              PolicyProfile.read(EditedPolicy.shipped(), PolicyProfile.DEFAULT)));

  /** Months one after the other from January 2025, each with so many incidents. */
  private static ControlChart chart(int... months) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = months.length - 1; i >= 0; i--) {
      for (int n = 0; n < months[i]; n++) {
        days.add(JANUARY.plusMonths(i).atDay(1 + n % 28));
      }
    }
    return CHARTS.of(JANUARY, JANUARY.plusMonths(months.length - 1), days);
  }

  /** 48 in twelve months: mean 4, root 2, so 4 - 6 is cut off at 0 and 4 + 6 is 10. */
  @Test
  void countsOfMonthsWithTheirLimits() {
    ControlChart chart = chart(4, 5, 3, 4, 6, 2, 4, 5, 3, 4, 4, 4);
    assertThat(chart.kind()).isEqualTo(Kind.COUNTS);
    assertThat(chart.limits()).contains(new Limits(0, 4, 10));
    assertThat(chart.points())
        .hasSize(12)
        .startsWith(new Point(LocalDate.of(2025, 1, 1), 4))
        .endsWith(new Point(LocalDate.of(2025, 12, 1), 4));
    assertThat(chart.signals()).isEmpty();
  }

  /** 300 in twelve months: mean 25, root 5, limits 10 and 40. */
  @Test
  void aPointOnALimitIsWithinAndOneBeyondIsASignal() {
    ControlChart chart = chart(25, 25, 40, 10, 25, 25, 25, 25, 25, 25, 25, 25);
    assertThat(chart.limits()).contains(new Limits(10, 25, 40));
    assertThat(chart.signals()).isEmpty();
    ControlChart beyond = chart(25, 25, 41, 9, 25, 25, 25, 25, 25, 25, 25, 25);
    assertThat(beyond.limits()).contains(new Limits(10, 25, 40));
    assertThat(beyond.signals())
        .containsExactly(
            new Signal(Rule.BEYOND_LIMIT, 2, 2, true), new Signal(Rule.BEYOND_LIMIT, 3, 3, false));
  }

  /** Mean 3: eight months of 2 lie below it, and end where a month lies on it. */
  @Test
  void eightInARowOnOneSideAreASignalAndSevenAreNot() {
    assertThat(chart(2, 2, 2, 2, 2, 2, 2, 2, 3, 5, 6, 6).signals())
        .containsExactly(new Signal(Rule.RUN, 0, 7, false));
    assertThat(chart(2, 2, 2, 2, 2, 2, 2, 3, 4, 5, 4, 4).signals()).isEmpty();
    assertThat(chart(6, 6, 5, 3, 2, 2, 2, 2, 2, 2, 2, 2).signals())
        .containsExactly(new Signal(Rule.RUN, 4, 11, false));
  }

  /**
   * 36 in twelve months, all in three: mean 3, ranges 12 each of 6 of 11 steps, 2.66 times 72/11.
   */
  @Test
  void clustersAreDrawnByTheirMovingRange() {
    ControlChart chart = chart(0, 12, 0, 0, 12, 0, 0, 0, 12, 0, 0, 0);
    assertThat(chart.kind()).isEqualTo(Kind.INDIVIDUALS);
    assertThat(chart.limits().orElseThrow().centre()).isEqualTo(3);
    assertThat(chart.limits().orElseThrow().lower()).isZero();
    assertThat(chart.limits().orElseThrow().upper())
        .isCloseTo(3 + 2.66 * 72 / 11, within(1e-12))
        .isCloseTo(20.410909, within(1e-6));
  }

  @Test
  void monthsWithoutAnIncidentAreAlwaysThere() {
    ControlChart chart = chart(0, 0, 3, 0, 0, 0);
    assertThat(chart.points()).extracting(Point::value).containsExactly(0., 0., 3., 0., 0., 0.);
    assertThat(chart(0, 0, 0).points()).extracting(Point::value).containsExactly(0., 0., 0.);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 11, 12, 13})
  void fewerThanTwelvePointsHaveNoLimits(int months) {
    int[] counts = new int[months];
    java.util.Arrays.fill(counts, 3);
    assertThat(chart(counts).limits().isPresent()).isEqualTo(months >= 12);
  }

  /**
   * Thirteen incidents in 24 months, 50 days apart: mean 50, centre 50 ln 2 = 34.657359, upper 50 +
   * 3 root 2550 = 201.492574.
   */
  @Test
  void whatIsRareIsChartedByTheDaysBetween() {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      days.add(LocalDate.of(2025, 1, 10).plusDays(50L * i));
    }
    ControlChart chart = CHARTS.of(JANUARY, YearMonth.of(2026, 12), days);
    assertThat(chart.kind()).isEqualTo(Kind.DAYS_BETWEEN);
    assertThat(chart.points()).hasSize(12).allMatch(point -> point.value() == 50);
    assertThat(chart.points().get(0).day()).isEqualTo(LocalDate.of(2025, 3, 1));
    Limits limits = chart.limits().orElseThrow();
    assertThat(limits.lower()).isZero();
    assertThat(limits.centre()).isCloseTo(34.657359, within(1e-6));
    assertThat(limits.upper()).isCloseTo(201.492574, within(1e-6));
    assertThat(chart.signals()).containsExactly(new Signal(Rule.RUN, 0, 11, true));
  }

  @Test
  void aRareOneWithTooFewWaitsIsDrawnByMonthsWithoutLimits() {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      days.add(LocalDate.of(2025, 1, 10).plusDays(50L * i));
    }
    ControlChart chart = CHARTS.of(JANUARY, YearMonth.of(2026, 12), days);
    assertThat(chart.kind()).isEqualTo(Kind.COUNTS);
    assertThat(chart.points()).hasSize(24);
    assertThat(chart.limits()).isEmpty();
    assertThat(chart.signals()).isEmpty();
  }

  @Test
  void daysOutsideTheMonthsAreLeftOut() {
    ControlChart chart =
        CHARTS.of(
            JANUARY,
            JANUARY,
            List.of(
                LocalDate.of(2024, 12, 31),
                LocalDate.of(2025, 1, 1),
                LocalDate.of(2025, 1, 31),
                LocalDate.of(2025, 2, 1)));
    assertThat(chart.points()).containsExactly(new Point(LocalDate.of(2025, 1, 1), 2));
  }
}
