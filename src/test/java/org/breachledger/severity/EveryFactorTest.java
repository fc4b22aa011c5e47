package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every set of the fourteen factors and every number of people, against plain addition. */
class EveryFactorTest {

  private static final SeverityRules RULES = rules();

  /** Policy 004, Appendix B, once more. */
  private static final List<Map.Entry<String, Integer>> WEIGHTS =
      List.of(
          Map.entry("NO_SENSITIVE_DATA", -1),
          Map.entry("LIMITED_DEMOGRAPHIC_DATA", -1),
          Map.entry("ACCESS_MITIGATED", -1),
          Map.entry("BASIC_DEMOGRAPHIC_DATA", 0),
          Map.entry("LIMITED_CLINICAL_DATA", 0),
          Map.entry("DETAILED_CARE_DATA", 1),
          Map.entry("PARTICULARLY_SENSITIVE", 1),
          Map.entry("REPEAT_INCIDENT", 1),
          Map.entry("SECURITY_FAILING", 1),
          Map.entry("MEDIA_INTEREST", 1),
          Map.entry("ICO_COMPLAINT", 1),
          Map.entry("DISTRESS", 1),
          Map.entry("PHYSICAL_HARM", 1),
          Map.entry("DETRIMENT", 1));

  private static SeverityRules rules() {
    EditedPolicy shipped = EditedPolicy.shipped();
    return SeverityRules.read(shipped, PolicyProfile.read(shipped, PolicyProfile.DEFAULT));
  }

  /** All 16,384 sets: so each factor added raises, lowers or keeps every score by its weight. */
  @ParameterizedTest(name = "{0} people, baseline {1}")
  @CsvSource({"1, 0", "11, 1", "292, 2", "1001, 3"})
  void theScoreIsTheBaselineAndTheSumOfTheFactors(int people, int baseline) {
    for (int set = 0; set < 1 << WEIGHTS.size(); set++) {
      int score = baseline;
      TreeSet<String> codes = new TreeSet<>();
      for (int i = 0; i < WEIGHTS.size(); i++) {
        if ((set >> i & 1) == 1) {
          codes.add(WEIGHTS.get(i).getKey());
          score += WEIGHTS.get(i).getValue();
        }
      }
      Severity severity = RULES.score(facts(people, codes), null, Optional.empty());
      assertThat(severity.score()).as(codes::toString).contains(score);
      assertThat(severity.categoryLevel()).as(codes::toString).contains(score >= 3 ? 2 : 1);
      assertThat(severity.provisional()).isEqualTo(codes.isEmpty());
    }
  }

  @Test
  void theBaselineNeverFallsWithTheNumberOfPeople() {
    for (int people = 0; people <= 5_000; people++) {
      int expected = people < 11 ? 0 : people <= 100 ? 1 : people <= 1_000 ? 2 : 3;
      assertThat(
              RULES
                  .score(facts(people, new TreeSet<>()), null, Optional.empty())
                  .baseline()
                  .orElseThrow())
          .as(people + " people")
          .isEqualTo(expected);
    }
  }

  @Test
  void theOrderInWhichFactorsAreWrittenIsIrrelevant() {
    List<String> codes = new ArrayList<>(WEIGHTS.stream().map(Map.Entry::getKey).toList());
    Severity expected = RULES.score(written(codes), null, Optional.empty());
    Random random = new Random(11);
    for (int i = 0; i < 100; i++) {
      Collections.shuffle(codes, random);
      assertThat(RULES.score(written(codes), null, Optional.empty())).isEqualTo(expected);
    }
  }

  private static Facts written(List<String> codes) {
    return Facts.none()
        .with(Field.INDIVIDUALS, Individuals.of(292))
        .with(Field.FACTORS, Codes.parse(String.join(";", codes)));
  }

  private static Facts facts(int people, TreeSet<String> codes) {
    return Facts.none()
        .with(Field.INDIVIDUALS, Individuals.of(people))
        .with(Field.FACTORS, new Codes(codes));
  }
}
