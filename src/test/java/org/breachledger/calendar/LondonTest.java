package org.breachledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LondonTest {

  /** One form for every output: with seconds, and with the offset in winter too. */
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-01-05T09:00:00Z, 2026-01-05T09:00:00+00:00",
    "2026-07-01T02:00:00Z, 2026-07-01T03:00:00+01:00",
    "2026-07-01T02:00:15.123456Z, 2026-07-01T03:00:15+01:00",
    // Sunday 25 October 2026: 01:30 was twice
    "2026-10-25T00:30:00Z, 2026-10-25T01:30:00+01:00",
    "2026-10-25T01:30:00Z, 2026-10-25T01:30:00+00:00",
    // Sunday 29 March 2026: the clock goes from 01:00 to 02:00
    "2026-03-29T00:59:59Z, 2026-03-29T00:59:59+00:00",
    "2026-03-29T01:00:00Z, 2026-03-29T02:00:00+01:00",
  })
  void aMomentIsWrittenToTheSecondWithItsOffset(Instant instant, String written) {
    assertThat(London.written(instant)).isEqualTo(written);
  }
}
