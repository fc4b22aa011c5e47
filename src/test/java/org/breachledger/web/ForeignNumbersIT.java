package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sql.DataSource;
import org.breachledger.access.Role;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Numbers of another trust or school in place of one's own: nothing of theirs is ever answered. */
class ForeignNumbersIT {

  /** Stands in every row of the other trust. */
  private static final String THEIRS = "Zephyrine";

  /** Stands in every row of the other school of the own trust. */
  private static final String NEXT_DOOR = "Quillfeather";

  private static final int REQUESTS = 1_000;
  private static final int MORE = 40;

  @TempDir static Path home;

  private static final List<Long> THEIR_INCIDENTS = new ArrayList<>();
  private static final List<Long> INCIDENTS_NEXT_DOOR = new ArrayList<>();

  private static TestDatabase database;
  private static SampleRecord ours;
  private static SampleRecord theirs;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void twoTrusts() {
    database = TestDatabase.fresh();
    int other = database.found(THEIRS + " Trust");
    theirs =
        database
            .trust()
            .within(
                other,
                () -> {
                  SampleRecord record = new SampleRecord(database);
                  THEIR_INCIDENTS.addAll(more(record, record.school, THEIRS));
                  marked(other);
                  return record;
                });
    THEIR_INCIDENTS.add(theirs.incident);
    ours = new SampleRecord(database);
    ours.accounts();
    INCIDENTS_NEXT_DOOR.addAll(more(ours, ours.otherSchool, NEXT_DOOR));
    INCIDENTS_NEXT_DOOR.add(ours.otherIncident);
    nextDoor();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  private static List<Long> more(SampleRecord of, int school, String mark) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into incident (school_id, reference, reference_key, day, day_from,
                        counted_as, facts, import_id, first_import_id, sheet, row, breach_type)
                    select ?, ?::text || n, ?::text || n, '2026-05-04', 'occurred', 'incident',
                        jsonb_build_object('occurred', '2026-05-04', 'description', ?::text,
                          'reported_type', ?::text, 'individuals', '2'), ?, ?, 1, n, 'OTHER'
                    from generate_series(1, ?) n returning incident_id
                    """)
                .params(school, mark, mark, mark, mark, of.imported, of.imported, MORE)
                .query(Long.class)
                .list());
  }

  private static void marked(int trust) {
    for (String statement :
        List.of(
            "update school set name = '%s ' || school_id",
            "update import_file set file_name = '%s.xlsx', profile = '%s'",
            "update report_paper set title = '%s'",
            "update signal set title = '%s', subject = '%s', evidence = '%s', school_name = '%s'",
            "update user_account set label = '%s'",
            "update incident set type_evidence = '%s'")) {
      database
          .administrator()
          .sql(statement.replace("%s", THEIRS) + " where trust_id = " + trust)
          .update();
    }
  }

  private static void nextDoor() {
    for (String statement :
        List.of(
            "update school set name = '%s School' where school_id = " + ours.otherSchool,
            "update report_paper set title = '%s' where school_id = " + ours.otherSchool,
            "update incident set reference = '%s' where incident_id = " + ours.otherIncident)) {
      database.administrator().sql(statement.replace("%s", NEXT_DOOR)).update();
    }
  }

  /** A route with a number that is not this account's, and whether the number is a filter only. */
  private record Asked(String route, boolean filter) {}

  @ParameterizedTest
  @EnumSource(Role.class)
  void aThousandSwappedNumbersBringNothingForeign(Role role) {
    Random random = new Random(20261122L + role.ordinal());
    Browser browser = Browser.signedIn(port, role.code());
    for (int i = 0; i < REQUESTS; i++) {
      Asked asked = ask(role, random);
      HttpResponse<String> answer = browser.get(asked.route());
      assertThat(answer.statusCode())
          .as(asked.route())
          .isIn(asked.filter() ? List.of(200, 403, 404) : List.of(403, 404));
      assertThat(answer.body()).as(asked.route()).doesNotContain(THEIRS);
      if (role.ofOneSchool()) {
        assertThat(answer.body()).as(asked.route()).doesNotContain(NEXT_DOOR);
      }
    }
  }

  private static Asked ask(Role role, Random random) {
    if (role.ofOneSchool() && random.nextBoolean()) {
      long incident = INCIDENTS_NEXT_DOOR.get(random.nextInt(INCIDENTS_NEXT_DOOR.size()));
      return routes(incident, ours.otherSchool, ours.otherGovernors, ours, random);
    }
    long incident = THEIR_INCIDENTS.get(random.nextInt(THEIR_INCIDENTS.size()));
    long paper =
        List.of(theirs.governors, theirs.otherGovernors, theirs.board, theirs.working, theirs.pack)
            .get(random.nextInt(5));
    int school = random.nextBoolean() ? theirs.school : theirs.otherSchool;
    return routes(incident, school, paper, theirs, random);
  }

  private static Asked routes(
      long incident, int school, long paper, SampleRecord of, Random random) {
    List<Asked> routes =
        new ArrayList<>(
            List.of(
                new Asked("/incidents/" + incident, false),
                new Asked("/incidents/" + incident + "/complete", false),
                new Asked("/papers/" + paper, false),
                new Asked("/trends?school=" + school, false),
                new Asked("/trends/table?as=csv&school=" + school, false),
                new Asked("/incidents?school=" + school, true)));
    if (of.equals(theirs)) {
      routes.addAll(
          List.of(
              new Asked("/runs/" + of.run, false),
              new Asked("/imports/" + of.imported, false),
              new Asked("/imports/" + of.imported + "/returns", false),
              new Asked("/imports/" + of.imported + "/undo", false),
              new Asked("/imports/result?import=" + of.imported, false),
              new Asked("/alerts/" + of.alert, false),
              new Asked("/alerts/" + of.alert + "/pack", false),
              new Asked("/signals/" + of.signal, false),
              new Asked("/schools/" + school + "/change", false),
              new Asked("/people/" + of.person, false)));
    }
    return routes.get(random.nextInt(routes.size()));
  }

  /** The marks are found by those whose rows they stand in, so that missing them says something. */
  @Test
  void theMarksStandInRowsThatCouldBeAnswered() {
    assertThat(Browser.signedIn(port, "dpo").get("/incidents/" + ours.otherIncident).body())
        .contains(NEXT_DOOR);
    assertThat(
            database
                .administrator()
                .sql("select count(*) from incident where facts::text like '%" + THEIRS + "%'")
                .query(Integer.class)
                .single())
        .isEqualTo(MORE);
  }

  private static List<String> tables() {
    return database
        .administrator()
        .sql(
            """
            select c.relname from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'trust_id'
            where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace
              and c.relname <> 'trust' order by 1
            """)
        .query(String.class)
        .list();
  }

  private static TransactionTemplate nobodys() {
    return new TransactionTemplate(
        new TrustTransactionManager(database.dataSource(), new CurrentTrust()));
  }

  @Test
  void withoutATrustEveryTableIsEmptyAndTakesNothing() {
    List<String> filled = new ArrayList<>();
    for (String table : tables()) {
      String count = "select count(*) from " + table;
      if (database.administrator().sql(count).query(Integer.class).single() > 0) {
        filled.add(table);
      }
      assertThat(seen(count)).as(table).isZero();
      assertThatThrownBy(() -> insert(table))
          .as(table)
          .isInstanceOf(DataAccessException.class)
          .rootCause()
          .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    }
    assertThat(filled)
        .contains(
            "school", "incident", "import_file", "signal", "report_paper", "alert", "user_account");
  }

  private static int seen(String count) {
    try {
      Integer seen =
          nobodys().execute(status -> database.jdbc().sql(count).query(Integer.class).single());
      return seen == null ? -1 : seen;
    } catch (DataAccessException refused) {
      assertThat(refused).rootCause().hasMessageContaining("permission denied");
      return 0;
    }
  }

  private static void insert(String table) {
    nobodys()
        .executeWithoutResult(
            status ->
                database
                    .jdbc()
                    .sql("insert into " + table + " (trust_id) values (?)")
                    .param(database.trustId())
                    .update());
  }

  @Test
  void aJobWithoutATrustDoesNotStart() {
    int before = executions();
    Assessment nobodys =
        new Assessment(
            application.getBean(DataSource.class),
            new CurrentTrust(),
            application.getBean(JobRepository.class),
            application.getBean(JobOperator.class),
            application.getBeansOfType(Job.class).values().iterator().next(),
            application.getBean(RulesInForce.class),
            java.time.Clock.systemUTC());
    assertThatThrownBy(() -> nobodys.run(AsOf.from(java.time.Clock.systemUTC())))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("belongs to no trust");
    assertThat(executions()).isEqualTo(before);
  }

  private static int executions() {
    return database
        .administrator()
        .sql("select count(*) from batch_job_execution")
        .query(Integer.class)
        .single();
  }
}
