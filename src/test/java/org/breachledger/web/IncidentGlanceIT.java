package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breachledger.incident.CaseState;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.json.FactsJson;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lists count follows each change of an incident in the same statement. */
class IncidentGlanceIT {

  private TestDatabase database;
  private SampleRecord sample;

  @BeforeEach
  void fill() {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
  }

  @AfterEach
  void end() {
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = ">>>",
      quoteCharacter = '~',
      textBlock =
          """
          facts = facts || '{"closed": "2026-05-20"}'                   >>> closed = true
          facts = facts || '{"case_state": "closed"}'                   >>> closed = true
          facts = facts || '{"closure_finding": "near-miss"}'           >>> closed = true
          recorded_facts = '{"closed": "2026-05-20"}'                   >>> closed = true
          facts = facts || '{"closed": "2026-05-20"}', recorded_facts = '{"reopened": "2026-05-21"}' >>> closed = false
          facts = facts || '{"closed": "2026-05-22"}', recorded_facts = '{"reopened": "2026-05-21"}' >>> closed = true
          facts = facts || '{"closed": "2026-06-10"}', recorded_facts = '{"reopened": "2026-06-10"}' >>> closed = false
          facts = facts || '{"closed": "2026-06-10T15:00:00Z"}', recorded_facts = '{"reopened": "2026-06-10"}' >>> closed = false
          facts = facts || '{"closed": "undated"}', recorded_facts = '{"reopened": "2026-06-10"}' >>> closed = false
          category_level = 1, facts = facts || '{"declared_level": "2"}' >>> level = 2
          category_level = 2, recorded_facts = '{"decided_level": "1"}' >>> level = 1
          duties = '[{"duty": "ico", "verdict": "OVERDUE"}]'            >>> overdue and not running and not review_due
          duties = '[{"duty": "ico", "verdict": "RUNNING"}]'            >>> running and not overdue and not review_due
          duties = '[{"duty": "re_evaluation", "verdict": "OVERDUE"}]'  >>> overdue and review_due
          duties = '[{"duty": "re_evaluation", "verdict": "RUNNING"}]', judged_as_of = '2026-10-04T12:00:00Z' >>> running and review_due
          duties = '[{"duty": "re_evaluation", "verdict": "RUNNING"}]', judged_as_of = '2026-10-03T12:00:00Z' >>> running and not review_due
          needs_review = true                                           >>> needs_review
          school_id = 2, reference = 'RP-9', breach_type = null         >>> school_id = 2 and reference = 'RP-9' and breach_type is null
          """)
  void aChangeIsSeenAtOnce(String change, String seen) {
    sql("update incident set " + change + " where incident_id = " + sample.incident);
    assertThat(count(seen + " and incident_id = " + sample.incident)).isEqualTo(1);
    assertThat(count("not closed and level is null and incident_id = " + sample.otherIncident))
        .isEqualTo(1);
  }

  /** Each way a sheet can say it, against each moment of a reopening. */
  @Test
  void aCaseIsClosedInListsWhereItIsClosedEverywhereElse() {
    List<String> moments =
        List.of(
            "undated",
            "2026-06-10",
            "2026-06-11",
            "2026-06-10T09:00:00Z",
            "2026-06-10T22:59:59Z",
            "2026-06-10T23:00:00Z", // 11 June in London
            "2026-10-24",
            "2026-10-25T00:30:00Z/2026-10-25T01:30:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:30:00Z");
    Map<Boolean, Integer> answers = new TreeMap<>();
    for (Facts sheet : sheets(moments)) {
      for (Facts recorded : each(Field.REOPENED, Facts.none(), moments)) {
        boolean closed = CaseState.closed(sheet.joined(recorded)).isPresent();
        assertThat(closedInSql(sheet, recorded)).as(sheet + " " + recorded).isEqualTo(closed);
        answers.merge(closed, 1, Integer::sum);
      }
    }
    assertThat(answers)
        .hasSize(2)
        .allSatisfy((closed, times) -> assertThat(times).isGreaterThan(40));
  }

  private static List<Facts> sheets(List<String> moments) {
    List<Facts> sheets = new ArrayList<>();
    for (Facts said :
        List.of(
            Facts.none(),
            Facts.none().with(Field.CASE_STATE, Field.CASE_STATE.kind().parse("closed")),
            Facts.none()
                .with(Field.CLOSURE_FINDING, Field.CLOSURE_FINDING.kind().parse("near-miss")))) {
      sheets.addAll(each(Field.CLOSED, said, moments));
    }
    return sheets;
  }

  private static List<Facts> each(Field field, Facts facts, List<String> moments) {
    List<Facts> all = new ArrayList<>(List.of(facts));
    moments.forEach(moment -> all.add(facts.with(field, Moment.parse(moment))));
    return all;
  }

  private boolean closedInSql(Facts sheet, Facts recorded) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select glance_closed(?::jsonb, ?::jsonb)")
                .params(FactsJson.write(sheet), FactsJson.write(recorded))
                .query(Boolean.class)
                .single());
  }

  @Test
  void whatIsTakenAwayIsNotCounted() {
    sql("delete from incident where incident_id = " + sample.incident);
    assertThat(count("true")).isEqualTo(1);
  }

  @Test
  void anotherTrustSeesNone() {
    int other = database.found("Another trust");
    assertThat(database.trust().<Integer>within(other, () -> count("true"))).isZero();
    assertThat(count("true")).isEqualTo(2);
  }

  private void sql(String change) {
    database.inTransaction(() -> database.jdbc().sql(change).update());
  }

  private int count(String condition) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select count(*) from incident_glance where " + condition)
                .query(Integer.class)
                .single());
  }
}
