package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has to be there before a case is closed: each check both ways, and where it has no say. */
class ClosingChecksTest {

  private static List<String> checks(String profile, String written, boolean met) {
    return Cases.rules(profile)
        .closing(Cases.of(written), Cases.WEDNESDAY_1_JULY)
        .checked()
        .stream()
        .filter(check -> check.met() == met)
        .map(Closing.Checked::check)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level-zero-finding | closed=2026-03-20; closure_finding=near-miss
          level-zero-finding | closed=2026-03-20; closure_finding=non-event
          level-zero-lesson  | closure_finding=near-miss; closure_lesson=check twice
          level-zero-lesson  | closure_finding=non-event; lessons=ask first
          form-b             | level=2; form_b_received=2026-03-10
          form-b             | level=1; form_b_requested=2026-03-03; form_b_received=2026-03-10
          form-b-root-cause  | level=2; root_cause=habit
          form-b-findings    | level=2; findings=two lists
          form-b-lessons     | level=2; lessons=one list
          form-b-actions     | level=2; actions=train
          form-b-actions     | level=2; action=2026-09-01/-
          form-b-actions     | level=2; !actions=none-needed
          form-b-approved    | level=2; !form-b-approved=done
          evaluation         | ico_notified=2026-03-04; !evaluation=done
          systemic-cause     | !systemic-cause=none-found
          systemic-cause     | !systemic-cause=found
          actions-done       | action=2026-05-01/2026-06-30
          actions-done       | actions=train; action_done=2026-06-30
          individuals        | individuals_told=2026-03-05
          individuals        | not_told_ground=protected
          individuals        | not_told_documented=2026-03-05
          told-items         | individuals_told=2026-03-05; !told-items=all-five
          public-notice      | not_told_ground=disproportionate; !public-notice=given
          """)
  void isThere(String check, String written) {
    assertThat(checks("category-levels", written, true)).contains(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level-zero-finding | status=near-miss; closed=2026-03-20
          level-zero-finding | declared_level=0
          level-zero-finding | declared_level=0; closure_finding=incident
          level-zero-lesson  | closure_finding=near-miss
          form-b             | level=2
          form-b             | level=1; declared_level=2
          form-b             | level=1; form_b_requested=2026-03-03
          form-b             | level=2; form_b_received=2026-07-02
          form-b-root-cause  | level=2; findings=two lists
          form-b-findings    | level=2; root_cause=habit
          form-b-lessons     | level=2
          form-b-actions     | level=2
          form-b-actions     | level=2; !actions=none-needed; !actions=withdrawn
          form-b-approved    | level=2
          form-b-approved    | level=2; !form-b-approved=done; !form-b-approved=refused
          evaluation         | ico_decision=notify
          systemic-cause     | closed=2026-03-20
          systemic-cause     | !systemic-cause=found@2026-07-02
          actions-done       | action=2026-05-01/2026-06-30; action=2026-05-01/-
          actions-done       | action=2026-05-01/2026-07-02
          individuals        | closed=2026-03-20
          told-items         | individuals_told=2026-03-05
          told-items         | individuals_told=2026-03-05; !told-items=incomplete
          public-notice      | not_told_ground=disproportionate
          """)
  void isMissing(String check, String written) {
    assertThat(checks("category-levels", written, false)).contains(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          level-zero-finding | level=1; closed=2026-03-20; closure_finding=incident
          form-b             | level=1
          form-b             | level=2; decided_level=1
          form-b             | level=2; closure_finding=near-miss
          evaluation         | ico_decision=not-notify
          evaluation         | level=2
          systemic-cause     | status=near-miss
          systemic-cause     | direction=inbound
          actions-done       | level=2
          individuals        | closure_finding=non-event
          told-items         | not_told_ground=protected
          public-notice      | not_told_ground=protected
          public-notice      | not_told_ground=disproportionate; individuals_told=2026-03-05
          """)
  void hasNoSay(String check, String written) {
    assertThat(checks("category-levels", written, true)).doesNotContain(check);
    assertThat(checks("category-levels", written, false)).doesNotContain(check);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          outcome-report        | outcome_report=2026-03-20
          outcome-report-review | !outcome-report-review=done
          disciplinary          | !disciplinary=begun
          disciplinary          | !disciplinary=not-begun
          communications-plan   | !communications-plan=made
          communications-plan   | !communications-plan=not-needed
          controls              | !controls=in-place
          controls              | !controls=not-needed
          """)
  void theOtherPoliciesAskForAnOutcomeReport(String check, String written) {
    for (String profile : List.of("trust-ceo", "co-operative-trust", "maintained-school")) {
      assertThat(checks(profile, written, true)).contains(check);
      assertThat(checks(profile, "closed=2026-03-20", false)).contains(check);
      assertThat(checks(profile, "closure_finding=near-miss", false)).doesNotContain(check);
    }
    assertThat(checks("category-levels", written, false)).doesNotContain(check);
  }

  /** A rule no policy asks for would be dead; the shipped tables together ask for each. */
  @Test
  void everyRuleIsAskedForBySomePolicy() {
    Set<String> asked = new TreeSet<>();
    for (String profile : PolicyProfile.list(EditedPolicy.shipped())) {
      Cases.rules(profile).checks().rows().forEach(check -> asked.add(check.rule().code()));
    }
    assertThat(asked).containsExactlyInAnyOrderElementsOf(ClosingRule.codes());
  }

  @Test
  void whatIsMissingIsSaidInThePolicysWords() {
    Closing closing =
        Cases.rules("category-levels")
            .closing(
                Cases.of(
                    "level=1; closed=2026-03-20; individuals_told=2026-03-05; actions=a;"
                        + " action=2026-05-01/-; action=-/2026-05-01"),
                Cases.WEDNESDAY_1_JULY);
    assertThat(closing.missing())
        .extracting(Closing.Checked::missing, Closing.Checked::source)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "whether the cause is systemic is not recorded", "004 10.2"),
            org.assertj.core.groups.Tuple.tuple("2 of 3 actions are not done", "004 10.3"),
            org.assertj.core.groups.Tuple.tuple(
                "that individuals were told all five items is not recorded", "004 9.2.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          closed=2026-07-01       | true
          case_state=closed       | true
          closure_finding=near-miss | true
          closed=2026-07-02       | false
          closed=2026-07-02; case_state=closed | false
          case_state=open         | false
          level=1                 | false
          """)
  void aPieceMissingIsFlaggedOnlyWhereTheCaseIsClosed(String written, boolean flagged) {
    Closing closing =
        Cases.rules("category-levels").closing(Cases.of(written), Cases.WEDNESDAY_1_JULY);
    assertThat(closing.missing()).isNotEmpty();
    assertThat(closing.closed()).isEqualTo(flagged);
    assertThat(closing.flagged()).isEqualTo(flagged);
  }

  @Test
  void aClosedCaseWithEverythingIsNotFlagged() {
    assertThat(
            Cases.rules("category-levels")
                .closing(
                    Cases.of(
                        "level=1; closed=2026-03-20; not_told_ground=protected;"
                            + " !systemic-cause=none-found"),
                    Cases.WEDNESDAY_1_JULY)
                .flagged())
        .isFalse();
  }

  @Test
  void aCheckNobodyKnowsIsRefused() {
    EditedPolicy edited =
        EditedPolicy.shipped().replace("casework/closing.csv", "form-b-approved,", "form-c,");
    assertThatThrownBy(
            () -> ClosingChecks.read(edited, PolicyProfile.read(edited, "category-levels")))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining(
            "jobs/casework/closing.csv, line "
                + edited.lineOf("casework/closing.csv", "form-c,")
                + ": check \"form-c\" is unknown; allowed are level-zero-finding, ");
  }
}
