package org.breachledger.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {

  @ParameterizedTest
  @CsvSource({"1, PT1M", "2, PT5M", "3, PT15M", "4, PT1H", "8, PT30H"})
  void eachAttemptWaitsLonger(int failed, Duration wait) {
    assertThat(BackOff.after(failed)).contains(wait);
  }

  @Test
  void theNinthFailureIsTheLast() {
    assertThat(BackOff.after(9)).isEmpty();
  }

  @Test
  void aServerMayBeAwayForAWeekend() {
    Duration all =
        IntStream.rangeClosed(1, 8)
            .mapToObj(BackOff::after)
            .flatMap(Optional::stream)
            .reduce(Duration.ZERO, Duration::plus);

    assertThat(all).isGreaterThan(Duration.ofHours(66)).isLessThan(Duration.ofDays(4));
  }
}
