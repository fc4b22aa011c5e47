package org.breachledger.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.breachledger.pipeline.schedule.Schedule.Missed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Schedules as people say them, and when they ring next. */
class CronWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 3 * * ?            | every day at 03:00",
        "0 30 4 ? * *           | every day at 04:30",
        "0 0 6,18 * * ?         | every day at 06:00 and 18:00",
        "0 5 * * * ?            | every hour at 5 minutes past",
        "0 0 * * * ?            | every hour",
        "0 0 5 ? * SUN          | every Sunday at 05:00",
        "0 0 5 ? * 1            | every Sunday at 05:00",
        "0 0 5 ? * MON-FRI      | every Monday to Friday at 05:00",
        "0 0 4 1 1,7 ?          | on day 1 of January and July at 04:00",
        "0 30 4 1 2-6,8-12 ?    | on day 1 of February to June and August to December at 04:30",
        "0 0 4 1,15 * ?         | on day 1 and 15 of every month at 04:00",
        "0 0/10 * * * ?         | by the pattern 0 0/10 * * * ?",
        "30 0 3 * * ?           | by the pattern 30 0 3 * * ?",
        "0 0 3 L * ?            | by the pattern 0 0 3 L * ?",
        "0 0 3 1 13 ?           | by the pattern 0 0 3 1 13 ?",
      })
  void aScheduleIsSaidInWords(String cron, String words) {
    assertThat(CronWords.of(cron)).isEqualTo(words);
  }

  /** Three in the morning is an hour nearer on the night the clocks go forward. */
  @ParameterizedTest
  @CsvSource({
    "2026-07-01T01:59:59Z, 2026-07-01T02:00:00Z",
    "2026-07-01T02:00:00Z, 2026-07-02T02:00:00Z",
    "2026-03-28T04:00:00Z, 2026-03-29T02:00:00Z",
    "2026-10-24T04:00:00Z, 2026-10-25T03:00:00Z",
  })
  void theNextTimeIsLondons(Instant now, Instant next) {
    Schedule nightly =
        new Schedule("nightly", "0 0 3 * * ?", ZoneId.of("Europe/London"), Missed.EACH);
    Timetable table = new Timetable(List.of(nightly), null, Clock.fixed(now, ZoneOffset.UTC));

    assertThat(table.of("nightly")).hasSize(1);
    assertThat(table.of("nightly").get(0).next()).contains(next);
  }

  @Test
  void anotherZoneIsNamedUnlessTheHourDoesNotMatter() {
    ZoneId utc = ZoneId.of("UTC");
    Timetable table =
        new Timetable(
            List.of(
                new Schedule("a", "0 0 3 * * ?", utc, Missed.NEWEST),
                new Schedule("b", "0 5 * * * ?", utc, Missed.NEWEST)),
            null,
            Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    assertThat(table.of("a").get(0).words()).isEqualTo("every day at 03:00 (UTC)");
    assertThat(table.of("b").get(0).words()).isEqualTo("every hour at 5 minutes past");
    assertThat(table.of("c")).isEmpty();
    assertThat(table.rings()).isFalse();
  }
}
