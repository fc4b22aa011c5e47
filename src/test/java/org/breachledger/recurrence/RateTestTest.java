package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** What two counts can bear. */
class RateTestTest {

  private static final double CLOSE = 1e-9;

  /** Current 2 in 17,877 days, previous 9 in 16,660. */
  @Test
  void theCheckValuesComeOut() {
    RateTest test = RateTest.of(9, 16_660, 2, 17_877);
    assertThat(test.ratio().orElseThrow()).isCloseTo(0.2070941557, within(1e-10));
    assertThat(test.p().orElseThrow()).isCloseTo(0.0501065, within(5e-8));
    assertThat(test.low().orElseThrow()).isCloseTo(0.02177406, within(5e-9));
    assertThat(test.high().orElseThrow()).isCloseTo(1.00054910, within(5e-9));
  }

  @Test
  void noIncidentGivesNothingToTest() {
    RateTest test = RateTest.of(0, 184, 0, 181);
    assertThat(test.p()).isEmpty();
    assertThat(test.ratio()).isEmpty();
    assertThat(test.low()).isEmpty();
    assertThat(test.high()).isEmpty();
    assertThat(test.couldShowAFall(0.05)).isFalse();
  }

  @Test
  void withoutAPreviousIncidentTheRatioIsInfinite() {
    RateTest test = RateTest.of(0, 180, 3, 180);
    assertThat(test.ratio()).isEmpty();
    assertThat(test.high()).isEmpty();
    assertThat(test.p().orElseThrow()).isCloseTo(0.25, within(CLOSE));
    assertThat(test.low().orElseThrow()).isGreaterThan(0);
  }

  @Test
  void withoutACurrentIncidentTheIntervalBeginsAtNought() {
    RateTest test = RateTest.of(3, 180, 0, 180);
    assertThat(test.ratio().orElseThrow()).isZero();
    assertThat(test.low().orElseThrow()).isZero();
    assertThat(test.p().orElseThrow()).isCloseTo(0.25, within(CLOSE));
  }

  @Test
  void equalCountsInEqualDaysAreNoEvidence() {
    assertThat(RateTest.of(4, 180, 4, 180).p().orElseThrow()).isEqualTo(1);
  }

  /** 2 · ½⁵ = 0.0625 and 2 · ½⁶ = 0.03125: below six incidents no fall can be told from chance. */
  @Test
  void fiveIncidentsAreTooFewToShowAFallAndSixAreEnough() {
    assertThat(RateTest.of(5, 180, 0, 180).couldShowAFall(0.05)).isFalse();
    assertThat(RateTest.of(6, 180, 0, 180).couldShowAFall(0.05)).isTrue();
    assertThat(RateTest.of(6, 180, 0, 180).couldShowAFall(0.01)).isFalse();
  }
}
