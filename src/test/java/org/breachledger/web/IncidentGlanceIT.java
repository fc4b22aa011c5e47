package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

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
