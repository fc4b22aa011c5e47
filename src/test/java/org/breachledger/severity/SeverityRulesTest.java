package org.breachledger.severity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Codes;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeverityRulesTest {

  private static final SeverityRules RULES = rules("category-levels");

  private static SeverityRules rules(String profile) {
    EditedPolicy shipped = EditedPolicy.shipped();
    return SeverityRules.read(shipped, PolicyProfile.read(shipped, profile));
  }

  private static Facts facts(String... fields) {
    Facts facts = Facts.none();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      Field known = Field.find(parts[0]).orElseThrow();
      facts = facts.with(known, known.kind().parse(parts[1]));
    }
    return facts;
  }

  private static Severity score(String... fields) {
    return RULES.score(facts(fields), null, Optional.empty());
  }

  /** The three examples of Appendix B. */
  @ParameterizedTest(name = "{0} people, {1}: {2}, {3}")
  @CsvSource({
    "292, LIMITED_DEMOGRAPHIC_DATA;LIMITED_CLINICAL_DATA;PARTICULARLY_SENSITIVE;DISTRESS, 3,"
        + " Category Level 2, 292 people give a baseline of 2; 2 - 1 + 0 + 1 + 1 = 3",
    "1, NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS, 1,"
        + " Category Level 1, 1 person gives a baseline of 0; 0 - 1 + 0 + 1 + 1 = 1",
    "1, NO_SENSITIVE_DATA;BASIC_DEMOGRAPHIC_DATA;PARTICULARLY_SENSITIVE;DISTRESS;REPEAT_INCIDENT"
        + ";ICO_COMPLAINT, 3, Category Level 2, 1 person gives a baseline of 0;"
        + " 0 - 1 + 0 + 1 + 1 + 1 + 1 = 3",
  })
  void theGoldenCases(String people, String factors, int score, String label, String arithmetic) {
    Severity severity = score("individuals=" + people, "factors=" + factors);
    assertThat(severity.score()).contains(score);
    assertThat(severity.label()).contains(label);
    assertThat(severity.arithmetic()).contains(arithmetic + ", " + label);
    assertThat(severity.provisional()).isFalse();
    assertThat(severity.gaps()).isEmpty();
  }

  @Test
  void aFactorAPersonAddsCountsOnceAndSaysSo() {
    Severity severity = score("individuals=12", "factors=DISTRESS", "factors_added=DETRIMENT");
    assertThat(severity.score()).contains(3);
    assertThat(severity.factorCodes()).containsExactly("DISTRESS", "DETRIMENT");
    assertThat(severity.reasons().get(1).sources()).containsExactly("added by a person");
    assertThat(score("individuals=12", "factors=DISTRESS", "factors_added=DISTRESS").score())
        .contains(2);
    assertThat(score("individuals=12", "factors_added=GOOD_LUCK").gaps())
        .containsExactly("factor \"GOOD_LUCK\" is not in severity/factors.csv: not counted");
  }

  @Test
  void aFactorAPersonRulesOutDoesNotCountWhateverGivesIt() {
    Severity severity =
        RULES.score(
            facts(
                "individuals=12",
                "factors=DISTRESS",
                "encrypted=yes",
                "factors_ruled_out=ACCESS_MITIGATED;REPEAT_INCIDENT;MEDIA_INTEREST"),
            null,
            Optional.of("B-7"));
    assertThat(severity.factorCodes()).containsExactly("DISTRESS");
    assertThat(severity.score()).contains(2);
    assertThat(severity.disagreements())
        .containsExactly(
            "factor ACCESS_MITIGATED (the data was encrypted) was ruled out by a person",
            "factor REPEAT_INCIDENT (a similar incident in the 12 months before is cited: B-7)"
                + " was ruled out by a person");
  }

  @Test
  void aPersonWhoFoundThatNoFactorAppliesEndsTheProvisionalScore() {
    assertThat(score("individuals=12").provisional()).isTrue();
    Severity looked = score("individuals=12", "factors_added=", "factors_ruled_out=");
    assertThat(looked.score()).contains(1);
    assertThat(looked.provisional()).isFalse();
    assertThat(looked.gaps()).isEmpty();
  }

  @Test
  void theRepeatIsComputedAndCited() {
    Severity severity =
        RULES.score(
            facts("individuals=1", "ico_complaint=yes"), "DISCLOSED_IN_ERROR", Optional.of("B-7"));
    assertThat(severity.factorCodes()).containsExactly("REPEAT_INCIDENT", "ICO_COMPLAINT");
    assertThat(severity.score()).contains(2);
    assertThat(severity.reasons().get(0).sources())
        .containsExactly("a similar incident in the 12 months before is cited: B-7");
    assertThat(severity.disagreements()).isEmpty();
  }

  @ParameterizedTest(name = "level 2 begins at 3: {0} people with {1} is {2}, level {3}")
  @CsvSource({
    "1001, NO_SENSITIVE_DATA, 2, 1",
    "1001, BASIC_DEMOGRAPHIC_DATA, 3, 2",
    "101, BASIC_DEMOGRAPHIC_DATA, 2, 1",
    "101, DISTRESS, 3, 2",
    "0, NO_SENSITIVE_DATA;LIMITED_DEMOGRAPHIC_DATA;ACCESS_MITIGATED, -3, 1",
  })
  void theEdgeOfTheLevels(String people, String factors, int score, int level) {
    Severity severity = score("individuals=" + people, "factors=" + factors);
    assertThat(severity.score()).contains(score);
    assertThat(severity.categoryLevel()).contains(level);
  }

  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource({
    // type,                  encrypted, medium,     factors
    "LOST_OR_STOLEN_HARDWARE, no, electronic, SECURITY_FAILING",
    "LOST_OR_STOLEN_HARDWARE, yes, electronic, ACCESS_MITIGATED",
    "LOST_OR_STOLEN_HARDWARE, unknown, electronic, ''",
    "LOST_IN_TRANSIT, no, electronic, SECURITY_FAILING",
    "LOST_IN_TRANSIT, no, hybrid, SECURITY_FAILING",
    "LOST_IN_TRANSIT, no, paper, ''",
    "DISCLOSED_IN_ERROR, no, electronic, ''",
    "DISCLOSED_IN_ERROR, yes, electronic, ACCESS_MITIGATED",
  })
  void encryptionCountsWhereItMatters(
      String type, String encrypted, String medium, String factors) {
    Facts facts = facts("individuals=1", "encrypted=" + encrypted, "medium=" + medium);
    assertThat(String.join(";", RULES.score(facts, type, Optional.empty()).factorCodes()))
        .isEqualTo(factors);
  }

  @ParameterizedTest(name = "{0} gives {1}")
  @CsvSource({
    "risk_physical=yes, PHYSICAL_HARM",
    "risk_emotional=yes, DISTRESS",
    "risk_identity=yes, DETRIMENT",
    "risk_financial=yes, DETRIMENT",
    "risk_media=yes, MEDIA_INTEREST",
    "ico_complaint=yes, ICO_COMPLAINT",
    "declared_repeat=yes, REPEAT_INCIDENT",
    "declared_repeat=DSI-004, REPEAT_INCIDENT",
    "declared_repeat=Y - see 24-003, REPEAT_INCIDENT",
    "declared_repeat=No. 24-003, REPEAT_INCIDENT",
    "declared_repeat=(24-003), REPEAT_INCIDENT",
    "declared_repeat=No. #12, REPEAT_INCIDENT",
    "declared_repeat=NO/24/003, REPEAT_INCIDENT",
    "declared_repeat=Ongoing (see DSI-004), REPEAT_INCIDENT",
    "declared_repeat=Not the first time, REPEAT_INCIDENT",
    "declared_repeat=No previous incidents, ''",
    "declared_repeat=None known, ''",
    "declared_repeat=No similar incident in the last 12 months, ''",
    "declared_repeat=No. 1st time, ''",
    "declared_repeat=No. 2 years since the last one, ''",
    "declared_repeat=No, ''",
    "declared_repeat=No - first time, ''",
    "'declared_repeat=No, first time', ''",
    "declared_repeat=TBC, ''",
    "declared_repeat=Not known, ''",
    "declared_repeat=N/K, ''",
    "declared_repeat=unsure, ''",
    "declared_repeat=?, ''",
    "declared_repeat=DSI-004?, ''",
    "data_kinds=Special category; contact details, PARTICULARLY_SENSITIVE;BASIC_DEMOGRAPHIC_DATA",
    "data_kinds=No special category data, ''",
    "data_kinds=Names; no medical or safeguarding information, ''",
    "'data_kinds=No medical, safeguarding or criminal data', ''",
    "data_kinds=Did not include contact details, ''",
    "data_kinds=Without health data, ''",
    "data_kinds=Non-special category, ''",
    "data_kinds=Special category: no, ''",
    "data_kinds=Special category data - none; contact details, BASIC_DEMOGRAPHIC_DATA",
    "data_kinds=Special category data not involved, ''",
    "data_kinds=Safeguarding (none), ''",
    "data_kinds=Special category: yes, PARTICULARLY_SENSITIVE",
    "data_kinds=No contact details. Safeguarding file, PARTICULARLY_SENSITIVE",
    "'data_kinds=No contact details, safeguarding file', PARTICULARLY_SENSITIVE",
    "data_kinds=No contact details but medical, LIMITED_CLINICAL_DATA",
    "data_kinds=Special category data not encrypted, PARTICULARLY_SENSITIVE",
    "data_kinds=No password on the safeguarding file, PARTICULARLY_SENSITIVE",
    "data_kinds=Not encrypted special category data, PARTICULARLY_SENSITIVE",
    "data_kinds=Special category data: not known, PARTICULARLY_SENSITIVE",
    "data_kinds=No safeguarding notes; a criminal record, PARTICULARLY_SENSITIVE",
    "data_kinds=Medical: No / Safeguarding: Yes, PARTICULARLY_SENSITIVE",
    "data_kinds=Special category: no (safeguarding: yes), PARTICULARLY_SENSITIVE",
    "'data_kinds=Names (no DOB), safeguarding notes or reports', PARTICULARLY_SENSITIVE",
    "data_kinds=Names | no photos | safeguarding, PARTICULARLY_SENSITIVE",
    "data_kinds=No photographs \u2013 safeguarding data only, PARTICULARLY_SENSITIVE",
    "data_kinds=No encryption - safeguarding file, PARTICULARLY_SENSITIVE",
    "data_kinds=A no longer enrolled pupil's safeguarding file, PARTICULARLY_SENSITIVE",
    "data_kinds=Safeguarding record no. 123, PARTICULARLY_SENSITIVE",
    "data_kinds=The file didn't include safeguarding notes, ''",
    "data_kinds=The file didn\u2019t include safeguarding notes, ''",
    "data_kinds=No criminal/safeguarding data, ''",
    "data_kinds=Number notes of health, LIMITED_CLINICAL_DATA",
    "special_category=yes, PARTICULARLY_SENSITIVE",
    "special_category=no, ''",
    "special_category=unknown, ''",
    "special_kinds=Medical records, PARTICULARLY_SENSITIVE;LIMITED_CLINICAL_DATA",
    "special_kinds=Ethnic origin, PARTICULARLY_SENSITIVE",
    "special_kinds=Religion, PARTICULARLY_SENSITIVE",
    "special_kinds=Safeguarding file, PARTICULARLY_SENSITIVE",
    "special_kinds=No medical or safeguarding information, ''",
    "special_kinds=Names and addresses, ''",
    "special_kinds=Religion: none; Ethnicity: no, ''",
    "special_kinds=Ethnic origin: no; Religious beliefs: none, ''",
    "special_kinds=Medical: no, ''",
    "special_kinds=Disability - none; pregnancy (no); allergies: nil, ''",
    "special_kinds=Medical: no; religion: yes, PARTICULARLY_SENSITIVE",
    "'special_kinds=No medical, religion: yes', PARTICULARLY_SENSITIVE",
    "special_kinds=Religion noted, PARTICULARLY_SENSITIVE",
    "special_kinds=Medicines, PARTICULARLY_SENSITIVE;LIMITED_CLINICAL_DATA",
    "special_kinds=Address in Terrace Road, ''",
    "special_kinds=No trace of any; asked by Grace, ''",
    "special_kinds=Race, PARTICULARLY_SENSITIVE",
    "special_kinds=Religion/race, PARTICULARLY_SENSITIVE",
    "special_kinds=He is bisexual, PARTICULARLY_SENSITIVE",
    "special_kinds=That she is homosexual, PARTICULARLY_SENSITIVE",
    "data_kinds=Paramedical training dates, ''",
    "data_kinds=Names/medical, LIMITED_CLINICAL_DATA",
    "special_kinds=Contact details, BASIC_DEMOGRAPHIC_DATA",
    "data_kinds=Medical records, LIMITED_CLINICAL_DATA",
    "risk_physical=no, ''",
    "risk_physical=unknown, ''",
    "risk_business=yes, ''",
    "declared_repeat=No, ''",
  })
  void answersAndKindsOfDataGiveFactors(String field, String factors) {
    assertThat(score("individuals=1", field).factorCodes())
        .containsExactlyInAnyOrderElementsOf(
            factors.isEmpty() ? List.of() : List.of(factors.split(";")));
  }

  @ParameterizedTest(name = "special category {0}, {1}")
  @CsvSource({
    "yes, Names, the question for special category data was answered yes",
    "no, Safeguarding file, the kinds of data name a particularly sensitive one though the question"
        + " for special category data was answered no",
    "unknown, Safeguarding file, the kinds of data name a particularly sensitive one",
  })
  void whatGaveTheFactorIsSaid(String answer, String kinds, String why) {
    Severity severity = score("individuals=1", "special_category=" + answer, "data_kinds=" + kinds);
    assertThat(severity.score()).contains(1);
    assertThat(severity.reasons())
        .singleElement()
        .satisfies(reason -> assertThat(reason.sources()).containsExactly(why));
  }

  /** What stands behind a No is its reason, except what the policy holds sensitive by itself. */
  @ParameterizedTest(name = "special category {0}, \"{1}\": {2}")
  @CsvSource({
    "no, medical consent form only, ''",
    "no, safeguarding file, PARTICULARLY_SENSITIVE",
    "yes, medical records, PARTICULARLY_SENSITIVE;LIMITED_CLINICAL_DATA",
    "unknown, medical records, PARTICULARLY_SENSITIVE;LIMITED_CLINICAL_DATA",
  })
  void theColumnsOwnAnswerStandsBeforeItsWords(String answer, String kinds, String factors) {
    assertThat(
            score("individuals=1", "special_category=" + answer, "special_kinds=" + kinds)
                .factorCodes())
        .containsExactlyInAnyOrderElementsOf(
            factors.isEmpty() ? List.of() : List.of(factors.split(";")));
  }

  @Test
  void aFactorFromTwoSourcesCountsOnceAndNamesBoth() {
    Severity severity =
        score("individuals=1", "factors=DETRIMENT", "risk_identity=yes", "risk_financial=yes");
    assertThat(severity.score()).contains(1);
    assertThat(severity.reasons())
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.sources())
                    .containsExactly(
                        "factors column",
                        "the identity fraud question was answered yes",
                        "the financial risk question was answered yes"));
  }

  @Test
  void oppositeFactorsBothCountAndAreShown() {
    Severity severity = score("individuals=1", "factors=NO_SENSITIVE_DATA;PARTICULARLY_SENSITIVE");
    assertThat(severity.score()).contains(0);
    assertThat(severity.factorCodes())
        .containsExactly("NO_SENSITIVE_DATA", "PARTICULARLY_SENSITIVE");
  }

  @Test
  void anUnknownNumberIsAGapAndNotAZero() {
    Severity severity = score("factors=DISTRESS");
    assertThat(severity.baseline()).isEmpty();
    assertThat(severity.adjustment()).isEmpty();
    assertThat(severity.score()).isEmpty();
    assertThat(severity.categoryLevel()).isEmpty();
    assertThat(severity.label()).isEmpty();
    assertThat(severity.gaps()).containsExactly("number of individuals unknown: no score");
    assertThat(severity.factorCodes()).containsExactly("DISTRESS");
  }

  @Test
  void withoutAnyFactorTheBaselineStandsProvisionally() {
    Severity severity = score("individuals=292");
    assertThat(severity.score()).contains(2);
    assertThat(severity.provisional()).isTrue();
    assertThat(severity.gaps())
        .containsExactly("no factor recorded: the score is the baseline, provisional");
  }

  @ParameterizedTest(name = "{0}..{1} people: {2}, {3}")
  @CsvSource({
    "20, 30, 1, '20 to 30 people: scored on the upper bound, 30'",
    "95, 101, 2, '95 to 101 people: scored on the upper bound, 101'",
    "0, 300, 2, 'up to 300 people: scored on the upper bound, 300'",
    "0, 9, 0, 'up to 9 people: scored on the upper bound, 9'",
  })
  void aRangeScoresOnItsUpperBoundAndSaysSo(int lower, int upper, int score, String note) {
    Facts facts = Facts.none().with(Field.INDIVIDUALS, new Individuals(lower, upper));
    Severity severity = RULES.score(facts, null, Optional.empty());
    assertThat(severity.score()).contains(score);
    assertThat(severity.upperBound()).contains(note);
  }

  @Test
  void declaredAndComputedAreComparedAndNothingIsOverwritten() {
    Severity severity =
        score(
            "individuals=292",
            "factors=DISTRESS",
            "declared_score=2",
            "declared_level=1",
            "declared_repeat=DSI-9");
    assertThat(severity.score()).contains(4);
    assertThat(severity.disagreements())
        .containsExactly(
            "score declared 2, computed 4",
            "Category Level declared 1, computed 2",
            "declared as a repeat, but no similar incident of the 12 months before was found");
  }

  @Test
  void agreementIsNoDisagreement() {
    assertThat(
            score("individuals=292", "factors=DISTRESS", "declared_score=3", "declared_level=2")
                .disagreements())
        .isEmpty();
  }

  @Test
  void anUnknownFactorIsNamedAndNotCounted() {
    Facts facts =
        Facts.none()
            .with(Field.INDIVIDUALS, Individuals.of(1))
            .with(Field.FACTORS, new Codes(new java.util.TreeSet<>(Set.of("DISTRES", "distress"))));
    Severity severity = RULES.score(facts, null, Optional.empty());
    assertThat(severity.score()).contains(1);
    assertThat(severity.gaps())
        .containsExactly("factor \"DISTRES\" is not in severity/factors.csv: not counted");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 11, 100, 101, 1000, 1001, 5000})
  void eachHighFactorRaisesByOneAndEachLowFactorLowersByOne(int people) {
    for (Factor added : RULES.factors().list()) {
      for (Factor kept : RULES.factors().list()) {
        if (!added.code().equals(kept.code())) {
          String number = "individuals=" + people;
          int without = score(number, "factors=" + kept.code()).score().orElseThrow();
          int with =
              score(number, "factors=" + kept.code() + ";" + added.code()).score().orElseThrow();
          assertThat(with - without).as(added.code()).isEqualTo(added.weight());
        }
      }
    }
  }

  @Test
  void scoringAgainGivesTheSame() {
    Facts facts = facts("individuals=20..30", "factors=DISTRESS", "encrypted=yes");
    assertThat(RULES.score(facts, "OTHER", Optional.of("A")))
        .isEqualTo(RULES.score(facts, "OTHER", Optional.of("A")));
  }

  @ParameterizedTest(name = "trust-ceo: {0} people, {1} is {2}")
  @CsvSource({
    "292, BASIC_DEMOGRAPHIC_DATA, minor",
    "292, DISTRESS, major",
    "292, DISTRESS;DETRIMENT, critical",
  })
  void otherPoliciesUseTheirOwnWords(String people, String factors, String label) {
    assertThat(
            rules("trust-ceo")
                .score(facts("individuals=" + people, "factors=" + factors), null, Optional.empty())
                .label())
        .contains(label);
  }
}
