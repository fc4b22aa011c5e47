package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-01-05T09:05:00Z | 5 Jan 2026, 09:05",
        "2026-07-01T02:00:00Z | 1 Jul 2026, 03:00",
        "2026-06-30T23:30:00Z | 1 Jul 2026, 00:30",
        "2026-09-15T12:00:00Z | 15 Sept 2026, 13:00",
      })
  void momentsAreLondonTime(Instant at, String shown) {
    assertThat(Shown.moment(at)).isEqualTo(shown);
    assertThat(Shown.moment(Timestamp.from(at))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23 | 23 Nov 2026",
        "2026-11-23T05Z | 23 Nov 2026, 05:00",
        "2026-07-01T23Z | 2 Jul 2026, 00:00",
        "2026-07-02 anchor 2026-07-01 | 2 Jul 2026, halves to 30 Jun 2026",
        "something else | something else",
      })
  void businessDatesAreLondonDaysAndHours(String key, String shown) {
    assertThat(Shown.businessDate(key)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "999, under a second",
    "1000, 1 second",
    "59999, 59 seconds",
    "60000, 1 min 0 s",
    "3725000, 62 min 5 s",
  })
  void theTimeTakenIsInWords(long millis, String shown) {
    assertThat(Shown.took(new Timestamp(0), new Timestamp(millis))).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 bytes", "1023, 1023 bytes", "1024, 1 KB", "1048576, 1.0 MB"})
  void sizesAreRounded(long bytes, String shown) {
    assertThat(Shown.bytes(bytes)).isEqualTo(shown);
  }

  @Test
  void whatHasNotEndedShowsNothing() {
    assertThat(Shown.took(new Timestamp(0), null)).isEmpty();
    assertThat(Shown.moment((Timestamp) null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"rowsRead, Rows read", "alerts_raised, Alerts raised", "papers, Papers", "'', ''"})
  void countsAreNamedInWords(String name, String words) {
    assertThat(RunQueries.inWords(name)).isEqualTo(words);
  }
}
