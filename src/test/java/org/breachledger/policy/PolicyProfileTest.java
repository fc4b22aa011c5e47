package org.breachledger.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyProfileTest {

  private static final String FILE = "policies/category-levels.yaml";
  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();

  @Test
  void theFivePoliciesAreThere() {
    assertThat(PolicyProfile.list(SHIPPED))
        .containsExactly(
            "category-levels",
            "co-operative-trust",
            "dpo-service",
            "maintained-school",
            "trust-ceo");
  }

  @ParameterizedTest(name = "{0}: a score of {1} is {2}, level {3}")
  @CsvSource({
    "category-levels, -3, Category Level 1, 1",
    "category-levels, 2, Category Level 1, 1",
    "category-levels, 3, Category Level 2, 2",
    "category-levels, 12, Category Level 2, 2",
    "dpo-service, 2, Category Level 1, 1",
    "dpo-service, 3, Category Level 2, 2",
    "trust-ceo, -1, minor, 1",
    "trust-ceo, 2, minor, 1",
    "trust-ceo, 3, major, 2",
    "trust-ceo, 4, critical, 2",
    "co-operative-trust, 3, major, 2",
    "co-operative-trust, 9, critical, 2",
    "maintained-school, 2, minor, 1",
    "maintained-school, 4, critical, 2",
  })
  void eachPolicyHasItsOwnWordForAScore(String name, int score, String label, int level) {
    ScoreLabel found = PolicyProfile.read(SHIPPED, name).label(score);
    assertThat(found.label()).isEqualTo(label);
    assertThat(found.level()).isEqualTo(level);
    assertThat(found.meaning()).isNotBlank().doesNotContain("must report");
  }

  @ParameterizedTest(name = "{0}: the head is the {1}, the data lead the {2}")
  @CsvSource({
    "category-levels, Headteacher, School Data Protection lead",
    "trust-ceo, Chief Executive Officer, Data Controller",
    "maintained-school, Headteacher, Office Manager",
  })
  void eachPolicyHasItsOwnTitles(String name, String head, String lead) {
    PolicyProfile profile = PolicyProfile.read(SHIPPED, name);
    assertThat(profile.title("head")).isEqualTo(head);
    assertThat(profile.title("data-lead")).isEqualTo(lead);
  }

  @Test
  void majorAndCriticalMustBeReferredToTheDpoWhereThePolicySaysSo() {
    assertThat(PolicyProfile.read(SHIPPED, "co-operative-trust").referrals())
        .singleElement()
        .satisfies(
            referral -> {
              assertThat(referral.labels()).containsExactly("major", "critical");
              assertThat(referral.to()).isEqualTo("dpo");
              assertThat(referral.must()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "category-levels",
        "co-operative-trust",
        "dpo-service",
        "maintained-school",
        "trust-ceo"
      })
  void eachPolicyIsWhole(String name) {
    PolicyProfile profile = PolicyProfile.read(SHIPPED, name);
    assertThat(profile.version()).isEqualTo("1");
    assertThat(profile.review().months()).isEqualTo(6);
    assertThat(profile.review().significance()).isEqualTo(0.05);
    assertThat(profile.hourRounding()).isEqualTo(PolicyProfile.HourRounding.OFF);
    assertThat(profile.recipients())
        .containsOnlyKeys("governors", "board", "working-group", "alert");
  }

  @Test
  void anUnknownPolicyIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> PolicyProfile.read(SHIPPED, "category-level"))
        .isInstanceOf(UnknownPolicy.class)
        .hasMessage(
            "there is no policy \"category-level\"; the policies are category-levels,"
                + " co-operative-trust, dpo-service, maintained-school, trust-ceo. Name one of"
                + " these, or add jobs/policies/<name>.yaml");
  }

  @ParameterizedTest
  @CsvSource({"suppress-up-to: 4, 4", "suppress-up-to: 2, 2", "suppress-up-to: 100, 100", "'', 4"})
  void aProfileWithoutTheKeyHidesUpToFour(String written, int upTo) {
    EditedPolicy edited = EditedPolicy.shipped().replace(FILE, "suppress-up-to: 4", written);
    assertThat(PolicyProfile.read(edited, "category-levels").suppressUpTo()).isEqualTo(upTo);
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "version: \"1\" | versoin: \"1\" | versoin | key \"versoin\" is unknown; allowed are name,"
            + " version",
        "name: category-levels | name: levels | name: levels | key \"name\" must be"
            + " \"category-levels\", like the file",
        "dpo: Schools Data Protection Officer | '' | head: Headteacher | the title of \"dpo\" is"
            + " missing; write it",
        "caldicott-guardian: | caldicot-guardian: | caldicot-guardian | key \"caldicot-guardian\""
            + " is unknown",
        "- from: 3 | - from: 4 | from: 4 | gap: nothing is said of 3; begin this step at 3",
        "- from: 3 | - from: 2 | from: 2 | overlap: the step before ends at 2; begin this step at"
            + " 3",
        "level: 2 | level: 0 | from: 3 | key \"level\" must be 1 or 2; level 0 is a finding at"
            + " closure",
        "label: Category Level 2 | label: Category Level 1 | from: 3 | label \"Category Level 1\""
            + " stands twice",
        "labels: [Category Level 2] | labels: [Level 2] | [Level 2] | label \"Level 2\" is unknown;"
            + " the labels are Category Level 1, Category Level 2",
        "to: dpo | to: siro | labels: [Category Level 2] | role \"siro\" has no title; titles are"
            + " given for head",
        "months: 6 | months: half a year | months: | key \"months\" must be a whole number",
        "significance: 0.05 | significance: 5 | months: 6 | key \"significance\" must lie between 0"
            + " and 1",
        "hour-rounding: off | hour-rounding: up | hour-rounding | key \"statutory-hour-rounding\""
            + " must be \"off\" or next-hour",
        "bands: severity/bands.csv | '' | name: | key \"bands\" is missing; write a value",
        "alert: [security-analyst] | alert: [] | governors: [head | nobody receives \"alert\"; list"
            + " at least one role",
        "must: yes | must: perhaps | labels: [Category Level 2] | key \"must\" must be yes or no",
        "suppress-up-to: 4 | suppress-up-to: 1 | suppress-up-to: | key \"suppress-up-to\" must be a"
            + " whole number from 2 to 100; papers print no number of people from 1 to it",
        "suppress-up-to: 4 | suppress-up-to: 101 | suppress-up-to: | key \"suppress-up-to\" must be",
        "suppress-up-to: 4 | suppress-up-to: four | suppress-up-to: | key \"suppress-up-to\" must be",
      })
  void aWrongProfileIsRefusedByLine(String old, String wanted, String at, String message) {
    EditedPolicy edited = EditedPolicy.shipped().replace(FILE, old, wanted);
    assertThatThrownBy(() -> PolicyProfile.read(edited, "category-levels"))
        .isInstanceOf(RefusedTable.class)
        .hasMessageStartingWith(
            "jobs/" + FILE + ", line " + edited.lineOf(FILE, at) + ": " + message);
  }
}
