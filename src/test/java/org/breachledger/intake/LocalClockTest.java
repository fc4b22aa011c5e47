package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.breachledger.calendar.London;
import org.breachledger.incident.Moment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both clock changes of 2024 in London: Sunday 31 March (forward), Sunday 27 October (back). */
class LocalClockTest {

  @ParameterizedTest(name = "{0} in London is {1}")
  @CsvSource({
    "2024-03-31T00:59, 2024-03-31T00:59:00Z",
    "2024-03-31T02:00, 2024-03-31T01:00:00Z",
    "2024-10-27T00:59, 2024-10-26T23:59:00Z",
    "2024-10-27T01:00, 2024-10-27T00:00:00Z/2024-10-27T01:00:00Z",
    "2024-10-27T01:59, 2024-10-27T00:59:00Z/2024-10-27T01:59:00Z",
    "2024-10-27T02:00, 2024-10-27T02:00:00Z",
    "2024-02-29T12:00, 2024-02-29T12:00:00Z"
  })
  void readsLocalTimes(LocalDateTime local, String expected) {
    assertThat(new LocalClock(London.ZONE).read(local).map(Moment::written)).contains(expected);
  }

  @ParameterizedTest(name = "no clock in London showed {0}")
  @CsvSource({"2024-03-31T01:00", "2024-03-31T01:59:59"})
  void knowsTheSkippedHour(LocalDateTime local) {
    assertThat(new LocalClock(London.ZONE).read(local)).isEmpty();
  }

  @ParameterizedTest(name = "{0} on a clock that stays on Greenwich time is {1}")
  @CsvSource({"2024-03-31T01:30, 2024-03-31T01:30:00Z", "2024-07-01T09:00, 2024-07-01T09:00:00Z"})
  void readsAClockThatNeverChanges(LocalDateTime local, String expected) {
    assertThat(new LocalClock(ZoneId.of("UTC")).read(local).map(Moment::written))
        .contains(expected);
  }
}
