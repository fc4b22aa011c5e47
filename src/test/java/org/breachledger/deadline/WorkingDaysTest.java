package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days, for a school whose policy counts them; no shipped duty does. */
class WorkingDaysTest {

  private static final String FILE = "deadline/duties.csv";
  private static final String HEADING =
      "duty,title,starts,instead,done,limit,unit,needed,statutory,warn_before,who,source,calendar\n";

  private static DeadlineRules rules(String unit, String calendar) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .with(
                FILE,
                HEADING
                    + "form_a,Form A,occurred,,form_a_received,5,"
                    + unit
                    + ",always,no,6,data-lead,ours,"
                    + calendar
                    + "\n");
    return DeadlineRules.read(edited, PolicyProfile.read(edited, PolicyProfile.DEFAULT));
  }

  @ParameterizedTest(name = "occurred {0}, received {1}: {2}")
  @CsvSource({
    // Thursday 2 April 2026; Good Friday and Easter Monday lie between
    "2026-04-02T09:00, 2026-04-13T23:59:59, MET, 2026-04-13T23:59:59+01:00",
    "2026-04-02T09:00, 2026-04-14T00:00, LATE, 2026-04-13T23:59:59+01:00",
    "2026-04-02, 2026-04-13, MET, 2026-04-13T23:59:59+01:00",
    "2026-04-02, 2026-04-14, LATE, 2026-04-13T23:59:59+01:00",
    "2026-03-04T09:00, 2026-03-11, MET, 2026-03-11T23:59:59+00:00", // Wednesday to Wednesday
    "2026-03-07T09:00, 2026-03-13, MET, 2026-03-13T23:59:59+00:00", // from a Saturday to Friday
    "2026-10-23T09:00, 2026-10-31, LATE, 2026-10-30T23:59:59+00:00", // the clocks go back
  })
  void theLastOfFive(String occurred, String received, String verdict, String due) {
    Row row =
        Row.of(
            rules("working-days", "calendars/bank-holidays.csv"),
            "occurred=" + occurred + " form_a_received=" + received,
            "2026-12-01");
    assertThat(row.verdict("form_a")).isEqualTo(verdict);
    assertThat(row.due("form_a")).isEqualTo(due);
  }

  @ParameterizedTest(name = "{0} with calendar {1}: {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "hours | calendars/bank-holidays.csv | a calendar matters only to working-days; leave column"
            + " \"calendar\" empty",
        "working-days | '' | column \"calendar\" is empty; write a value",
      })
  void aCalendarBelongsToWorkingDays(String unit, String calendar, String message) {
    assertThatThrownBy(() -> rules(unit, calendar))
        .isInstanceOf(RefusedTable.class)
        .hasMessage("jobs/deadline/duties.csv, line 2: " + message);
  }
}
