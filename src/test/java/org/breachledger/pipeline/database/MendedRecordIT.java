package org.breachledger.pipeline.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an earlier program got wrong stands right, or is asked for again, after an upgrade. */
class MendedRecordIT {

  private final TestDatabase database = TestDatabase.ofLayout("33");

  /** 1 and 2 without a school, 3 and 4 at one; of each two the second was said to be a repeat. */
  @BeforeEach
  void aRecordOfLayout33() {
    sql("insert into trust (name) values ('')");
    sql(
        "insert into school (trust_id, name, name_key) values"
            + " (1, 'no school given', ''), (1, 'Elm', 'elm')");
    sql(
        """
        insert into import_file (trust_id, file_name, sha256, byte_count, status, as_of, started_at,
          policy) values (1, 'log', '00', 0, 'imported', now(), now(), 'x')
        """);
    sql(
        """
        set session_replication_role = replica;
        insert into incident (trust_id, school_id, counted_as, facts, import_id, sheet, row,
          first_import_id, recorded_facts, repeat_of, stale_score)
        select 1, s.school_id, 'incident', '{"closed": "undated"}', 1, 1, n, 1,
          case n when 1 then '{"reopened": "2026-06-10"}'::jsonb else '{}' end,
          case n when 2 then 2 * s.school_id - 1 end, false
        from school s cross join (values (1), (2)) v (n) order by s.school_id, n;
        insert into incident_glance (trust_id, incident_id, school_id, counted_as, needs_review,
          closed, overdue, running, review_due, reference_key)
        select 1, incident_id, school_id, 'incident', false, true, false, false, false, ''
        from incident;
        insert into deadline_warning (trust_id, incident_id, duty, stage, raised_at, due_at)
        values (1, 1, 'form_a', 'after', now(), '2026-06-01'), (1, 1, 'form_a', 'at', now(), null);
        set session_replication_role = origin
        """);
    database.upgrade();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void onlyARepeatWithoutASchoolIsScoredAnew() {
    assertThat(texts("select incident_id::text from incident where stale_score"))
        .containsExactly("2");
  }

  @Test
  void aCaseOpenedAgainIsOpenInTheLists() {
    assertThat(
            texts("select incident_id || ' ' || closed from incident_glance order by incident_id"))
        .containsExactly("1 false", "2 true", "3 false", "4 true");
  }

  @Test
  void whatWasWarnedOfStaysAndTheSameIsNotNotedTwice() {
    sql(
        """
        insert into deadline_warning (trust_id, incident_id, duty, stage, raised_at, due_at)
        values (1, 1, 'form_a', 'after', now(), '2026-06-01'),
          (1, 1, 'form_a', 'after', now(), '2026-06-02'), (1, 1, 'form_a', 'at', now(), null)
        on conflict do nothing
        """);
    assertThat(
            texts("select stage || ' ' || coalesce(due_at::date::text, '-') from deadline_warning"))
        .containsExactlyInAnyOrder("after 2026-06-01", "at -", "after 2026-06-02");
  }

  private void sql(String change) {
    database.administrator().sql(change).update();
  }

  private List<String> texts(String sql) {
    return database.administrator().sql(sql).query(String.class).list();
  }
}
