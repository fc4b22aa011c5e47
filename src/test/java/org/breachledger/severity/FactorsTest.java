package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorsTest {

  private static final String FILE = "severity/factors.csv";

  @ParameterizedTest(name = "{0} weighs {1}")
  @CsvSource({
    "NO_SENSITIVE_DATA, -1",
    "LIMITED_DEMOGRAPHIC_DATA, -1",
    "ACCESS_MITIGATED, -1",
    "BASIC_DEMOGRAPHIC_DATA, 0",
    "LIMITED_CLINICAL_DATA, 0",
    "DETAILED_CARE_DATA, 1",
    "PARTICULARLY_SENSITIVE, 1",
    "REPEAT_INCIDENT, 1",
    "SECURITY_FAILING, 1",
    "MEDIA_INTEREST, 1",
    "ICO_COMPLAINT, 1",
    "DISTRESS, 1",
    "PHYSICAL_HARM, 1",
    "DETRIMENT, 1",
  })
  void theShippedWeights(String code, int weight) {
    assertThat(Factors.read(EditedPolicy.shipped(), FILE).find(code))
        .map(Factor::weight)
        .contains(weight);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "A,2,words,,          | line 2: a weight is -1 (low), 0 (medium) or 1 (high), not 2",
        "A,1,words,encrypted=no, | line 2: a row with a weight has no condition; write the"
            + " condition in its own row",
        "A,1,,,               | line 2: column \"words\" is empty; write a value",
        "A,1,words,,;A,0,words,, | line 3: factor \"A\" is introduced twice",
        "A,1,words,,;B,,,encrypted=no,why | line 3: factor \"B\" is unknown; give it a row with a"
            + " weight, or use one of A",
        "A,1,words,,;A,,,encripted=no,why | line 3: field \"encripted\" is unknown; allowed are the"
            + " incident's fields, breach_type and repeat",
        "A,1,words,,;A,,,encrypted,why | line 3: condition \"encrypted\" must be field=value,"
            + " field!=value or field~words",
        "A,1,words,,;A,,,,why | line 3: column \"condition\" is empty; write a value",
        "A,1,words,,;A,,,encrypted=no, | line 3: column \"why\" is empty; write a value",
      })
  void aWrongTableIsRefusedByLine(String rows, String message) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .with(FILE, "code,weight,words,condition,why\n" + rows.replace(';', '\n') + "\n");
    assertThatThrownBy(() -> Factors.read(edited, FILE))
        .isInstanceOf(RefusedTable.class)
        .hasMessage("jobs/" + FILE + ", " + message);
  }

  @ParameterizedTest(name = "heading {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "code,weight,words,condition,why,colour | column \"colour\" is unknown",
        "code,weight,words,condition | column \"why\" is missing",
        "code,weight,words,condition,why,why | column \"why\" stands twice",
      })
  void aWrongHeadingIsRefused(String heading, String message) {
    EditedPolicy edited = EditedPolicy.shipped().with(FILE, heading + "\n");
    assertThatThrownBy(() -> Factors.read(edited, FILE))
        .isInstanceOf(RefusedTable.class)
        .hasMessageStartingWith("jobs/" + FILE + ", line 1: " + message);
  }
}
