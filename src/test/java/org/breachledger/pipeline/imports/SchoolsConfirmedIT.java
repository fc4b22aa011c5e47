package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.incident.Text;
import org.breachledger.intake.SchoolList.Entry;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;
import org.breachledger.intake.store.SchoolMerge;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.record.store.JdbcAuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Schools are confirmed beside imports and jobs: after them where anything changes, else at once.
 */
class SchoolsConfirmedIT {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-07-01T10:00:00Z"), ZoneOffset.UTC);
  private static final LocalDate WEDNESDAY_1_JULY = LocalDate.of(2026, 7, 1);
  private static final List<Entry> ELM = List.of(new Entry("Elm School", "", List.of()));
  private static final String WAITING =
      "select count(*) from pg_stat_activity where datname = current_database()"
          + " and wait_event_type = 'Lock'";

  private TestDatabase database;
  private IncidentRegister register;
  private SchoolsConfirmed schools;

  @BeforeEach
  void open() {
    database = TestDatabase.fresh();
    register = new IncidentRegister(database.dataSource());
    schools =
        new SchoolsConfirmed(
            database.jdbc(),
            register,
            new JdbcAuditTrail(database.jdbc(), database.transactionManager(), CLOCK),
            database.transactions(),
            CLOCK);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aSchoolThatIsJustComingInIsConfirmedWithItsIncidents() throws Exception {
    FutureTask<List<SchoolMerge.Merged>> confirming = new FutureTask<>(() -> schools.confirm(ELM));
    database.inTransaction(
        () -> {
          takeElm();
          start(confirming);
          untilItWaits();
          return true;
        });

    assertThat(confirming.get(1, TimeUnit.MINUTES)).isEmpty();
    assertThat(one("select name || ' ' || confirmed from school")).isEqualTo("Elm School true");
    assertThat(one("select gaps::text from incident")).isEqualTo("[]");
  }

  @Test
  void whereNothingIsToChangeNoJobIsWaitedFor() throws Exception {
    schools.confirm(ELM);
    FutureTask<List<SchoolMerge.Merged>> again = new FutureTask<>(() -> schools.confirm(ELM));
    database.inTransaction(
        () -> {
          WorkLock.hold(database.jdbc());
          register.waitForTurn();
          start(again);
          try {
            assertThat(again.get(1, TimeUnit.MINUTES)).isEmpty();
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
          return true;
        });
  }

  /** A longer period that holds from now on is in the trail like one that a person sets. */
  @Test
  void theEntryOfAMergeTellsThePeriodThatWasSetAnew() {
    database.inTransaction(
        () -> {
          takeElm();
          return true;
        });
    schools.confirm(List.of(new Entry("Elm Academy", "", List.of()), ELM.get(0)));
    retain("Elm School", 6, "years");
    retain("Elm Academy", 30, "months");

    schools.confirm(List.of(new Entry("Elm Academy", "", List.of("Elm School"))));

    assertThat(one("select details from audit_entry where action = 'merge'"))
        .contains("\"length\":6", "\"unit\":\"years\"", "\"moved\":1");
  }

  @Test
  void theEntryOfAMergeThatSetsNoPeriodNamesNone() {
    schools.confirm(List.of(new Entry("Elm Academy", "", List.of()), ELM.get(0)));
    retain("Elm Academy", 6, "years");

    schools.confirm(List.of(new Entry("Elm Academy", "", List.of("Elm School"))));

    assertThat(one("select details from audit_entry where action = 'merge'"))
        .doesNotContain("length", "unit");
  }

  /** Another school is another right: as where an operator changes it, sessions end on record. */
  @Test
  void anAccountThatMovesLosesItsSessionsAndIsOnRecord() {
    schools.confirm(List.of(new Entry("Elm Academy", "", List.of()), ELM.get(0)));
    long head = head("head", "Elm School");
    long other = head("other", "Elm Academy");

    schools.confirm(List.of(new Entry("Elm Academy", "", List.of("Elm School"))));

    assertThat(
            one(
                "select string_agg(s.name || ' ' || stamp, ', ' order by sign_in_name)"
                    + " from user_account join school s using (trust_id, school_id)"))
        .isEqualTo("Elm Academy 1, Elm Academy 0");
    assertThat(
            one(
                "select string_agg(concat_ws(' ', e.who, e.subject, e.details::json ->> 'role',"
                    + " e.details::json ->> 'school' = s.school_id::text), ', ')"
                    + " from audit_entry e, school s where e.action = 'change-role'"
                    + " and s.name = 'Elm Academy'"))
        .isEqualTo("schools.csv account " + head + " head t")
        .doesNotContain("account " + other);
  }

  private long head(String name, String school) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "insert into user_account (sign_in_name, role, school_id, label, password_hash,"
                        + " created_at) select ?, 'head', school_id, 'Head', 'x', now() from school"
                        + " where name = ? returning user_id")
                .params(name, school)
                .query(Long.class)
                .single());
  }

  private void retain(String school, int length, String unit) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "insert into retention_setting (school_id, length, unit, by_role, set_at)"
                        + " select school_id, ?, ?, 'dpo', now() from school where name = ?")
                .params(length, unit, school)
                .update());
  }

  private void takeElm() {
    register.waitForTurn();
    long importId =
        database
            .jdbc()
            .sql(
                """
                insert into import_file (file_name, sha256, byte_count, status, as_of, started_at,
                  policy)
                values ('log.csv', 'a', 1, 'started', now(), now(), 'category-levels')
                returning import_id
                """)
            .query(Long.class)
            .single();
    Facts facts =
        Facts.none()
            .with(Field.SCHOOL, new Text("Elm School"))
            .with(Field.OCCURRED, new Moment.OnDay(LocalDate.of(2026, 3, 2)))
            .with(Field.DESCRIPTION, new Text("Letter sent"));
    IncomingRow row =
        new IncomingRow(
            1,
            2,
            IncomingRow.Read.TAKEN,
            facts,
            Set.of(Field.SCHOOL, Field.OCCURRED, Field.DESCRIPTION),
            List.of(),
            Map.of());
    register.take(importId, CLOCK.instant(), WEDNESDAY_1_JULY, sink -> sink.accept(row));
    assertThat(database.jdbc().sql("select gaps::text from incident").query(String.class).single())
        .contains("school-to-confirm");
  }

  private void untilItWaits() {
    Instant late = Instant.now().plus(Duration.ofSeconds(60));
    while (database.administrator().sql(WAITING).query(Integer.class).single() == 0) {
      assertThat(Instant.now()).isBefore(late);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static void start(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private String one(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).single());
  }
}
