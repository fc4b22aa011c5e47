package org.breachledger.independent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealLegalClockTest {

  @ParameterizedTest
  @CsvSource({
    // aware,   submitted,  verdict
    "2026-03-03, 2026-03-03, MET",
    "2026-03-03, 2026-03-05, MET",
    "2026-03-03, 2026-03-06, CANNOT_TELL",
    "2026-03-03, 2026-03-07, LATE",
    // 25 October 2026 has 25 hours, so that three days are 73.
    "2026-10-24, 2026-10-26, CANNOT_TELL",
    // 29 March 2026 has 23: the days between are one hour short of 72.
    "2026-03-28, 2026-04-01, CANNOT_TELL",
    "2026-03-28, 2026-04-02, LATE"
  })
  void daysAreWholeLondonDays(LocalDate aware, LocalDate submitted, String verdict) {
    assertThat(RealLegalClock.verdict(aware, submitted)).isEqualTo(verdict);
  }

  @Test
  void everyRowOfWashingtonHasOneVerdict() {
    String folder = System.getProperty("breachledger.real-data", "");
    assumeTrue(!folder.isEmpty(), "-Dbreachledger.real-data=DIR is not set: no real file is read");
    Map<String, String> verdicts =
        RealLegalClock.verdicts(Path.of(folder, "sheets/washington-breach-notifications.csv"));
    assertThat(verdicts).hasSize(1618);
    assertThat(Collections.frequency(verdicts.values(), "MET")).isEqualTo(8);
    assertThat(Collections.frequency(verdicts.values(), "CANNOT_TELL")).isEqualTo(25);
    assertThat(Collections.frequency(verdicts.values(), "LATE")).isEqualTo(1585);
  }
}
