package org.breachledger.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Occurred, else identified, else reported; what lies after the as-of has not happened yet. */
class CountingDayTest {

  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);

  @ParameterizedTest
  @CsvSource({
    // occurred, identified, reported, day, from
    "2026-06-01, 2026-06-02, 2026-06-03, 2026-06-01, OCCURRED",
    "2026-07-01, 2026-06-02, 2026-06-03, 2026-07-01, OCCURRED",
    "2026-07-02, 2026-06-02, 2026-06-03, 2026-06-02, IDENTIFIED",
    "2026-07-01T22:59:59Z, 2026-06-02, , 2026-07-01, OCCURRED",
    "2026-07-01T23:00:00Z, 2026-06-02, , 2026-06-02, IDENTIFIED",
    "2062-06-01, 2062-06-02, 2026-06-03, 2026-06-03, REPORTED",
    "2062-06-01, , 2026-06-03, 2026-06-03, REPORTED",
    "2062-06-01, 2062-06-02, 2062-06-03, 2062-06-01, OCCURRED",
    "2062-06-01, , , 2062-06-01, OCCURRED",
    ", 2062-06-02, 2026-06-03, 2026-06-03, REPORTED",
    ", , 2026-06-03, 2026-06-03, REPORTED",
    ", , , , ",
  })
  void theFirstOfTheThreeThatHasHappened(
      @Nullable String occurred,
      @Nullable String identified,
      @Nullable String reported,
      @Nullable LocalDate day,
      @Nullable Field from) {
    Map<Field, Value> facts = new EnumMap<>(Field.class);
    put(facts, Field.OCCURRED, occurred);
    put(facts, Field.IDENTIFIED, identified);
    put(facts, Field.REPORTED, reported);
    assertThat(CountingDay.find(new Facts(facts), WEDNESDAY_1_JULY).stream().toList())
        .isEqualTo(day == null || from == null ? List.of() : List.of(new CountingDay(day, from)));
  }

  private static void put(Map<Field, Value> facts, Field field, @Nullable String written) {
    if (written != null) {
      facts.put(field, Moment.parse(written));
    }
  }
}
