package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreFileTest {

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final ScoreFile FILE =
      new ScoreFile(
          SeverityRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT)));

  private static List<String> added(String individuals, String factors) {
    Map<String, String> cells = Map.of("individuals", individuals, "factors", factors);
    return FILE.added(column -> cells.getOrDefault(column, ""));
  }

  @ParameterizedTest(name = "{0} with {1}: {2} {3} {4} {5}")
  @CsvSource(
      delimiter = '|',
      value = {
        "292 | LIMITED_DEMOGRAPHIC_DATA;LIMITED_CLINICAL_DATA;PARTICULARLY_SENSITIVE;DISTRESS | 2 |"
            + " 1 | 3 | 2 | Category Level 2",
        "1 | NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS | 0 | 1 | 1 |"
            + " 1 | Category Level 1",
        "1 | NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS;REPEAT_INCIDENT;ICO_COMPLAINT"
            + " | 0 | 3 | 3 | 2 | Category Level 2",
        "10 | '' | 0 | 0 | 0 | 1 | Category Level 1",
        "11 | '' | 1 | 0 | 1 | 1 | Category Level 1",
        "1,001 | '' | 3 | 0 | 3 | 2 | Category Level 2",
        "20–30 | distress | 1 | 1 | 2 | 1 | Category Level 1",
        "up to 300 | '' | 2 | 0 | 2 | 1 | Category Level 1",
        "<10 | NO_SENSITIVE_DATA | 0 | -1 | -1 | 1 | Category Level 1",
        "1 | DISTRESS; DISTRESS ;distress | 0 | 1 | 1 | 1 | Category Level 1",
      })
  void addsTheNumbers(
      String people,
      String factors,
      String baseline,
      String adjustment,
      String score,
      String level,
      String label) {
    assertThat(added(people, factors).subList(0, 5))
        .containsExactly(baseline, adjustment, score, level, label);
  }

  @ParameterizedTest(name = "\"{0}\" leaves all cells empty")
  @CsvSource({"''", "TBC", "50+", "all Year 7", "more than 10"})
  void staysEmptyWhereTheNumberIsUnknown(String people) {
    assertThat(added(people, "DISTRESS")).containsExactly("", "", "", "", "", "");
  }

  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "292 | DISTRESS | 292 people give a baseline of 2; 2 + 1 = 3, Category Level 2; DISTRESS +1"
            + " likely distress or embarrassment",
        "1 | '' | 1 person gives a baseline of 0; no factor counts, so the score is 0, Category Level 1; no factor recorded: the"
            + " score is the baseline, provisional",
        "20-30 | DISTRES | 30 people give a baseline of 1; no factor counts, so the score is 1, Category Level 1; 20 to 30"
            + " people: scored on the upper bound, 30; factor \"DISTRES\" is not in"
            + " severity/factors.csv: not counted; no factor recorded: the score is the baseline,"
            + " provisional",
      })
  void saysWhy(String people, String factors, String reasons) {
    assertThat(added(people, factors).get(5)).isEqualTo(reasons);
  }
}
