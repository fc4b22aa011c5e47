package org.breachledger.deadline.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.WarningStage;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the hourly watch notes, on a real database: once for each stage, and only what is true. */
class DeadlineWatchIT {

  private static final Instant AT = Instant.parse("2026-03-03T09:00:00Z");
  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();

  private final TestDatabase database = TestDatabase.fresh();
  private final DeadlineWatch watch =
      new DeadlineWatch(
          DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, "dpo-service")), database.jdbc());

  /** Under this profile an incident has the legal clock, and no registration to come back from. */
  @BeforeEach
  void aDecisionToNotify() {
    database.inTransaction(
        () -> {
          database
              .jdbc()
              .sql("insert into school (name, name_key, confirmed) values ('Elm', 'elm', true)")
              .update();
          return database
              .jdbc()
              .sql(
                  """
                  insert into import_file (file_name, sha256, byte_count, status, as_of,
                    started_at, policy) values ('log', '00', 0, 'imported', now(), now(), 'x')
                  """)
              .update();
        });
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void incident(String facts) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into incident (school_id, counted_as, facts, import_id, sheet, row,
                      first_import_id, category_level)
                    select school_id, 'incident', ?::jsonb, import_id, 1, 2, import_id, 2
                    from school, import_file
                    """)
                .param(facts)
                .update());
  }

  private Map<WarningStage, Integer> look(String asOf) {
    return database.inTransaction(() -> watch.look(AsOf.parse(asOf), AT));
  }

  private List<String> noted() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    select duty || ' ' || stage || ' ' || to_char(due_at at time zone 'UTC',
                      'YYYY-MM-DD HH24:MI') from deadline_warning order by raised_at, stage
                    """)
                .query(String.class)
                .list());
  }

  /** Aware on Tuesday 3 March at 09:00: due on Friday at 09:00, warned of from Thursday 09:00. */
  @Test
  void eachStageIsNotedOnceThroughTheHours() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_decision\":\"notify\"}");
    assertThat(look("2026-03-05T08:05")).isEmpty();
    assertThat(look("2026-03-05T09:05")).containsExactly(Map.entry(WarningStage.BEFORE, 1));
    assertThat(look("2026-03-05T10:05")).containsExactly(Map.entry(WarningStage.BEFORE, 0));
    assertThat(look("2026-03-06T08:05")).containsExactly(Map.entry(WarningStage.AT, 1));
    assertThat(look("2026-03-06T09:00")).containsExactly(Map.entry(WarningStage.AT, 0));
    assertThat(look("2026-03-06T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 1));
    assertThat(look("2026-03-09T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 0));
    assertThat(noted())
        .containsExactlyInAnyOrder(
            "ico_legal_clock before 2026-03-06 09:00",
            "ico_legal_clock at 2026-03-06 09:00",
            "ico_legal_clock after 2026-03-06 09:00");
  }

  @Test
  void afterDowntimeOnlyWhatIsTrueNowIsNoted() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_decision\":\"notify\"}");
    assertThat(look("2026-03-20T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 1));
    assertThat(noted()).containsExactly("ico_legal_clock after 2026-03-06 09:00");
  }

  @Test
  void whatIsNotRequiredOrDoneIsNeverNoted() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_decision\":\"not-notify\"}");
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_notified\":\"2026-03-20\"}");
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"direction\":\"inbound\"}");
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"decided_level\":\"1\"}");
    assertThat(look("2026-03-06T09:00")).containsExactly(Map.entry(WarningStage.AT, 1));
    assertThat(noted()).containsExactly("ico_legal_clock at 2026-03-06 09:00"); // not told by then
    assertThat(look("2026-04-20T09:00")).isEmpty();
  }

  /** Undecided the clock runs and warns until it is due; then only the decision is overdue. */
  @Test
  void anUndecidedClockWarnsUntilItIsDue() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\"}");
    assertThat(look("2026-03-05T09:05")).containsExactly(Map.entry(WarningStage.BEFORE, 1));
    assertThat(look("2026-03-06T08:30")).containsExactly(Map.entry(WarningStage.AT, 1));
    assertThat(look("2026-03-06T09:30")).isEmpty();
  }

  private void corrected(String aware) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set facts = facts || jsonb_build_object('aware', ?::text)")
                .param(aware)
                .update());
  }

  /** Was it Monday 16 March, the clock runs anew; what was told of before stays told. */
  @Test
  void aCorrectedDateIsWarnedOfAnewAndAnUnchangedOneIsNot() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_decision\":\"notify\"}");
    assertThat(look("2026-03-09T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 1));
    corrected("2026-03-03T09:00:00Z");
    assertThat(look("2026-03-10T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 0));
    corrected("2026-03-16T09:00:00Z");
    assertThat(look("2026-03-17T09:05")).isEmpty();
    assertThat(look("2026-03-18T09:05")).containsExactly(Map.entry(WarningStage.BEFORE, 1));
    assertThat(look("2026-03-19T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 1));
    assertThat(look("2026-03-20T09:05")).containsExactly(Map.entry(WarningStage.AFTER, 0));
    assertThat(noted())
        .containsExactlyInAnyOrder(
            "ico_legal_clock after 2026-03-06 09:00",
            "ico_legal_clock before 2026-03-19 09:00",
            "ico_legal_clock after 2026-03-19 09:00");
    corrected("2026-03-03T09:00:00Z");
    assertThat(look("2026-03-20T10:05")).containsExactly(Map.entry(WarningStage.AFTER, 0));
  }

  /** The mail of a run that broke off says only what is due now. */
  @Test
  void whatWasNotToldYetIsNotToldOfAMomentThatMoved() {
    incident("{\"aware\":\"2026-03-03T09:00:00Z\",\"ico_decision\":\"notify\"}");
    look("2026-03-20T09:05");
    corrected("2026-03-16T09:00:00Z");
    look("2026-03-20T10:05");
    assertThat(
            database.inTransaction(
                () ->
                    database
                        .jdbc()
                        .sql(
                            "select to_char(due_at at time zone 'UTC', 'MM-DD')"
                                + " from deadline_warning where to_tell")
                        .query(String.class)
                        .list()))
        .containsExactly("03-19");
  }

  /** Closed on a day nobody wrote down: overdue, without a moment. */
  @Test
  void whatIsDueAtNoKnownMomentIsNotedOnce() {
    DeadlineWatch all =
        new DeadlineWatch(
            DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT)),
            database.jdbc());
    incident("{\"case_state\":\"closed\"}");
    for (int noted : new int[] {1, 0}) {
      assertThat(database.inTransaction(() -> all.look(AsOf.parse("2026-03-20T09:05"), AT)))
          .containsExactly(Map.entry(WarningStage.AFTER, noted));
    }
  }

  /** The clocks go forward on 29 March: due on 31 March at 01:30 by the wall clock. */
  @Test
  void hoursAreRealHoursAcrossAClockChange() {
    incident("{\"aware\":\"2026-03-28T00:30:00Z\",\"ico_decision\":\"notify\"}");
    assertThat(look("2026-03-30T01:29:59")).isEmpty();
    assertThat(look("2026-03-30T01:30")).containsExactly(Map.entry(WarningStage.BEFORE, 1));
    assertThat(look("2026-03-31T00:30")).containsExactly(Map.entry(WarningStage.AT, 1));
    assertThat(look("2026-03-31T01:30:01")).containsExactly(Map.entry(WarningStage.AFTER, 1));
  }
}
