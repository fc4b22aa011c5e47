package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutiesTest {

  private static final String FILE = "deadline/duties.csv";

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "occurred,,form_a_received,24,hours | occured,,form_a_received,24,hours | \"occured\" is no"
            + " field that holds a moment",
        "occurred,,form_a_received,24,hours | location,,form_a_received,24,hours | \"location\" is"
            + " no field that holds a moment",
        "occurred,,form_a_received,24,hours | occurred,,form_a_received,24,days | unit \"days\" is"
            + " unknown; allowed are hours, calendar-months, review-period, working-days, same-day, at-once"
            + " and none",
        "occurred,,form_a_received,24,hours | occurred,,form_a_received,0,hours | a limit is 1 or"
            + " more, not 0",
        "occurred,,form_a_received,24,hours | occurred,,form_a_received,,hours | column \"limit\""
            + " is empty; write a value",
        "occurred,,form_a_received,24,hours,always | occurred,,form_a_received,24,hours,never |"
            + " \"never\" in column \"needed\" is unknown; allowed are always, decision and"
            + " notification",
        "occurred,,form_a_received,24,hours | occurred,,form_a_received,24,review-period | the length"
            + " of a review-period is \"months\" under \"review\" in the profile; leave column"
            + " \"limit\" empty",
        "form_a,Form A | ico_decision,Form A | duty \"ico_decision\" stands twice",
        "24,hours,always,no,6,data-lead | 24,hours,always,no,6,siro | role \"siro\" in column"
            + " \"who\" has no title in category-levels",
        "24,hours,always,no,6 | 24,hours,always,perhaps,6 | column \"statutory\" must be yes or no",
        "24,hours,always,no,6 | 24,hours,always,no,six | \"six\" in column \"warn_before\" is not a"
            + " whole number",
      })
  void aWrongTableIsRefusedByLine(String old, String wanted, String message) {
    EditedPolicy edited = EditedPolicy.shipped().replace(FILE, old, wanted);
    PolicyProfile profile = PolicyProfile.read(edited, PolicyProfile.DEFAULT);
    String at = message.contains("stands twice") ? "Decision on notifying" : "Form A received";
    assertThatThrownBy(() -> Duties.read(edited, profile))
        .isInstanceOf(RefusedTable.class)
        .hasMessage("jobs/" + FILE + ", line " + edited.lineOf(FILE, at) + ": " + message);
  }
}
