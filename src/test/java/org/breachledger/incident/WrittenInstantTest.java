package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenInstantTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z", "1969-12-31T23:59:59Z", "2024-02-29T12:34:56Z",
        "2026-03-29T01:00:00Z", "2099-12-31T23:59:59Z", "0000-01-01T00:00:00Z",
        "2024-01-04T09:30:00.123Z", "2024-01-04T09:30:00.000000001Z", "+12024-01-04T09:30:00Z",
        "2024-01-04T24:00:00Z", "2024-01-04T09:30:00+01:00"
      })
  void readsWhatAnInstantWrites(String written) {
    assertThat(WrittenInstant.parse(written)).isEqualTo(Instant.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2023-02-29T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-01-04T25:00:00Z",
        "2024-01-04T09:60:00Z",
        "2024-01-04T09:30:61Z",
        "2024-01-04T09:30Z",
        "x"
      })
  void refusesWhatIsNone(String written) {
    assertThatThrownBy(() -> WrittenInstant.parse(written)).isInstanceOf(DateTimeException.class);
  }
}
