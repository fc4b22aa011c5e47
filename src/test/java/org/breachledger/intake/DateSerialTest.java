package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Day numbers of both calendars, whose day 0 lies 1,462 days apart. */
class DateSerialTest {

  @ParameterizedTest(name = "{0} (1904: {1}) is {2}")
  @CsvSource({
    "45295,          false, 2024-01-04T00:00",
    "43833,          true,  2024-01-04T00:00",
    "45295.5,        false, 2024-01-04T12:00",
    "45295.395833333, false, 2024-01-04T09:30",
    "45351,          false, 2024-02-29T00:00",
    "25569,          false, 1970-01-01T00:00",
    "73050,          false, 2099-12-31T00:00"
  })
  void readsDayNumbers(double number, boolean dates1904, LocalDateTime expected) {
    assertThat(DateSerial.read(number, dates1904)).contains(expected);
  }

  @ParameterizedTest(name = "{0} is no date of 1970 to 2099")
  @CsvSource({"0", "-1", "0.5", "2024", "25568", "73051", "1e9", "NaN"})
  void refusesOtherNumbers(double number) {
    assertThat(DateSerial.read(number, false)).isEmpty();
  }
}
