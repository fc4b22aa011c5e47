package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IsoMomentTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-03-03, 2026-03-03",
    "2024-02-29, 2024-02-29",
    "2026-03-03T09:30, 2026-03-03T09:30:00Z",
    "2026-03-03 09:30, 2026-03-03T09:30:00Z",
    "2026-03-03T09:30:15, 2026-03-03T09:30:15Z",
    "2026-07-03T09:30, 2026-07-03T08:30:00Z",
    "2026-07-03T09:30Z, 2026-07-03T09:30:00Z",
    "2026-07-03t09:30z, 2026-07-03T09:30:00Z",
    "2026-07-03T09:30+01:00, 2026-07-03T08:30:00Z",
    "2026-07-03T09:30:59+0100, 2026-07-03T08:30:59Z",
    "2026-07-03T09:30-05, 2026-07-03T14:30:00Z",
    // Sunday 29 March 2026: 01:00 to 01:59 never was
    "2026-03-29T00:59:59, 2026-03-29T00:59:59Z",
    "2026-03-29T02:00, 2026-03-29T01:00:00Z",
    "2026-03-29T01:30+00:00, 2026-03-29T01:30:00Z",
    // Sunday 25 October 2026: 01:00 to 01:59 was twice
    "2026-10-25T00:59:59, 2026-10-24T23:59:59Z",
    "2026-10-25T01:00, 2026-10-25T00:00:00Z/2026-10-25T01:00:00Z",
    "2026-10-25T01:59:59, 2026-10-25T00:59:59Z/2026-10-25T01:59:59Z",
    "2026-10-25T02:00, 2026-10-25T02:00:00Z",
    "2026-10-25T01:30Z, 2026-10-25T01:30:00Z",
  })
  void readsAMomentWithItsPrecision(String written, String moment) {
    assertThat(IsoMoment.parse(written)).isEqualTo(new IsoMoment.Read(Moment.parse(moment)));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-29T01:00    | the clocks went forward over this time, so it never was",
        "2026-03-29T01:59:59 | the clocks went forward over this time, so it never was",
        "2026-02-30          | there is no such day or time; ",
        "2025-02-29T10:00    | there is no such day or time; ",
        "2026-03-03T24:00    | there is no such day or time; ",
        "2026-03-03T10:60Z   | there is no such day or time; ",
        "2026-03-03T10:00+25:00 | there is no such day or time; ",
        "03/03/2026          | this is no date or time; ",
        "2026-3-3            | this is no date or time; ",
        "12026-03-03         | this is no date or time; ",
        "TBC                 | this is no date or time; ",
        "''                  | this is no date or time; ",
      })
  void saysWhatIsWrongWithoutRepeatingTheCell(String written, String why) {
    assertThat(IsoMoment.parse(written))
        .isInstanceOfSatisfying(
            IsoMoment.Problem.class, problem -> assertThat(problem.why()).startsWith(why.strip()));
  }
}
