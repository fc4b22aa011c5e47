package org.breachledger.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.breachledger.incident.IsoMoment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An as-of is written as the moments of an incident are. */
class AsOfTest {

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "2026-07-01, 2026-06-30T23:00:00Z",
    "2026-01-01, 2026-01-01T00:00:00Z",
    "2026-07-01T03:00, 2026-07-01T02:00:00Z",
    "2026-07-01 03:00, 2026-07-01T02:00:00Z",
    "2026-07-01t03:00:15, 2026-07-01T02:00:15Z",
    "2026-07-01T03:00Z, 2026-07-01T03:00:00Z",
    "2026-07-01T03:00z, 2026-07-01T03:00:00Z",
    "2026-07-01T03:00:00.5Z, 2026-07-01T03:00:00.5Z",
    "2026-07-01T03:00+01:00, 2026-07-01T02:00:00Z",
    "2026-07-01T03:00+0100, 2026-07-01T02:00:00Z",
    "2026-07-01T03:00-05, 2026-07-01T08:00:00Z",
    "' 2026-07-01 ', 2026-06-30T23:00:00Z",
    // Sunday 25 October 2026: 01:00 to 01:59 was twice
    "2026-10-25T01:30, 2026-10-25T00:30:00Z",
    "2026-10-25T01:30Z, 2026-10-25T01:30:00Z",
    // Sunday 29 March 2026: 01:00 to 01:59 never was
    "2026-03-29T00:59, 2026-03-29T00:59:00Z",
    "2026-03-29T02:00, 2026-03-29T01:00:00Z",
  })
  void readsWhatAMomentOfAnIncidentMayBeWrittenAs(String written, Instant instant) {
    assertThat(AsOf.parse(written)).isEqualTo(new AsOf(instant));
    assertThat(IsoMoment.parse(written)).isInstanceOf(IsoMoment.Read.class);
  }

  @ParameterizedTest(name = "\"{0}\"")
  @ValueSource(
      strings = {
        "July",
        "",
        "2026-7-1",
        "2026-02-30",
        "2025-02-29T10:00",
        "12026-07-01",
        "01/07/2026",
        "2026-07-01T24:00",
        "2026-07-01T10",
        "2026-07-01T10:60Z",
        "2026-07-01T10:00+25:00",
        "2026-07-01T10:00 BST",
        "2026-03-29T01:30"
      })
  void refusesWhatNoMomentOfAnIncidentMayBeWrittenAs(String written) {
    assertThatThrownBy(() -> AsOf.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("\"" + written + "\" is not a moment; write a date (2026-07-01)");
    assertThat(IsoMoment.parse(written)).isInstanceOf(IsoMoment.Problem.class);
  }
}
