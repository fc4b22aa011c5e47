package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepeatsTest {

  private static final String NOON = "2026-03-03T12:00:00Z";

  private static RepeatCandidate candidate(
      long id, String reference, String school, String type, String day, String registered) {
    return new RepeatCandidate(
        id,
        reference,
        school,
        type,
        LocalDate.parse(day),
        registered.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(registered)),
        true);
  }

  private static Map<Long, Long> cited(List<RepeatCandidate> candidates) {
    Map<Long, Long> cited = new TreeMap<>();
    Repeats.find(candidates).forEach((id, before) -> cited.put(id, before.id()));
    return cited;
  }

  @ParameterizedTest(name = "{0} then {1}: repeat {2}")
  @CsvSource({
    "2025-03-03, 2026-03-02, true",
    "2025-03-03, 2026-03-03, true", // twelve months to the day: inside
    "2025-03-03, 2026-03-04, false", // one day more: outside
    "2024-02-29, 2025-02-28, true",
    "2024-02-29, 2025-03-01, false",
    "2023-02-28, 2024-02-28, true",
    "2023-02-28, 2024-02-29, true", // twelve months before 29 February is 28 February
    "2023-02-27, 2024-02-29, false",
  })
  void theTwelveMonthsBefore(String earlier, String later, boolean repeat) {
    Map<Long, Long> cited =
        cited(
            List.of(
                candidate(1, "A1", "Ash", "OTHER", earlier, ""),
                candidate(2, "A2", "Ash", "OTHER", later, "")));
    assertThat(cited).isEqualTo(repeat ? Map.of(2L, 1L) : Map.of());
  }

  @Test
  void withoutASchoolNobodyKnowsThatItIsTheSameOne() {
    assertThat(
            cited(
                List.of(
                    candidate(1, "A1", "", "OTHER", "2026-03-03", ""),
                    candidate(2, "A2", "", "OTHER", "2026-03-04", ""))))
        .isEmpty();
  }

  @ParameterizedTest(name = "registered {0} {1} and {2} {3}: incident {4} is the repeat")
  @CsvSource({
    "A1, 2026-03-03T12:00:00Z, A2, 2026-03-03T12:00:01Z, 2",
    "A1, 2026-03-03T12:00:01Z, A2, 2026-03-03T12:00:00Z, 1",
    "A1, 2026-03-03T12:00:00Z, A2, 2026-03-03T12:00:00Z, 2",
    "A9, 2026-03-03T12:00:00Z, A10, 2026-03-03T12:00:00Z, 2",
    "A10, 2026-03-03T12:00:00Z, A9, 2026-03-03T12:00:00Z, 1",
    "A1, '', A2, 2026-03-03T12:00:00Z, 1",
    "A1, '', A2, '', 2",
    "A1, '', A1, '', 2",
  })
  void ofTwoOnOneDayTheLaterRegisteredIsTheRepeat(
      String first, String registered, String second, String later, long repeat) {
    assertThat(
            cited(
                List.of(
                    candidate(1, first, "Ash", "OTHER", "2026-03-03", registered),
                    candidate(2, second, "Ash", "OTHER", "2026-03-03", later))))
        .containsOnlyKeys(repeat);
  }

  @Test
  void theNearestOneBeforeIsCited() {
    assertThat(
            cited(
                List.of(
                    candidate(1, "A1", "Ash", "OTHER", "2026-01-01", ""),
                    candidate(2, "A2", "Ash", "OTHER", "2026-02-01", ""),
                    candidate(3, "A3", "Ash", "OTHER", "2026-03-01", ""))))
        .isEqualTo(Map.of(2L, 1L, 3L, 2L));
  }

  @Test
  void anotherSchoolOrTypeIsNoRepeat() {
    assertThat(
            cited(
                List.of(
                    candidate(1, "A1", "Ash", "OTHER", "2026-01-01", NOON),
                    candidate(2, "A2", "Beech", "OTHER", "2026-02-01", NOON),
                    candidate(3, "A3", "Ash", "LOST_IN_TRANSIT", "2026-03-01", NOON))))
        .isEmpty();
  }

  @Test
  void incidentsWithoutATypeRepeatNothing() {
    assertThat(
            cited(
                List.of(
                    candidate(1, "A1", "Ash", "UNTYPED", "2026-01-01", NOON),
                    candidate(2, "A2", "Ash", "UNTYPED", "2026-02-01", NOON))))
        .isEmpty();
  }

  @Test
  void aNearMissIsNotRepeatedButMayRepeat() {
    RepeatCandidate incident = candidate(1, "A1", "Ash", "OTHER", "2026-01-01", NOON);
    RepeatCandidate nearMiss =
        new RepeatCandidate(
            2, "A2", "Ash", "OTHER", LocalDate.parse("2026-02-01"), Optional.empty(), false);
    RepeatCandidate next = candidate(3, "A3", "Ash", "OTHER", "2026-03-01", NOON);
    assertThat(cited(List.of(incident, nearMiss, next))).isEqualTo(Map.of(2L, 1L, 3L, 1L));
  }

  @Test
  void theOrderOfTheListIsIrrelevant() {
    List<RepeatCandidate> candidates = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      candidates.add(
          candidate(
              i,
              "R" + random.nextInt(50),
              "School " + random.nextInt(3),
              "TYPE" + random.nextInt(3),
              LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900)).toString(),
              random.nextBoolean() ? NOON : ""));
    }
    Map<Long, Long> expected = cited(candidates);
    assertThat(expected).hasSizeGreaterThan(200);
    Collections.shuffle(candidates, random);
    assertThat(cited(candidates)).isEqualTo(expected);
  }
}
