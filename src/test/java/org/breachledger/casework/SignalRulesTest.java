package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a DPO may write into the rules of signals, and what is refused with its line. */
class SignalRulesTest {

  private static final String FILE = "intake/signals.yaml";

  @Test
  void theShippedRulesAreTheFourOfTheIssueTwoOfThemByTwoWays() {
    assertThat(SignalRules.read(EditedPolicy.shipped()).rules())
        .extracting(SignalRule::code)
        .containsExactly(
            "failed-log-ins",
            "failed-log-ins-from-one-address",
            "mass-export",
            "out-of-hours",
            "shared-account");
  }

  @ParameterizedTest(name = "{1} is refused")
  @CsvSource(
      delimiter = '|',
      value = {
        "disorder_minutes: 5|disorder_minuts: 5|key \"disorder_minuts\" is unknown",
        "disorder_minutes: 5|disorder_minutes: -1|must be a whole number from 0",
        "within_minutes: 15|within_minutes: 0|must be a whole number from 1",
        "within_minutes: 15|minutes: 15|key \"minutes\" is unknown; allowed are rule, title",
        "addresses: 3|addresses: many|must be a whole number",
        "    addresses: 3||write a threshold: lines, records or addresses",
        "by: address|by: school|must be account or address",
        "hours: closed|hours: night|must be closed or any",
        "events: [export]|events: [exports]|\"exports\" is unknown; allowed are failed-log-in, export",
        "has: [export]|has: [exporting]|\"exporting\" is unknown; allowed are log-in, failed, export",
        "monday: 07:00-18:00|monday: 18:00-07:00|write closed, or hours of one day",
        "monday: 07:00-18:00|monday: 07:00|write closed, or hours of one day",
        "  monday: 07:00-18:00|  moonday: closed|key \"monday\" is missing",
        "rule: shared-account|rule: mass-export|stands twice",
        "    breach_type: UNAUTHORISED_ACCESS|    breach_type: HACKED|no breach type of this code",
      })
  void whatCannotBeUsedIsRefusedWithItsFileAndLine(String shipped, String edited, String why) {
    EditedPolicy policy =
        EditedPolicy.shipped().replace(FILE, shipped, edited == null ? "" : edited);
    assertThatThrownBy(() -> SignalRules.read(policy))
        .isInstanceOf(RefusedTable.class)
        .hasMessageContaining("jobs/intake/signals.yaml, line ")
        .hasMessageContaining(why);
  }

  @Test
  void theLineNamedIsTheOneWithTheFault() {
    EditedPolicy policy =
        EditedPolicy.shipped().replace(FILE, "within_minutes: 15", "within_minutes: 15 or so");
    int line = policy.lineOf(FILE, "15 or so");
    assertThatThrownBy(() -> SignalRules.read(policy))
        .hasMessageStartingWith("jobs/intake/signals.yaml, line " + line + ":");
  }

  @Test
  void aCalendarWithAWrongDayIsRefused() {
    EditedPolicy policy =
        EditedPolicy.shipped()
            .replace("calendars/bank-holidays.csv", "2026-04-03,", "3 April 2026,");
    assertThatThrownBy(() -> SignalRules.read(policy))
        .hasMessageContaining("jobs/calendars/bank-holidays.csv, line ")
        .hasMessageContaining("must hold a date such as 2026-12-25");
    EditedPolicy backwards =
        EditedPolicy.shipped()
            .with(
                "calendars/school-holidays.csv",
                "school,from,to,name\n,2026-10-30,2026-10-26,Half term\n");
    assertThatThrownBy(() -> SignalRules.read(backwards))
        .hasMessageContaining("ends before it begins");
  }

  @Test
  void theLastYearOfBankHolidaysIsKnown() {
    assertThat(SignalRules.read(EditedPolicy.shipped()).lastYearOfBankHolidays()).isEqualTo(2027);
  }
}
