package org.breachledger.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the fields of an incident of the register to its verdicts. */
class DeadlineFactsTest {

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final AsOf AS_OF = AsOf.parse("2026-03-20T09:00");

  private static Facts facts(String... fields) {
    Facts facts = Facts.none();
    for (String field : fields) {
      String[] parts = field.split("=", 2);
      Field known = Field.find(parts[0]).orElseThrow();
      facts = facts.with(known, known.kind().parse(parts[1]));
    }
    return facts;
  }

  private static DutyVerdict judge(String duty, Optional<Integer> computed, String... fields) {
    return judge(PolicyProfile.DEFAULT, duty, computed, fields);
  }

  private static DutyVerdict judge(
      String profile, String duty, Optional<Integer> computed, String... fields) {
    return DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, profile))
        .judge(DeadlineFacts.from(facts(fields), computed), AS_OF)
        .stream()
        .filter(verdict -> verdict.duty().code().equals(duty))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest(name = "decided {0}, computed {1}, declared {2}: level {3}")
  @CsvSource({
    "'', 1, 2, 2",
    "'', 2, 1, 2",
    "'', 1, 1, 1",
    "'', '', 2, 2",
    "'', 2, '', 2",
    "'', '', '', ''",
    "1, 2, 2, 1", // a person's decision comes first
    "2, 1, 1, 2",
    "0, 2, 2, 0",
  })
  void thePersonsDecisionElseTheHigherOfComputedAndDeclared(
      String decided, String computed, String declared, String level) {
    Facts facts = Facts.none();
    if (!decided.isEmpty()) {
      facts = facts.with(Field.DECIDED_LEVEL, Field.DECIDED_LEVEL.kind().parse(decided));
    }
    if (!declared.isEmpty()) {
      facts = facts.with(Field.DECLARED_LEVEL, Field.DECLARED_LEVEL.kind().parse(declared));
    }
    Optional<Integer> score =
        computed.isEmpty() ? Optional.empty() : Optional.of(Integer.parseInt(computed));
    assertThat(DeadlineFacts.from(facts, score).level().map(String::valueOf).orElse(""))
        .isEqualTo(level);
  }

  @ParameterizedTest(name = "finding {0}, closed {1}: Form A {2}")
  @CsvSource({
    "near-miss, 2026-03-10, NOT_REQUIRED",
    "non-event, 2026-03-10, NOT_REQUIRED",
    "near-miss, '', NOT_REQUIRED", // a finding is made at closure
    "near-miss, 2026-03-21, OVERDUE", // not closed yet
    "incident, 2026-03-10, OVERDUE",
  })
  void aFindingAtClosureEndsWhatIsUndone(String finding, String closed, String verdict) {
    Facts facts = facts("occurred=2026-03-03", "closure_finding=" + finding);
    if (!closed.isEmpty()) {
      facts = facts.with(Field.CLOSED, Field.CLOSED.kind().parse(closed));
    }
    assertThat(
            DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT))
                .judge(DeadlineFacts.from(facts, Optional.of(1)), AS_OF)
                .get(1)
                .verdict()
                .name())
        .isEqualTo(verdict);
  }

  @Test
  void aReportedNearMissRunsItsClocksUntilClosed() {
    assertThat(
            judge("ico_legal_clock", Optional.of(2), "status=near-miss", "aware=2026-03-19")
                .verdict())
        .isEqualTo(Verdict.RUNNING);
  }

  @ParameterizedTest(name = "{0}: Form A {1}")
  @CsvSource({
    "status=near-miss closed=2026-03-10, NOT_REQUIRED",
    "status=near-miss case_state=closed, NOT_REQUIRED", // closed, though nobody wrote when
    "status=near-miss closed=2026-03-20, NOT_REQUIRED",
    "status=near-miss closed=2026-03-21, OVERDUE", // not closed yet
    "status=near-miss case_state=open, OVERDUE",
    "status=near-miss closed=2026-03-10 closure_finding=incident, OVERDUE",
    "status=near-miss closed=2026-03-10 direction=inbound, OVERDUE", // counted as inbound
    "status=potential closed=2026-03-10, OVERDUE",
    "closed=2026-03-10, OVERDUE",
    "status=near-miss closed=2026-03-10 form_a_received=2026-03-09, LATE", // done: it stands
    "status=non-event closed=2026-03-10, NOT_REQUIRED",
    "status=non-event case_state=closed, NOT_REQUIRED",
    "status=non-event closed=2026-03-20, NOT_REQUIRED",
    "status=non-event closed=2026-03-21, OVERDUE",
    "status=non-event case_state=open, OVERDUE",
    "status=non-event closed=2026-03-10 closure_finding=incident, OVERDUE",
    "status=non-event closed=2026-03-10 direction=inbound, NOT_REQUIRED", // of no kind at all
    "status=non-event closed=2026-03-10 form_a_received=2026-03-09, LATE",
  })
  void whatWasReportedAsLevelZeroEndsWithItsClosingWhereNothingElseWasFound(
      String fields, String verdict) {
    assertThat(
            judge("form_a", Optional.of(2), ("occurred=2026-03-03 " + fields).split(" "))
                .verdict()
                .name())
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "status=near-miss, closed as the near miss it was reported as; the finding is not recorded",
    "status=near-miss closure_finding=near-miss, closed as Category Level 0",
    "status=near-miss decided_level=0, closed as Category Level 0",
    "status=non-event, closed as the mistaken report its status says; the finding is not recorded",
    "status=non-event closure_finding=non-event, closed as Category Level 0",
  })
  void aMissingFindingIsSaid(String said, String note) {
    String known = "closed=2026-03-10 occurred=2026-03-03 " + said;
    assertThat(judge("form_a", Optional.of(1), known.split(" ")).noteText()).isEqualTo(note);
  }

  /** Identified on Tuesday 3 March at 09:00, so to be decided by Friday 6 March at 09:00. */
  @ParameterizedTest(name = "decided {0}, notified {1}: {2} by {3}")
  @CsvSource({
    "2026-03-10, 2026-03-04, MET, 2026-03-04",
    "2026-03-10T09:00:00Z, 2026-03-06T09:00:00Z, MET, 2026-03-06T09:00:00Z",
    "2026-03-10T09:00:00Z, 2026-03-06T09:00:01Z, LATE, 2026-03-06T09:00:01Z",
    "2026-03-10, 2026-03-06, CANNOT_TELL, 2026-03-06",
    "2026-03-06T10:00:00Z, 2026-03-06T08:00:00Z, MET, 2026-03-06T08:00:00Z",
  })
  void whoNotifiedHadDecided(String decided, String notified, String verdict, String by) {
    DutyVerdict judged =
        judge(
            "ico_decision",
            Optional.of(2),
            "identified=2026-03-03T09:00:00Z",
            "ico_decided=" + decided,
            "ico_notified=" + notified);
    assertThat(judged.verdict().name()).isEqualTo(verdict);
    assertThat(judged.done()).contains(Moment.parse(by));
    assertThat(judged.noteText())
        .contains("decision dated after the notification: the notification counts as the decision");
  }

  @ParameterizedTest(name = "decided {0}, notified {1}: {2}")
  @CsvSource({
    "2026-03-10, '', LATE",
    "2026-03-10, 2026-03-11, LATE", // decided first
    "2026-03-10, 2026-03-10, LATE", // on one day: as it is written
    "2026-03-10, 2026-03-10T08:00:00Z, LATE",
    "2026-03-05, 2026-03-06, MET",
    "2026-03-10, 2026-03-21, LATE", // not notified yet
    "2026-03-10, undated, LATE",
  })
  void aDecisionBeforeItsNotificationCountsAsItIsDated(
      String decided, String notified, String verdict) {
    List<String> fields =
        new ArrayList<>(List.of("identified=2026-03-03T09:00:00Z", "ico_decided=" + decided));
    if (!notified.isEmpty()) {
      fields.add("ico_notified=" + notified);
    }
    DutyVerdict judged = judge("ico_decision", Optional.of(2), fields.toArray(String[]::new));
    assertThat(judged.verdict().name()).isEqualTo(verdict);
    assertThat(judged.done()).contains(Moment.parse(decided));
    assertThat(judged.noteText()).doesNotContain("after the notification");
  }

  /** Identified on Tuesday 3 March at 10:00, so to be decided by Friday 6 March at 10:00. */
  @ParameterizedTest(name = "decided {0}, notified {1}: {2} in {3} hours")
  @CsvSource({
    "2026-03-06, 2026-03-06T09:30:00Z, MET, 62.00..71.50",
    "2026-03-06, 2026-03-06T10:00:00Z, MET, 62.00..72.00",
    "2026-03-06, 2026-03-06T10:00:01Z, CANNOT_TELL, 62.00..72.00",
    "2026-03-06, '', CANNOT_TELL, 62.00..86.00",
    "2026-03-06, 2026-03-06, CANNOT_TELL, 62.00..86.00",
    "2026-03-06, undated, CANNOT_TELL, 62.00..86.00",
    "2026-03-06, 2026-03-20T09:00:01Z, CANNOT_TELL, 62.00..86.00", // not notified yet
    "2026-03-07, 2026-03-07T09:30:00Z, LATE, 86.00..95.50",
    "undated, 2026-03-06T10:00:00Z, MET, ''",
    "undated, 2026-03-06T10:00:01Z, CANNOT_TELL, ''", // decided before it, perhaps in time
    "undated, 2026-03-05, MET, ''",
    "undated, 2026-03-06, CANNOT_TELL, ''",
    "undated, 2026-03-20T09:00:01Z, CANNOT_TELL, ''",
    "undated, undated, CANNOT_TELL, ''",
    "undated, '', CANNOT_TELL, ''",
  })
  void aNotificationProvesByWhenItWasDecided(
      String decided, String notified, String verdict, String hours) {
    List<String> fields =
        new ArrayList<>(List.of("identified=2026-03-03T10:00:00Z", "ico_decided=" + decided));
    if (!notified.isEmpty()) {
      fields.add("ico_notified=" + notified);
    }
    DutyVerdict judged = judge("ico_decision", Optional.of(2), fields.toArray(String[]::new));
    assertThat(judged.verdict().name()).isEqualTo(verdict);
    assertThat(judged.hoursText()).isEqualTo(hours);
  }

  @ParameterizedTest(name = "decided {0}, notified {1}: {2}")
  @CsvSource({
    "2026-03-06, 2026-03-06T09:30:00Z, decided by the time the ICO was notified",
    "2026-03-06, 2026-03-07T09:30:00Z, ''",
    "undated, 2026-03-06T09:30:00Z, decision not dated: made by the time the ICO was notified",
    "undated, undated, 'done, but nobody wrote when'",
  })
  void whatTheNotificationProvesIsSaid(String decided, String notified, String note) {
    assertThat(
            judge(
                    "ico_decision",
                    Optional.of(2),
                    "identified=2026-03-03T10:00:00Z",
                    "ico_decided=" + decided,
                    "ico_notified=" + notified)
                .noteText())
        .isEqualTo(note);
  }

  @Test
  void whatWasReceivedFromElsewhereRunsNoIcoClock() {
    for (String duty : List.of("ico_decision", "ico_policy_clock", "ico_legal_clock")) {
      assertThat(judge(duty, Optional.of(2), "direction=inbound", "occurred=2026-03-03").verdict())
          .as(duty)
          .isEqualTo(Verdict.NOT_REQUIRED);
    }
  }

  @Test
  void doneAtAnUnknownMomentCannotBeJudged() {
    DutyVerdict verdict =
        judge("form_a", Optional.of(1), "occurred=2026-03-03", "form_a_received=undated");
    assertThat(verdict.verdict()).isEqualTo(Verdict.CANNOT_TELL);
    assertThat(verdict.noteText()).isEqualTo("done, but nobody wrote when");
    assertThat(verdict.hoursText()).isEmpty();
    assertThat(verdict.dueText()).isEqualTo("2026-03-04T23:59:59+00:00");
    assertThat(verdict.precision()).isEqualTo("undated");
  }

  @ParameterizedTest(name = "signed by data lead {0}, by head {1}: {2}")
  @CsvSource({
    "yes, yes, ''",
    "yes, no, signature of the Headteacher missing",
    "no, yes, signature of the School Data Protection lead missing",
    "yes, unknown, signature of the Headteacher missing",
  })
  void aMissingSignatureIsAGapBesideTheVerdict(String lead, String head, String note) {
    DutyVerdict verdict =
        judge(
            "form_a",
            Optional.of(1),
            "occurred=2026-03-03",
            "form_a_received=2026-03-03",
            "form_a_signed_data_lead=" + lead,
            "form_a_signed_head=" + head);
    assertThat(verdict.verdict()).isEqualTo(Verdict.MET);
    assertThat(verdict.noteText()).isEqualTo(note);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "case_state=closed, OVERDUE", // closed, though nobody wrote when
    "case_state=open, RUNNING",
    "closed=2026-03-10, OVERDUE",
    "not_told_ground=protected, MET", // documented before closing
    "individuals_told=2026-03-09, NOT_REQUIRED",
  })
  void theGroundForNotTelling(String field, String verdict) {
    assertThat(judge("not_told_documented", Optional.of(1), field).verdict().name())
        .isEqualTo(verdict);
  }

  @Test
  void aMissingRegistrationIsReplacedByTheReportAndThenByTheIdentification() {
    DutyVerdict reported =
        judge("re_evaluation", Optional.of(1), "reported=2026-03-01", "identified=2026-02-01");
    assertThat(reported.noteText()).isEqualTo("registered missing, reported used");
    assertThat(reported.dueText()).isEqualTo("2026-09-01T23:59:59+01:00");
    assertThat(judge("re_evaluation", Optional.of(1), "identified=2026-02-01").noteText())
        .isEqualTo("registered missing, identified used");
  }

  @ParameterizedTest(name = "{0}: {1} duties")
  @CsvSource({
    "category-levels, preliminary_investigation;form_a;ico_decision;ico_policy_clock;"
        + "ico_legal_clock;not_told_documented;re_evaluation,"
        + " report_to_head;report_to_dpo;tell_individuals",
    "dpo-service, ico_legal_clock;re_evaluation, governors_told;report_to_dpo;tell_individuals",
    "trust-ceo, ico_legal_clock;re_evaluation, outcome_report;report_to_head;tell_individuals",
    "co-operative-trust, ico_legal_clock;re_evaluation,"
        + " outcome_report;report_to_head;tell_individuals",
    "maintained-school, ico_legal_clock;re_evaluation,"
        + " outcome_report;report_to_head;tell_individuals",
  })
  void eachPolicyHasItsOwnDuties(String profile, String timed, String shown) {
    Duties duties = Duties.read(SHIPPED, PolicyProfile.read(SHIPPED, profile));
    assertThat(duties.timed()).extracting(Duty::code).containsExactly(timed.split(";"));
    assertThat(duties.untimed()).extracting(Duty::code).containsExactly(shown.split(";"));
  }

  @Test
  void immediatelyIsShownInHoursWithoutAVerdict() {
    List<TimeTaken> taken =
        DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT))
            .taken(
                DeadlineFacts.from(
                    facts("identified=2026-03-03T09:00:00Z", "reported=2026-03-03T10:30:00Z"),
                    Optional.empty()),
                AS_OF);
    assertThat(taken.get(1).duty().code()).isEqualTo("report_to_dpo");
    assertThat(taken.get(1).hours()).map(HoursTaken::written).contains("1.50");
    assertThat(taken.get(2).hours()).map(HoursTaken::written).contains("408.00");
    assertThat(taken.get(2).notes()).containsExactly("aware missing, identified used");
  }

  /** The default warns 24 hours before the legal clock ends; as at Friday 20 March at 09:00. */
  @ParameterizedTest(name = "aware {0}: {1}")
  @CsvSource({
    "2026-03-18T09:00:01Z, ''",
    "2026-03-18T09:00:00Z, before", // due tomorrow at 09:00
    "2026-03-17T10:00:01Z, before",
    "2026-03-17T10:00:00Z, at", // due in an hour
    "2026-03-17T09:00:00Z, at", // due now
    "2026-03-17T08:59:59Z, after",
    "2026-03-19, ''", // due on Sunday at the earliest
    "2026-03-18, before", // due at midnight at the earliest, in 15 hours
    "2026-03-17, at", // due since midnight, or up to the next
    "2026-03-16, after",
  })
  void warnsBeforeAtAndAfter(String aware, String stage) {
    DutyVerdict verdict =
        judge("ico_legal_clock", Optional.of(2), "ico_decision=notify", "aware=" + aware);
    assertThat(WarningStage.of(verdict, AS_OF).map(WarningStage::code).orElse("")).isEqualTo(stage);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "ico_decision=not-notify, ''",
    "direction=inbound, ''",
    "decided_level=1, ''",
    "ico_notified=2026-03-19, ''",
    "status=near-miss, after", // until it is closed as one
    "closure_finding=near-miss, ''",
  })
  void aDutyNotRequiredOrDoneIsNotWarnedOf(String field, String stage) {
    DutyVerdict verdict =
        judge("ico_decision", Optional.of(2), "identified=2026-03-10T09:00:00Z", field);
    assertThat(WarningStage.of(verdict, AS_OF).map(WarningStage::code).orElse("")).isEqualTo(stage);
  }

  @Test
  void theNextFullHourCountsWhereTheProfileSaysSo() {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .replace(
                "policies/category-levels.yaml",
                "statutory-hour-rounding: off",
                "statutory-hour-rounding: next-hour");
    List<DutyVerdict> verdicts =
        DeadlineRules.read(edited, PolicyProfile.read(edited, PolicyProfile.DEFAULT))
            .judge(
                DeadlineFacts.from(
                    facts(
                        "occurred=2026-03-17T08:30:00Z",
                        "aware=2026-03-17T08:30:00Z",
                        "ico_decision=notify"),
                    Optional.of(2)),
                new AsOf(Instant.parse("2026-03-20T08:59:59Z")));
    assertThat(verdicts.get(3).verdict()).isEqualTo(Verdict.OVERDUE);
    assertThat(verdicts.get(4).verdict()).isEqualTo(Verdict.RUNNING);
    assertThat(verdicts.get(4).dueText()).isEqualTo("2026-03-20T08:59:59+00:00");
  }
}
