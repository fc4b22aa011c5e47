package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.breachledger.casework.RegisterLine.Given;
import org.breachledger.casework.RegisterLine.State;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided and referred, and what the policy asks for that nobody recorded. */
class DecisionRegisterTest {

  private static final String TOLD = "reported=2026-03-02; head_told=2026-03-02; ";

  private static List<RegisterLine> register(String profile, String written) {
    return Cases.rules(profile).register(Cases.of(written), Cases.WEDNESDAY_1_JULY);
  }

  private static List<String> lines(String profile, String written, State state) {
    return register(profile, written).stream()
        .filter(line -> line.state() == state)
        .map(RegisterLine::line)
        .toList();
  }

  private static RegisterLine line(String profile, String written, String name) {
    return register(profile, written).stream()
        .filter(line -> line.line().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          category-levels    | level=1                              | individuals,dpo,head
          category-levels    | level=2                              | ico,individuals,dpo,head
          category-levels    | level=2; reported=2026-03-02         | ico,individuals,head
          category-levels    | level=2; ico_decision=notify; ico_decided=2026-03-03 | ico-notified,individuals,dpo,head
          category-levels    | level=2; ico_decision=not-notify; ico_decided=2026-07-02 | ico,individuals,dpo,head
          category-levels    | level=1; caldicott=yes               | individuals,dpo,head,caldicott-guardian
          category-levels    | level=1; caldicott=no                | individuals,dpo,head
          category-levels    | level=1; council_consequences=yes    | individuals,dpo,head,board,working-group
          category-levels    | level=1; risk_media=yes              | individuals,dpo,head,communications
          category-levels    | level=1; risk_public_domain=yes      | individuals,dpo,head,communications
          category-levels    | status=near-miss                     | dpo,head
          category-levels    | closure_finding=non-event            | -
          category-levels    | level=2; status=non-event            | ico
          category-levels    | level=2; status=non-event; closed=2026-07-01 | -
          category-levels    | level=2; status=non-event; closed=2026-07-02 | ico
          category-levels    | level=2; status=near-miss            | ico,dpo,head
          category-levels    | level=2; status=near-miss; closed=2026-07-01 | dpo,head
          category-levels    | level=2; status=near-miss; case_state=closed | dpo,head
          category-levels    | level=2; status=near-miss; closed=2026-07-02 | ico,dpo,head
          category-levels    | level=2; status=near-miss; closed=2026-07-01; closure_finding=incident | ico,individuals,dpo,head
          category-levels    | level=2; direction=inbound           | dpo,head
          dpo-service        | level=1                              | individuals,dpo,head,governing-body
          dpo-service        | level=1; governors_told=2026-03-09   | individuals,dpo,head
          trust-ceo          | level=2; score=3                     | ico,individuals,head
          co-operative-trust | level=1; score=2                     | individuals,head
          co-operative-trust | level=2; score=3                     | ico,individuals,head,dpo
          co-operative-trust | level=2; score=4                     | ico,individuals,head,dpo
          co-operative-trust | level=1; score=2; declared_level=2   | ico,individuals,head,dpo
          co-operative-trust | level=2; score=3; decided_level=1    | individuals,head
          maintained-school  | level=2; score=4                     | ico,individuals,head
          """)
  void whatNobodyRecordedIsNamed(String profile, String written, String missing) {
    assertThat(lines(profile, written, State.MISSING))
        .containsExactlyElementsOf(missing == null ? List.of() : List.of(missing.split(",")));
  }

  @Test
  void whatThePolicyOnlyWantsConsideredIsNoGap() {
    String written =
        TOLD + "level=1; risk_financial=yes; risk_media=yes; individuals_told=2026-03-02";
    assertThat(lines("category-levels", written, State.TO_CONSIDER))
        .containsExactly("education-department", "bank", "police");
    assertThat(lines("category-levels", written + "; !bank=not-needed", State.TO_CONSIDER))
        .containsExactly("education-department", "police");
  }

  @Test
  void aLineSaysByWhomWhenAndThatAReasonIsThere() {
    RegisterLine line =
        line(
            "category-levels",
            "level=2; ico_decision=not-notify; ico_decided=2026-03-04;"
                + " ico_decided_by=Schools Data Protection Officer; ico_decision_reason=encrypted",
            "ico");
    assertThat(line.outcome()).isEqualTo("not to be notified");
    assertThat(line.by()).contains("Schools Data Protection Officer");
    assertThat(line.when()).contains(Moment.parse("2026-03-04"));
    assertThat(line.reason()).isEqualTo(Given.YES);
    assertThat(line.from()).isEqualTo(RegisterLine.From.SHEET);
  }

  @Test
  void aPersonsNameIsNeverInTheRegister() {
    RegisterLine line =
        line(
            "category-levels",
            "level=2; ico_decision=notify; ico_decided_by=P. Archer; ico_notified=2026-03-04",
            "ico");
    assertThat(line.by()).contains("a named person");
    assertThat(line.reason()).isEqualTo(Given.MISSING);
    assertThat(line.toString()).doesNotContain("Archer");
  }

  /** 72 hours from Monday 2 March 2026, 09:00 end on Thursday 5 March, 09:00. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-03-05T09:00:00Z |                          | NOT_ASKED
          2026-03-05T09:00:01Z |                          | MISSING
          2026-03-05T09:00:01Z | ico_delay_reason=closed  | YES
          """)
  void aLateNotificationNeedsItsReason(String notified, String more, Given delay) {
    RegisterLine line =
        line(
            "category-levels",
            "level=2; occurred=2026-03-02T09:00:00Z; aware=2026-03-02T09:00:00Z; ico_notified="
                + notified
                + "; "
                + (more == null ? "" : more),
            "ico-notified");
    assertThat(line.delay()).isEqualTo(delay);
  }

  @Test
  void theNewestRecordCountsAndAWithdrawnOneIsGone() {
    String first = "level=2; !ico=notify@2026-03-03; ";
    assertThat(line("category-levels", first, "ico").outcome()).isEqualTo("to be notified");
    assertThat(line("category-levels", first + "!ico=not-notify@2026-03-04", "ico").outcome())
        .isEqualTo("not to be notified");
    assertThat(line("category-levels", first + "!ico=withdrawn@2026-03-04", "ico").state())
        .isEqualTo(State.MISSING);
    assertThat(line("category-levels", "level=2; !ico=notify@2026-07-02", "ico").state())
        .isEqualTo(State.MISSING);
  }

  @Test
  void aRecordedDecisionIsAFieldOfTheIncident() {
    CaseRules rules = Cases.rules("category-levels");
    Facts recorded =
        rules.recorded(
            Cases.of(
                    "!ico=not-notify@2026-03-04; !head=referred@2026-03-02; !police=not-needed;"
                        + " !individuals=not-told-risk-removed@2026-03-06; !level=2")
                .decisions(),
            Optional.of(Moment.parse("2026-09-01")));
    assertThat(recorded.findText(Field.ICO_DECISION)).contains("not-notify");
    assertThat(recorded.findText(Field.ICO_DECIDED)).contains("2026-03-04");
    assertThat(recorded.findText(Field.ICO_DECIDED_BY)).contains("Schools Data Protection Officer");
    assertThat(recorded.findText(Field.HEAD_TOLD)).contains("2026-03-02");
    assertThat(recorded.find(Field.POLICE_TOLD)).isEmpty();
    assertThat(recorded.findText(Field.NOT_TOLD_GROUND)).contains("risk-removed");
    assertThat(recorded.findText(Field.NOT_TOLD_DOCUMENTED)).contains("2026-03-06");
    assertThat(recorded.findWhole(Field.DECIDED_LEVEL)).contains(2);
    assertThat(recorded.findText(Field.RE_EVALUATED)).contains("2026-09-01");
  }

  @Test
  void ofSheetAndPersonTheEarlierMomentAndThePersonsWordCount() {
    Facts sheet =
        Facts.none()
            .with(Field.ICO_DECISION, Field.ICO_DECISION.kind().parse("notify"))
            .with(Field.HEAD_TOLD, Moment.parse("2026-03-02"))
            .with(Field.POLICE_TOLD, Moment.parse("undated"))
            .with(Field.RE_EVALUATED, Moment.parse("2026-09-10"));
    Facts recorded =
        Facts.none()
            .with(Field.ICO_DECISION, Field.ICO_DECISION.kind().parse("not-notify"))
            .with(Field.HEAD_TOLD, Moment.parse("2026-03-05"))
            .with(Field.POLICE_TOLD, Moment.parse("2026-03-03"))
            .with(Field.RE_EVALUATED, Moment.parse("2026-09-01"));
    Facts joined = sheet.joined(recorded);
    assertThat(joined.findText(Field.ICO_DECISION)).contains("not-notify");
    assertThat(joined.findText(Field.HEAD_TOLD)).contains("2026-03-02");
    assertThat(joined.findText(Field.POLICE_TOLD)).contains("2026-03-03");
    assertThat(joined.findText(Field.RE_EVALUATED)).contains("2026-09-01");
    assertThat(sheet.joined(Facts.none())).isEqualTo(sheet);
  }

  /** 01:30 on 25 October 2026 came twice. */
  @ParameterizedTest(name = "sheet {0}, person {1}: {2}")
  @CsvSource({
    "2026-03-06T09:30:00Z, 2026-03-06, 2026-03-06T09:30:00Z",
    "2026-03-06, 2026-03-06T09:30:00Z, 2026-03-06T09:30:00Z",
    "2026-03-06T00:00:00Z, 2026-03-06, 2026-03-06T00:00:00Z",
    "2026-03-06T23:59:59Z, 2026-03-06, 2026-03-06T23:59:59Z",
    "2026-03-07T00:00:00Z, 2026-03-06, 2026-03-06", // the next day: no time of this one
    "2026-03-05T23:59:59Z, 2026-03-06, 2026-03-05T23:59:59Z",
    "2026-03-06, 2026-03-05T23:59:59Z, 2026-03-05T23:59:59Z",
    "2026-03-06, 2026-03-07T00:00:00Z, 2026-03-06",
    "2026-10-25T00:30:00Z/2026-10-25T01:30:00Z, 2026-10-25,"
        + " 2026-10-25T00:30:00Z/2026-10-25T01:30:00Z",
    "2026-10-25T00:30:00Z/2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z, 2026-10-25T01:30:00Z",
    "2026-10-25T00:30:00Z/2026-10-25T01:30:00Z, 2026-10-25T01:30:01Z,"
        + " 2026-10-25T00:30:00Z/2026-10-25T01:30:00Z",
    "2026-03-06T09:30:00Z, 2026-03-06T10:30:00Z, 2026-03-06T09:30:00Z",
  })
  void ofADayAndATimeOnItTheTimeCounts(String sheet, String person, String joined) {
    assertThat(
            Facts.none()
                .with(Field.ICO_DECIDED, Moment.parse(sheet))
                .joined(Facts.none().with(Field.ICO_DECIDED, Moment.parse(person)))
                .findText(Field.ICO_DECIDED))
        .contains(joined);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          casework/routes.csv    | dpo,Told to the DPO,dpo,always     | dpo,Told to the DPO,siro,always     | role "siro" in column "to" has no title in category-levels
          casework/routes.csv    | caldicott=yes                      | caldicot=yes                        | field "caldicot" is unknown; allowed are the incident's fields, level and breach_type
          casework/routes.csv    | caldicott=yes                      | sometimes                           | condition "sometimes" must be always, referral, field=value or field!=value
          casework/routes.csv    | always,yes,reported                | always,perhaps,reported             | column "must" must be yes or no
          casework/routes.csv    | always,yes,reported                | always,yes,description              | "description" is no field that holds a moment
          casework/routes.csv    | dpo,Told to the DPO                | ico,Told to the DPO                 | line "ico" is a subject of decisions.csv already
          casework/decisions.csv | ico_notified=when;ico_delay        | ico_notified=soon;ico_delay         | field "ico_notified" cannot be set to "soon"; allowed are when, by, why, delay, or a word of the field
          casework/decisions.csv | ,decided_level=1,needed            | ,decided_level=1,perhaps            | column "reason" must be needed or optional
          casework/decisions.csv | told-items,What individuals were told,incomplete | told-items,What individuals were told,all-five | told-items all-five stands twice
          """)
  void aTableNobodyCanActOnIsRefused(String file, String old, String edited, String refusal) {
    EditedPolicy tables = EditedPolicy.shipped().replace(file, old, edited);
    assertThatThrownBy(() -> CaseRules.read(tables, PolicyProfile.read(tables, "category-levels")))
        .isInstanceOf(RefusedTable.class)
        .hasMessageStartingWith("jobs/" + file + ", line ")
        .hasMessageEndingWith(refusal);
  }
}
