package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every duty, both sides of each edge, as a DPO would check them by hand. */
class DeadlineRulesTest {

  private static final String LATER = "2026-12-01";

  /** Tuesday 3 March 2026; no clock change within a fortnight. */
  @ParameterizedTest(name = "{0}, notified {1}: {2} after {3} h")
  @CsvSource({
    // aware,          notified,            legal clock, hours
    "2026-03-03, 2026-03-05, MET, 24.00..72.00",
    "2026-03-03, 2026-03-06, CANNOT_TELL, 48.00..96.00",
    "2026-03-03, 2026-03-07, LATE, 72.00..120.00",
    "2026-03-03, 2026-03-03, MET, 0.00..24.00",
    "2026-03-03T09:00, 2026-03-06T09:00, MET, 72.00",
    "2026-03-03T09:00, 2026-03-06T09:00:01, LATE, 72.00",
    "2026-03-03T09:00, 2026-03-06T08:59:59, MET, 72.00",
    "2026-03-03T09:00, 2026-03-05, MET, 39.00..63.00",
    "2026-03-03T09:00, 2026-03-06, CANNOT_TELL, 63.00..87.00",
    "2026-03-03T09:00, 2026-03-07, LATE, 87.00..111.00",
    "2026-03-03T00:00, 2026-03-05, MET, 48.00..72.00", // before midnight at the latest
    "2026-03-03T00:00:00, 2026-03-06, CANNOT_TELL, 72.00..96.00", // just at midnight, perhaps
    "2026-03-02T23:59:59, 2026-03-06, LATE, 72.00..96.00",
    "2026-03-03, 2026-03-06T00:00, MET, 48.00..72.00",
    "2026-03-03, 2026-03-06T00:00:01, CANNOT_TELL, 48.00..72.00",
    "2026-03-03, 2026-03-06T23:59:59, CANNOT_TELL, 72.00..96.00",
    "2026-03-03, 2026-03-07T00:00, LATE, 72.00..96.00",
    "2026-03-03T09:00, 2026-03-02T09:00, MET, -24.00",
  })
  void theLegalClock(String aware, String notified, String verdict, String hours) {
    Row row = Row.of("category_level=2 aware=" + aware + " ico_notified=" + notified, LATER);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo(verdict);
    assertThat(row.hours("ico_legal_clock")).isEqualTo(hours);
  }

  /**
   * 72 hours are 72 real hours: the wall clock shows an hour more in March, one less in October.
   */
  @ParameterizedTest(name = "{0}, notified {1}: {2}, due {3}")
  @CsvSource({
    // Sunday 29 March 2026, forward at 01:00
    "2026-03-27T10:00, 2026-03-30T11:00, MET, 2026-03-30T11:00:00+01:00, 72.00",
    "2026-03-27T10:00, 2026-03-30T11:00:01, LATE, 2026-03-30T11:00:00+01:00, 72.00",
    "2026-03-28T00:30, 2026-03-31T01:30, MET, 2026-03-31T01:30:00+01:00, 72.00",
    "2026-03-28, 2026-03-30, MET, 2026-04-01T00:59:59+01:00, 23.00..71.00",
    "2026-03-28, 2026-03-31T01:00, MET, 2026-04-01T00:59:59+01:00, 48.00..72.00",
    "2026-03-28, 2026-03-31T01:00:01, CANNOT_TELL, 2026-04-01T00:59:59+01:00, 48.00..72.00",
    "2026-03-28, 2026-04-01, CANNOT_TELL, 2026-04-01T00:59:59+01:00, 71.00..119.00",
    "2026-03-28, 2026-04-01T00:59:59, CANNOT_TELL, 2026-04-01T00:59:59+01:00, 72.00..96.00",
    "2026-03-28, 2026-04-01T01:00, LATE, 2026-04-01T00:59:59+01:00, 72.00..96.00",
    // Sunday 25 October 2026, back at 02:00
    "2026-10-23T10:00, 2026-10-26T09:00, MET, 2026-10-26T09:00:00+00:00, 72.00",
    "2026-10-23T10:00, 2026-10-26T09:00:01, LATE, 2026-10-26T09:00:00+00:00, 72.00",
    "2026-10-24, 2026-10-26, CANNOT_TELL, 2026-10-27T22:59:59+00:00, 25.00..73.00",
    "2026-10-24, 2026-10-27, CANNOT_TELL, 2026-10-27T22:59:59+00:00, 49.00..97.00",
    "2026-10-24, 2026-10-27T23:00, LATE, 2026-10-27T22:59:59+00:00, 72.00..96.00",
    // 01:30 was twice: due an hour later at the latest
    "2026-10-25T01:30, 2026-10-28T00:30, MET, 2026-10-28T01:30:00+00:00, 71.00..72.00",
    "2026-10-25T01:30, 2026-10-28T01:00, CANNOT_TELL, 2026-10-28T01:30:00+00:00, 71.50..72.50",
    "2026-10-25T01:30, 2026-10-28T01:30, CANNOT_TELL, 2026-10-28T01:30:00+00:00, 72.00..73.00",
    "2026-10-25T01:30, 2026-10-28T01:30:01, LATE, 2026-10-28T01:30:00+00:00, 72.00..73.00",
    "2026-10-22T01:30, 2026-10-25T01:30, CANNOT_TELL, 2026-10-25T01:30:00+01:00, 72.00..73.00",
    "2026-10-22T01:30, 2026-10-25T01:30+01:00, MET, 2026-10-25T01:30:00+01:00, 72.00",
    "2026-10-22T01:30, 2026-10-25T01:30Z, LATE, 2026-10-25T01:30:00+01:00, 73.00",
  })
  void acrossAClockChange(String aware, String notified, String verdict, String due, String hours) {
    Row row = Row.of("category_level=2 aware=" + aware + " ico_notified=" + notified, LATER);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo(verdict);
    assertThat(row.due("ico_legal_clock")).isEqualTo(due);
    assertThat(row.hours("ico_legal_clock")).isEqualTo(hours);
  }

  @ParameterizedTest(name = "decided to notify, aware {0}, as at {1}: {2}, due {3}")
  @CsvSource({
    "2026-03-03T09:00, 2026-03-06T09:00, RUNNING, 2026-03-06T09:00:00+00:00, 72.00",
    "2026-03-03T09:00, 2026-03-06T09:00:01, OVERDUE, 2026-03-06T09:00:00+00:00, 72.00",
    "2026-03-03, 2026-03-06T23:59:59, RUNNING, 2026-03-06T23:59:59+00:00, 72.00..96.00",
    "2026-03-03, 2026-03-07T00:00, OVERDUE, 2026-03-06T23:59:59+00:00, 72.00..96.00",
    "2026-03-03, 2026-03-03T12:00, RUNNING, 2026-03-06T23:59:59+00:00, 0.00..12.00",
    "2026-10-25T01:30, 2026-10-28T01:30, RUNNING, 2026-10-28T01:30:00+00:00, 72.00..73.00",
    "2026-10-25T01:30, 2026-10-28T01:30:01, OVERDUE, 2026-10-28T01:30:00+00:00, 72.00..73.00",
  })
  void undoneIsOverdueOnlyOnceItIsCertain(
      String aware, String asOf, String verdict, String due, String hours) {
    Row row = Row.of("category_level=2 ico_decision=notify aware=" + aware, asOf);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo(verdict);
    assertThat(row.due("ico_legal_clock")).isEqualTo(due);
    assertThat(row.hours("ico_legal_clock")).isEqualTo(hours);
  }

  @ParameterizedTest(name = "identified {0}, investigated {1}, as at {2}: {3}")
  @CsvSource({
    "2026-03-03T09:00, 2026-03-03T23:59:59, 2026-04-01, MET, 2026-03-03T23:59:59+00:00",
    "2026-03-03T09:00, 2026-03-04T00:00, 2026-04-01, LATE, 2026-03-03T23:59:59+00:00",
    "2026-03-03T23:59, 2026-03-04, 2026-04-01, LATE, 2026-03-03T23:59:59+00:00",
    "2026-03-03, 2026-03-03, 2026-04-01, MET, 2026-03-03T23:59:59+00:00",
    "2026-03-03, 2026-03-04, 2026-04-01, LATE, 2026-03-03T23:59:59+00:00",
    "2026-03-03, '', 2026-03-03T23:59:59, RUNNING, 2026-03-03T23:59:59+00:00",
    "2026-03-03, '', 2026-03-04T00:00, OVERDUE, 2026-03-03T23:59:59+00:00",
    // British summer time: the day ends at 23:00 UTC
    "2026-07-03T09:00, 2026-07-03T22:59:59Z, 2026-08-01, MET, 2026-07-03T23:59:59+01:00",
    "2026-07-03T09:00, 2026-07-03T23:00:00Z, 2026-08-01, LATE, 2026-07-03T23:59:59+01:00",
    // 00:30 in London is still yesterday in UTC
    "2026-07-03T00:30, 2026-07-03, 2026-08-01, MET, 2026-07-03T23:59:59+01:00",
    "2026-10-25T01:30, 2026-10-25T01:45, 2026-12-01, MET, 2026-10-25T23:59:59+00:00",
  })
  void thePreliminaryInvestigationIsForTheSameDay(
      String identified, String done, String asOf, String verdict, String due) {
    Row row = Row.of("identified=" + identified + " preliminary_investigation=" + done, asOf);
    assertThat(row.verdict("preliminary_investigation")).isEqualTo(verdict);
    assertThat(row.due("preliminary_investigation")).isEqualTo(due);
  }

  @ParameterizedTest(name = "occurred {0}, Form A {1}, as at {2}: {3}")
  @CsvSource({
    "2026-03-03T09:00, 2026-03-04T09:00, 2026-04-01, MET, 24.00",
    "2026-03-03T09:00, 2026-03-04T09:00:36, 2026-04-01, LATE, 24.01",
    "2026-03-03T09:00, '', 2026-03-04T09:00, RUNNING, 24.00",
    "2026-03-03T09:00, '', 2026-03-04T09:00:01, OVERDUE, 24.00",
    "2026-03-03, 2026-03-03, 2026-04-01, MET, 0.00..24.00",
    "2026-03-03, 2026-03-04, 2026-04-01, CANNOT_TELL, 0.00..48.00",
    "2026-03-03, 2026-03-05, 2026-04-01, LATE, 24.00..72.00",
    "2026-03-03, '', 2026-03-04T23:59:59, RUNNING, 24.00..48.00",
    "2026-03-03, '', 2026-03-05T00:00, OVERDUE, 24.00..48.00",
    "'', 2026-03-05, 2026-04-01, CANNOT_TELL, ''",
    "'', '', 2026-04-01, CANNOT_TELL, ''",
  })
  void formAIsDueADayAfterItOccurred(
      String occurred, String received, String asOf, String verdict, String hours) {
    Row row =
        Row.of(
            "identified=2026-03-03T10:00 occurred=" + occurred + " form_a_received=" + received,
            asOf);
    assertThat(row.verdict("form_a")).isEqualTo(verdict);
    assertThat(row.hours("form_a")).isEqualTo(hours);
  }

  @ParameterizedTest(name = "registered {0}, re-evaluated {1}, as at {2}: {3}, due {4}")
  @CsvSource({
    "2025-08-31T09:00, 2026-02-28T09:00, 2026-04-01, MET, 2026-02-28T09:00:00+00:00",
    "2025-08-31T09:00, 2026-02-28T09:00:01, 2026-04-01, LATE, 2026-02-28T09:00:00+00:00",
    "2023-08-31T09:00, 2024-02-29T09:00, 2026-04-01, MET, 2024-02-29T09:00:00+00:00",
    "2023-08-31T09:00, 2024-03-01, 2026-04-01, LATE, 2024-02-29T09:00:00+00:00",
    "2025-08-31, 2026-02-27, 2026-04-01, MET, 2026-02-28T23:59:59+00:00",
    "2025-08-31, 2026-02-28, 2026-04-01, CANNOT_TELL, 2026-02-28T23:59:59+00:00",
    "2025-08-31, 2026-03-01, 2026-04-01, LATE, 2026-02-28T23:59:59+00:00",
    "2025-08-30, 2026-03-01, 2026-04-01, LATE, 2026-02-28T23:59:59+00:00",
    "2025-08-28, 2026-03-01, 2026-04-01, LATE, 2026-02-28T23:59:59+00:00",
    "2026-02-28, '', 2026-08-28T23:59:59, RUNNING, 2026-08-28T23:59:59+01:00",
    "2026-02-28, '', 2026-08-29, OVERDUE, 2026-08-28T23:59:59+01:00",
    "2024-02-29T12:00, '', 2024-08-29T12:00, RUNNING, 2024-08-29T12:00:00+01:00",
    "2024-02-29T12:00, '', 2024-08-29T12:00:01, OVERDUE, 2024-08-29T12:00:00+01:00",
    "2025-09-29T01:30, '', 2026-03-29T00:30, RUNNING, 2026-03-29T02:30:00+01:00",
  })
  void reEvaluationIsDueAfterSixCalendarMonths(
      String registered, String done, String asOf, String verdict, String due) {
    Row row = Row.of("registered=" + registered + " re_evaluated=" + done, asOf);
    assertThat(row.verdict("re_evaluation")).isEqualTo(verdict);
    assertThat(row.due("re_evaluation")).isEqualTo(due);
  }

  @ParameterizedTest(name = "closed {0}, documented {1}, as at {2}: {3}, due {4}")
  @CsvSource({
    "2026-03-03T09:00, 2026-03-03T09:00, 2026-04-01, MET, 2026-03-03T09:00:00+00:00",
    "2026-03-03T09:00, 2026-03-03T09:00:01, 2026-04-01, LATE, 2026-03-03T09:00:00+00:00",
    "2026-03-03T09:00, '', 2026-03-03T09:00, RUNNING, 2026-03-03T09:00:00+00:00",
    "2026-03-03T09:00, '', 2026-03-03T09:00:01, OVERDUE, 2026-03-03T09:00:00+00:00",
    "2026-03-03, '', 2026-04-01, OVERDUE, 2026-03-03T23:59:59+00:00",
    "2026-03-03, 2026-03-02, 2026-04-01, MET, 2026-03-03T23:59:59+00:00",
    "2026-03-03, 2026-03-04, 2026-04-01, LATE, 2026-03-03T23:59:59+00:00",
    "'', '', 2026-04-01, RUNNING, ''",
    "'', 2026-03-03, 2026-04-01, MET, ''",
    "2026-05-01, '', 2026-04-01, RUNNING, ''", // closing has not happened yet
  })
  void theGroundForNotTellingIsDueAtClosing(
      String closed, String documented, String asOf, String verdict, String due) {
    Row row =
        Row.of("category_level=1 closed=" + closed + " not_told_documented=" + documented, asOf);
    assertThat(row.verdict("not_told_documented")).isEqualTo(verdict);
    assertThat(row.due("not_told_documented")).isEqualTo(due);
  }

  /** Identified on Tuesday 3 March at 09:00; its decision is due on Friday at 09:00. */
  @ParameterizedTest(name = "level {0}, decision {1}, as at {2}: decision {3}, clocks {4}")
  @CsvSource({
    "2, '', 2026-03-06T09:00, RUNNING, RUNNING",
    "2, '', 2026-03-06T09:00:01, OVERDUE, CANNOT_TELL",
    "2, notify, 2026-03-06T09:00, CANNOT_TELL, RUNNING",
    "2, notify, 2026-03-06T09:00:01, CANNOT_TELL, OVERDUE",
    "2, not-notify, 2026-03-20, CANNOT_TELL, NOT_REQUIRED",
    "1, '', 2026-03-20, NOT_REQUIRED, NOT_REQUIRED",
    "1, notify, 2026-03-20, NOT_REQUIRED, OVERDUE",
    "'', '', 2026-03-20, CANNOT_TELL, CANNOT_TELL",
    "'', not-notify, 2026-03-20, CANNOT_TELL, NOT_REQUIRED",
    "'', notify, 2026-03-20, CANNOT_TELL, OVERDUE",
  })
  void theLevelAndTheDecisionDriveTheClocks(
      String level, String decision, String asOf, String decided, String clocks) {
    Row row =
        Row.of(
            "occurred=2026-03-03T09:00 identified=2026-03-03T09:00 aware=2026-03-03T09:00"
                + " category_level="
                + level
                + " ico_decision="
                + decision,
            asOf);
    assertThat(row.verdict("ico_decision")).isEqualTo(decided);
    assertThat(row.verdict("ico_policy_clock")).isEqualTo(clocks);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo(clocks);
  }

  @ParameterizedTest(name = "level {0}, decision {1} at {2}, notified {3}: {4}, clocks {5}")
  @CsvSource({
    "2, notify, 2026-03-04, 2026-03-05, MET, MET",
    "2, notify, 2026-03-06T09:00, '', MET, OVERDUE",
    "2, notify, 2026-03-06T09:00:01, '', LATE, OVERDUE",
    "2, '', '', 2026-03-05, MET, MET", // a recorded notification is a decision to notify
    "2, '', '', 2026-03-09, CANNOT_TELL, LATE", // late, but decided nobody knows when
    "1, '', '', 2026-03-05, NOT_REQUIRED, MET", // at any level
    "'', '', '', 2026-03-09, CANNOT_TELL, LATE",
    "2, not-notify, 2026-03-04, 2026-03-05, MET, MET",
    "2, not-notify, 2026-03-04, '', MET, NOT_REQUIRED",
    "2, not-notify, 2026-04-04, '', OVERDUE, CANNOT_TELL", // decided only after the as-of
    "2, notify, 2026-03-04, 2026-04-04, MET, OVERDUE", // notified only after the as-of
    "2, '', 2026-03-04, '', MET, CANNOT_TELL", // decided, but nobody wrote what
  })
  void aRecordedNotificationIsADecision(
      String level, String decision, String at, String notified, String decided, String clocks) {
    Row row =
        Row.of(
            "occurred=2026-03-03T09:00 identified=2026-03-03T09:00 category_level="
                + level
                + " ico_decision="
                + decision
                + " ico_decided="
                + at
                + " ico_notified="
                + notified,
            "2026-03-20");
    assertThat(row.verdict("ico_decision")).isEqualTo(decided);
    assertThat(row.verdict("ico_policy_clock")).isEqualTo(clocks);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo(clocks);
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "closed=2026-03-10, NOT_REQUIRED, MET",
    "closed=2026-03-30, OVERDUE, MET", // closing has not happened yet
    "'', OVERDUE, MET",
  })
  void closureAsANearMissEndsWhatIsUndoneAndKeepsWhatIsDone(
      String closed, String undone, String done) {
    Row row =
        Row.of(
            "category_level=0 occurred=2026-03-03T09:00 identified=2026-03-03T09:00"
                + " registered=2025-03-03 preliminary_investigation=2026-03-03T10:00 "
                + closed,
            "2026-03-20");
    assertThat(row.verdict("form_a")).isEqualTo(undone);
    assertThat(row.verdict("re_evaluation")).isEqualTo(undone);
    assertThat(row.verdict("preliminary_investigation")).isEqualTo(done);
    assertThat(row.verdict("ico_legal_clock")).isEqualTo("NOT_REQUIRED");
  }

  @Test
  void aLateNotificationStaysLateAfterClosureAsANearMiss() {
    Row row =
        Row.of(
            "category_level=0 closed=2026-03-10 occurred=2026-03-03T09:00"
                + " identified=2026-03-03T09:00 ico_decided=2026-03-04 ico_notified=2026-03-09",
            "2026-03-20");
    assertThat(row.verdict("ico_policy_clock")).isEqualTo("LATE");
    assertThat(row.verdict("ico_legal_clock")).isEqualTo("LATE");
    assertThat(row.verdict("ico_decision")).isEqualTo("MET");
  }

  @ParameterizedTest(name = "occurred 3 March 09:00, identified {0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-06T09:00:01 | found late: the due moment had passed before the incident was"
            + " identified",
        "2026-03-06T09:00 | acted late: the incident was identified before it was due",
        "2026-03-06 | cannot tell whether it was found late or acted on late",
        "2026-03-07 | found late: the due moment had passed before the incident was identified",
        "2026-03-05 | acted late: the incident was identified before it was due",
        "'' | cannot tell whether it was found late or acted on late",
      })
  void latenessIsSplit(String identified, String note) {
    Row row =
        Row.of(
            "category_level=2 occurred=2026-03-03T09:00 ico_notified=2026-03-20 identified="
                + identified,
            LATER);
    assertThat(row.verdict("ico_policy_clock")).isEqualTo("LATE");
    assertThat(row.note("ico_policy_clock")).isEqualTo(note);
  }

  @ParameterizedTest(name = "{0}: {1} says {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "identified=2026-03-03T09:00 ico_notified=2026-03-04 | ico_legal_clock | MET | aware"
            + " missing, identified used",
        "identified=2026-03-03T09:00 ico_notified=2026-03-04 | ico_policy_clock | CANNOT_TELL |"
            + " occurred missing",
        "identified=2026-03-03T09:00 aware=2027-01-01 ico_notified=2026-03-04 | ico_legal_clock |"
            + " MET | aware lies after the as-of, identified used",
        "identified=2025-03-03 | re_evaluation | OVERDUE | registered missing, identified used;"
            + " acted late: the incident was identified before it was due",
        "ico_notified=2026-03-04 | ico_legal_clock | CANNOT_TELL | aware missing",
        "closed= | not_told_documented | RUNNING | not closed yet",
        "identified=2026-03-03 ico_decision=notify | ico_decision | CANNOT_TELL | decision not"
            + " dated",
        "identified=2026-03-03 ico_notified=2026-03-04 | ico_decision | MET | decision not dated:"
            + " made by the time the ICO was notified",
        "occurred=2026-03-03 form_a_received=2027-01-01 | form_a | OVERDUE | form_a_received lies"
            + " after the as-of: not done yet; cannot tell whether it was found late or acted on"
            + " late",
        "occurred=2026-03-03 ico_decision=not-notify | ico_policy_clock | NOT_REQUIRED | decided"
            + " not to notify the ICO",
        "occurred=2026-03-03 ico_decision=not-notify ico_notified=2026-03-04 | ico_policy_clock |"
            + " MET | decided not to notify, yet a notification is recorded: the notification"
            + " counts",
      })
  void notesSayWhatStandsInForWhat(String cells, String duty, String verdict, String note) {
    Row row = Row.of("category_level=2 " + cells, LATER);
    assertThat(row.verdict(duty)).isEqualTo(verdict);
    assertThat(row.note(duty)).isEqualTo(note);
  }

  @ParameterizedTest(name = "{0}: {1} {2}, {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "occurred=2026-03-29T01:30 form_a_received=2026-03-29 | form_a | CANNOT_TELL | occurred:"
            + " the clocks went forward",
        "occurred=2026-03-28 form_a_received=2026-03-29T01:30 | form_a | CANNOT_TELL |"
            + " form_a_received: the clocks went forward",
        "occurred=soon | form_a | CANNOT_TELL | occurred: this is no date or time",
        "identified=2026-03-28 aware=03/03/2026 ico_notified=2026-03-29 | ico_legal_clock |"
            + " CANNOT_TELL | aware: this is no date or time",
        "identified=2026-03-28 category_level=3 | ico_decision | CANNOT_TELL | category_level:"
            + " write 0, 1, 2 or nothing",
        "identified=2026-03-28 category_level=2 ico_decision=maybe | ico_decision | CANNOT_TELL |"
            + " ico_decision: write notify, not-notify or nothing",
        "identified=2026-03-28 category_level=2 ico_decision=maybe | ico_legal_clock | CANNOT_TELL"
            + " | ico_decision: write notify, not-notify or nothing",
        "occurred=2026-03-28 category_level=0 closed=yes | form_a | CANNOT_TELL | closed: this is"
            + " no date or time",
        "closed=yes | not_told_documented | CANNOT_TELL | closed: this is no date or time",
      })
  void whatNobodyCanReadIsANoteOnTheDutiesThatUseIt(
      String cells, String duty, String verdict, String note) {
    Row row = Row.of(cells, LATER);
    assertThat(row.verdict(duty)).isEqualTo(verdict);
    assertThat(row.note(duty)).startsWith(note);
  }

  @Test
  void anEmptyRowDecidesNothing() {
    Row row = Row.of("", LATER);
    assertThat(row.verdict("preliminary_investigation")).isEqualTo("CANNOT_TELL");
    assertThat(row.verdict("form_a")).isEqualTo("CANNOT_TELL");
    assertThat(row.verdict("ico_decision")).isEqualTo("CANNOT_TELL");
    assertThat(row.verdict("ico_policy_clock")).isEqualTo("CANNOT_TELL");
    assertThat(row.verdict("ico_legal_clock")).isEqualTo("CANNOT_TELL");
    assertThat(row.verdict("not_told_documented")).isEqualTo("RUNNING");
    assertThat(row.verdict("re_evaluation")).isEqualTo("CANNOT_TELL");
    assertThat(row.due("form_a") + row.hours("form_a")).isEmpty();
  }

  @Test
  void aDutyNotRequiredHasNoDueMoment() {
    Row row = Row.of("category_level=1 occurred=2026-03-03", LATER);
    assertThat(row.due("ico_policy_clock")).isEmpty();
    assertThat(row.hours("ico_policy_clock")).isEmpty();
    assertThat(row.note("ico_policy_clock")).isEqualTo("Category Level 1");
  }
}
