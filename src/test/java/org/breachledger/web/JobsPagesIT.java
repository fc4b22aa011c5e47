package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Predicate;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The operator runs, stops and repeats jobs on their page: with real jobs on a real database. */
class JobsPagesIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path home;

  private static TestDatabase database;
  private static int other;
  private static ConfigurableApplicationContext application;
  private static Browser operator;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.fresh();
    other = database.found("Another trust");
    database.trust().within(other, () -> new SampleRecord(database));
    new SampleRecord(database).accounts();
    Files.createDirectories(home.resolve("inbox"));
    application = PagesApplication.start(database, home.toString(), 0);
    operator =
        Browser.signedIn(
            application.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
            "operator");
    ask("nightly", "run");
    until("nightly", page -> page.contains("done"));
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @AfterEach
  void nothingIsAtWork() {
    until("nightly", page -> !page.contains("running") && !page.contains("stopping"));
  }

  @Test
  void everyJobSaysWhatItDoesWhenItRunsAndHowItLastEnded() {
    assertThat(part("nightly"))
        .contains("Takes in the logs that were dropped", "Every day at 03:00; next on ")
        .contains("done", "edition ", "href=\"/runs/", "Run now")
        .doesNotContain("Run again", "Stop");
    assertThat(part("half-yearly"))
        .contains("On day 1 of January and July at 04:00; next on ")
        .contains("for 1 Jul 2026, edition 1");
    assertThat(part("watch-deadlines")).contains("Every hour at 5 minutes past", "Never");
    assertThat(part("board-report")).contains("Only when somebody runs it");
    assertThat(operator.get("/jobs").body()).contains("This program starts no job by itself");
  }

  @Test
  void askedAgainWithNothingChangedItSaysSo() {
    ask("nightly", "run");

    assertThat(until("nightly", page -> page.contains("Nothing has changed")))
        .contains("there was nothing to do again", "edition ");
  }

  @Test
  void aSecondClickStartsNothing() throws Exception {
    try (Connection holder = database.dataSource().getConnection()) {
      lock(holder, database.trustId(), "breachledger work");
      assertThat(followed(ask("deliver-papers", "run"))).contains("Delivery is started.");
      assertThat(part("deliver-papers"))
          .contains("running", "It begins as soon as no other job is at work");
      assertThat(followed(ask("deliver-papers", "run")))
          .contains("Delivery is already running; it was not started a second time.");
      assertThat(followed(ask("deliver-papers", "stop"))).contains("is at no step that could be");
      assertThat(operator.get("/jobs").headers().firstValue("Refresh")).contains("5");
      assertThat(operator.get("/jobs?still=true").headers().firstValue("Refresh")).isEmpty();
      unlock(holder);
    }

    until("deliver-papers", page -> page.contains("done") && !page.contains("running"));
    assertThat(operator.get("/jobs").headers().firstValue("Refresh")).isEmpty();
    assertThat(editions("deliver-papers")).isEqualTo(1);
  }

  @Test
  void whoHadTheMessagesSentAgainIsOnRecord() {
    operator.submit("/operation", "/operation/messages", Map.of());

    assertThat(
            database.inTransaction(
                () ->
                    database
                        .jdbc()
                        .sql(
                            "select concat_ws(' ', who, subject, details) from audit_entry"
                                + " where action = 'retry-messages'")
                        .query(String.class)
                        .list()))
        .singleElement(InstanceOfAssertFactories.STRING)
        .startsWith("operator messages {\"messages\":");
  }

  @Test
  void aJobThatRunsElsewhereIsRunningHereAndAnotherTrustsIsNot() throws Exception {
    try (Connection elsewhere = database.dataSource().getConnection()) {
      lock(elsewhere, other, "breachledger job learn-types");
      assertThat(part("learn-types")).doesNotContain("running").contains("Run now");
      lock(elsewhere, database.trustId(), "breachledger job learn-types");
      assertThat(part("learn-types")).contains("running").doesNotContain("Run now");
      assertThat(followed(ask("learn-types", "run"))).contains("is already running");
      unlock(elsewhere);
    }
    assertThat(editions("learn-types")).isZero();
  }

  @Test
  void aRunThatIsStoppedEndsAfterItsPieceOfWorkAndGoesOnLater() throws Exception {
    somethingToJudge();
    try (Connection holder = database.dataSource().getConnection()) {
      holder.setAutoCommit(false);
      holder.createStatement().execute("lock table incident in exclusive mode");
      ask("nightly", "run");
      assertThat(until("nightly", page -> page.contains("now: normalise types")))
          .contains("<progress", "max=\"5\"", "value=\"1\"", "1 of 5 steps done");
      assertThat(followed(ask("nightly", "stop")))
          .contains("Nightly run stops after the piece of work it is at");
      assertThat(part("nightly")).contains("stopping").doesNotContain("button class=\"danger");
      holder.rollback();
    }

    assertThat(until("nightly", page -> page.contains("Run again")))
        .contains("stopped", "It was stopped by a person in the step “normalise types”");
    ask("nightly", "again");
    assertThat(until("nightly", page -> !page.contains("running")))
        .contains("done")
        .doesNotContain("Run again");
    assertThat(audited("stop-job")).isEqualTo(1);
  }

  @Test
  void aFailureIsToldWithoutWhatWasReadAndRunsAgain() {
    somethingToJudge();
    database
        .administrator()
        .sql(
            """
            create function broken() returns trigger language plpgsql as
              $$ begin raise exception 'Quillon Farr lay on the bus'; end $$;
            create trigger broken before update on incident for each row execute function broken()
            """)
        .update();
    ask("nightly", "run");
    String failed = until("nightly", page -> page.contains("Run again"));
    database.administrator().sql("drop function broken cascade").update();

    assertThat(failed)
        .contains("failed", "It failed in the step “normalise types”. What was finished is kept.")
        .doesNotContain("Quillon", "Exception", "raise");
    assertThat(followed(ask("nightly", "again"))).contains("Nightly run is started.");
    assertThat(until("nightly", page -> !page.contains("running")))
        .contains("done")
        .doesNotContain("Run again");
    assertThat(followed(ask("nightly", "again"))).contains("there is nothing to run again");
  }

  @Test
  void aRunWhoseProgramEndedCanBeRunAgainAsOfItsOwnDay() {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    """
                    insert into job_manifest (job, business_key, edition, as_of, inputs_hash,
                        inputs, policy, policy_version, status, started_at)
                    values ('learn-types', '2026-02-01', 1, '2026-02-01T05:00:00Z', 'x', '[]',
                        'x', 'x', 'running', '2026-02-01T05:00:00Z')
                    """)
                .update());

    assertThat(part("learn-types")).contains("broken off", "The program ended while it ran.");
    ask("learn-types", "again");
    assertThat(until("learn-types", page -> page.contains(">done<")))
        .contains("for 1 Feb 2026, edition 2");
  }

  @Test
  void aJobThatIsNotThereIsNotThere() {
    assertThat(ask("nowhere", "run").statusCode()).isEqualTo(404);
    assertThat(ask("assess", "run").statusCode()).isEqualTo(404);
    assertThat(operator.post("/jobs/nightly/run", "").statusCode()).isEqualTo(403);
  }

  private static void somethingToJudge() {
    database.inTransaction(
        () -> database.jdbc().sql("update incident set stale_type = true").update());
  }

  private static HttpResponse<String> ask(String job, String what) {
    return operator.submit("/password", "/jobs/" + job + "/" + what, Map.of());
  }

  private static String followed(HttpResponse<String> answer) {
    assertThat(Browser.path(answer)).startsWith("/jobs");
    return operator.get("/jobs").body();
  }

  private static String part(String job) {
    String page = operator.get("/jobs").body();
    int from = page.indexOf("id=\"" + job + "\"");
    assertThat(from).as(job).isPositive();
    return page.substring(from, page.indexOf("</article>", from));
  }

  private static String until(String job, Predicate<String> wanted) {
    Instant end = Instant.now().plus(PATIENCE);
    String part = part(job);
    while (!wanted.test(part)) {
      assertThat(Instant.now()).as(part).isBefore(end);
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      part = part(job);
    }
    return part;
  }

  private static void lock(Connection holder, int trust, String name) throws Exception {
    holder
        .createStatement()
        .execute("select pg_advisory_lock(" + trust + ", hashtext('" + name + "'))");
  }

  private static void unlock(Connection holder) throws Exception {
    holder.createStatement().execute("select pg_advisory_unlock_all()");
  }

  private static int editions(String job) {
    return count("select count(*) from job_manifest where job = ?", job);
  }

  private static int audited(String action) {
    return count("select count(*) from audit_entry where action = ?", action);
  }

  private static int count(String sql, String value) {
    return database.inTransaction(
        () -> database.jdbc().sql(sql).param(value).query(Integer.class).single());
  }
}
