package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** ENISA's method beside the policy's score: DPC × EI + CB. */
class SecondOpinionTest {

  private static SeverityRules rules(EditedPolicy policy) {
    return SeverityRules.read(policy, PolicyProfile.read(policy, PolicyProfile.DEFAULT));
  }

  private static Optional<SecondOpinion> opinion(
      EditedPolicy policy, @Nullable String type, String... fields) {
    Facts facts = Facts.none();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      Field known = Field.find(parts[0]).orElseThrow();
      facts = facts.with(known, known.kind().parse(parts[1]));
    }
    return rules(policy).score(facts, type, Optional.empty()).secondOpinion();
  }

  @ParameterizedTest(name = "{0}, {1}, {2}: {3} is {4}")
  @CsvSource({
    "DISCLOSED_IN_ERROR, data_kinds=Safeguarding file, encrypted=no, 4.25, very high",
    "DISCLOSED_IN_ERROR, data_kinds=Safeguarding file, encrypted=yes, 1.25, low",
    "DISCLOSED_IN_ERROR, special_kinds=Ethnic origin, encrypted=no, 4.25, very high",
    "DISCLOSED_IN_ERROR, data_kinds=contact details, encrypted=unknown, 1.25, low",
    "DISCLOSED_IN_ERROR, data_kinds=Surnames, encrypted=unknown, 1.25, low",
    "UPLOADED_TO_WEBSITE_IN_ERROR, data_kinds=health; contact details, encrypted=no, 4.50,"
        + " very high",
    "UNAUTHORISED_ACCESS, data_kinds=names and attendance, medium=electronic, 2.75, medium",
    "TECHNICAL_SECURITY_FAILING, data_kinds=names and attendance, medium=electronic, 3.00, high",
    "LOST_OR_STOLEN_PAPERWORK, factors=BASIC_DEMOGRAPHIC_DATA, medium=paper, 1.50, low",
    "EQUIPMENT_OR_SYSTEMS_FAILURE, factors=LIMITED_CLINICAL_DATA, medium=electronic, 4.25,"
        + " very high",
  })
  void theMethodWithOurMapping(String type, String one, String other, String value, String level) {
    SecondOpinion opinion = opinion(EditedPolicy.shipped(), type, one, other).orElseThrow();
    assertThat(opinion.value()).isEqualByComparingTo(value);
    assertThat(opinion.level()).isEqualTo(level);
  }

  /**
   * One child's file at a wrong address: Category Level 1 by the policy, very high by the other.
   */
  @Test
  void theTwoMethodsDisagreeOnOneChildsFile() {
    Facts facts =
        Facts.none()
            .with(Field.INDIVIDUALS, Field.INDIVIDUALS.kind().parse("1"))
            .with(Field.FACTORS, Field.FACTORS.kind().parse("PARTICULARLY_SENSITIVE"));
    Severity severity =
        rules(EditedPolicy.shipped()).score(facts, "DISCLOSED_IN_ERROR", Optional.empty());
    assertThat(severity.categoryLevel()).contains(1);
    assertThat(severity.secondOpinion().orElseThrow().words())
        .isEqualTo(
            "second opinion by ENISA's method: 4 × 1 + 0.25 = 4.25, very high (special category"
                + " data; records of a school name the person; known recipients or few finders)");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "'', data_kinds=contact details", // no type: no circumstances
    "DISCLOSED_IN_ERROR, data_kinds=something", // no kind of data that is mapped
    "DISCLOSED_IN_ERROR, data_kinds=attendance", // nothing says how easily anybody is identified
    "DISCLOSED_IN_ERROR, medium=paper",
  })
  void withoutAllThreeThereIsNone(String type, String field) {
    assertThat(opinion(EditedPolicy.shipped(), type.isEmpty() ? null : type, field)).isEmpty();
  }

  /** Both sides of each edge; the words are data. */
  @ParameterizedTest(name = "{0} × {1} + 0: {2}")
  @CsvSource({
    "1.99, 1, low",
    "2, 1, medium",
    "2.99, 1, medium",
    "3, 1, high",
    "3.99, 1, high",
    "4, 1, very high",
    "4, 0.5, medium",
    "0, 0, low",
  })
  void theEdgesOfTheLevels(String context, String identification, String level) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .with(
                EnisaMethod.FILE,
                "code,value,condition,why\nDPC,"
                    + context
                    + ",medium=paper,a\nEI,"
                    + identification
                    + ",medium=paper,b\nMALICE,0,medium=paper,c\nLEVEL,0,,low\nLEVEL,2,,medium\n"
                    + "LEVEL,3,,high\nLEVEL,4,,very high\n");
    assertThat(opinion(edited, null, "medium=paper").orElseThrow().level()).isEqualTo(level);
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "DPC,3,data | DCP,3,data | code \"DCP\" is unknown; allowed are DPC, EI, CONFIDENTIALITY,"
            + " INTEGRITY, AVAILABILITY, MALICE and LEVEL",
        "DPC,3,data | DPC,5,data | a value of DPC lies between 0 and 4",
        "EI,0.5,factors | EI,half,factors | \"half\" in column \"value\" is not a number",
        "EI,0.5,factors~limited | EI,0.5,factor~limited | field \"factor\" is unknown; allowed are"
            + " the incident's fields, breach_type and repeat",
        "LEVEL,3,,high | LEVEL,2,,high | two levels begin at 2",
      })
  void aWrongTableIsRefusedByLine(String old, String wanted, String message) {
    EditedPolicy edited = EditedPolicy.shipped().replace(EnisaMethod.FILE, old, wanted);
    assertThatThrownBy(() -> rules(edited))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(
            "jobs/severity/enisa.csv, line "
                + edited.lineOf(EnisaMethod.FILE, wanted)
                + ": "
                + message);
  }
}
