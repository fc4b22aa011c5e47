package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FalseDiscoveryTest {

  /**
   * By hand: 0.04 · 4 / 4, then 0.03 · 4 / 3, 0.02 · 4 / 2 and 0.01 · 4 / 1, never above the one
   * before.
   */
  @Test
  void theLargestStaysAndTheOthersGrow() {
    assertThat(FalseDiscovery.corrected(List.of(0.01, 0.04, 0.03, 0.02)))
        .allSatisfy(corrected -> assertThat(corrected).isCloseTo(0.04, within(1e-15)));
  }

  @Test
  void eachKeepsItsPlace() {
    List<Double> corrected = FalseDiscovery.corrected(List.of(0.5, 0.001, 0.02));
    assertThat(corrected.get(0)).isCloseTo(0.5, within(1e-15));
    assertThat(corrected.get(1)).isCloseTo(0.003, within(1e-15));
    assertThat(corrected.get(2)).isCloseTo(0.03, within(1e-15));
  }

  @Test
  void noneIsEverAboveOne() {
    assertThat(FalseDiscovery.corrected(List.of(0.9, 1.0, 0.95)))
        .allSatisfy(corrected -> assertThat(corrected).isBetween(0.9, 1.0));
  }

  @Test
  void aSingleProbabilityStaysAndNoneGivesNone() {
    assertThat(FalseDiscovery.corrected(List.of(0.03))).containsExactly(0.03);
    assertThat(FalseDiscovery.corrected(List.of())).isEmpty();
  }
}
