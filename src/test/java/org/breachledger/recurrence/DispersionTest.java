package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class DispersionTest {

  /** Mean 2, squares 1 + 1 + 4 + 4 + 0 + 0 = 10, over 5 and over 2. */
  @Test
  void theVarianceOverTheMean() {
    assertThat(Dispersion.index(List.of(1, 3, 0, 4, 2, 2)).orElseThrow())
        .isCloseTo(1.0, within(1e-12));
  }

  @Test
  void evenMonthsHaveNoneAndAClusterHasMuch() {
    assertThat(Dispersion.index(List.of(2, 2, 2)).orElseThrow()).isZero();
    assertThat(Dispersion.index(List.of(0, 0, 0, 12)).orElseThrow()).isCloseTo(12, within(1e-12));
  }

  @Test
  void withoutIncidentsOrWithOneMonthNothingIsSaid() {
    assertThat(Dispersion.index(List.of(0, 0, 0))).isEmpty();
    assertThat(Dispersion.index(List.of(5))).isEmpty();
    assertThat(Dispersion.index(List.of())).isEmpty();
  }
}
