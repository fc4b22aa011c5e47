package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.database.TrustTransactionManager;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.testing.ClosedFolder;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.AbstractJob;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.test.JobOperatorTestUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The jobs on a real database: what they take in, what they leave, what they do when asked again.
 */
class JobsIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final List<String> JOBS =
      List.of(
          "nightly",
          "assess",
          "half-yearly",
          "half-yearly-again",
          "governor-reports",
          "board-report",
          "working-group-report",
          "watch-deadlines",
          "deliver-papers");

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  /** A step with a transaction manager that is not the register's would store nothing safely. */
  @Test
  void everyStepWorksInTheRegistersTransactions() {
    for (String name : JOBS) {
      AbstractJob job = (AbstractJob) installation.get(name, Job.class);
      assertThat(job.getStepNames()).as(name).isNotEmpty();
      for (String stepName : job.getStepNames()) {
        Step step = job.getStep(stepName);
        assertThat(ReflectionTestUtils.getField(step, "transactionManager"))
            .as(stepName)
            .isInstanceOf(TrustTransactionManager.class);
      }
    }
  }

  /** A message may quote a cell, or name a file as its sender did. */
  @Test
  void ofAFaultTheTablesOfTheJobsKeepItsKindOnly() throws Exception {
    run("nightly");
    for (String table : List.of("batch_job_execution", "batch_step_execution")) {
      String said = "java.io.IOException: Jane Doe.xlsx\n\tat org.breachledger.X";
      installation
          .get(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  installation
                      .get(JdbcClient.class)
                      .sql("update " + table + " set exit_message = ?")
                      .param(said)
                      .update());
      assertThat(text("select max(exit_message) from " + table)).isEqualTo("java.io.IOException");
      assertThat(text("select min(exit_message) from " + table)).isEqualTo("java.io.IOException");
    }
  }

  @Test
  void theNightlyTakesWhatHasSettledInTheDropFolderAndSaysSoInItsManifest() throws Exception {
    Path settled = dropped("settled.csv", "E1", Instant.now().minusSeconds(60));
    Path arriving = dropped("arriving.csv", "E2", Instant.now().plusSeconds(60));

    RunOutcome first = run("nightly");
    assertThat(first.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(first.edition()).isEqualTo(1);
    assertThat(first.counts()).containsEntry("importFiles", 1L).containsEntry("flagDeadlines", 0L);
    assertThat(text("select count(*)::text from incident where judged_as_of is not null"))
        .as("judged while it was stored")
        .isEqualTo("1");
    assertThat(settled).doesNotExist();
    assertThat(arriving).exists();
    assertThat(text("select inputs ->> 0 from job_manifest where job = 'nightly'"))
        .contains("sha256");

    assertThat(run("nightly").status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);

    Files.setLastModifiedTime(arriving, FileTime.from(Instant.now().minusSeconds(60)));
    RunOutcome next = run("nightly");
    assertThat(next.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(next.edition()).isEqualTo(2);
    assertThat(text("select count(*)::text from incident")).isEqualTo("2");
  }

  /** What was copied into the folder just before the bell is not lost until somebody touches it. */
  @Test
  void aFileThatHadNotSettledIsTakenByTheNextRunThatFindsItSettled() throws Exception {
    Instant bell = Instant.parse("2026-07-01T02:00:00Z");
    Path arriving = dropped("arriving.csv", "E1", bell.minusSeconds(5));
    RunRequest atTheBell = new RunRequest("nightly", WEDNESDAY_1_JULY, null, bell);
    Runs runs = installation.get(Runs.class);
    assertThat(runs.run(atTheBell).counts()).containsEntry("importFiles", 0L);
    assertThat(arriving).exists();
    assertThat(runs.run(atTheBell).status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);

    RunOutcome next = run("nightly");
    assertThat(next.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(next.edition()).isEqualTo(2);
    assertThat(arriving).doesNotExist();
    assertThat(run("nightly").status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
  }

  /**
   * The run waits for the import that is under way, and reads the register without what it left.
   */
  @ParameterizedTest
  @ValueSource(strings = {"nightly", "board-report", "half-yearly"})
  void whatCameInBesideARunMakesTheNextEdition(String job) throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    JdbcClient jdbc = installation.get(JdbcClient.class);
    CompletableFuture<RunOutcome> beside =
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> {
                  jdbc.sql("insert into school (name, name_key) values ('Ash', 'ash')").update();
                  ImportTurn.await(jdbc);
                  CompletableFuture<RunOutcome> run =
                      CompletableFuture.supplyAsync(
                          () -> runUnchecked(job, AsOf.parse("2026-07-02T03:00")));
                  await(jdbc, run);
                  return run;
                });
    assertThat(Objects.requireNonNull(beside).get().edition()).isEqualTo(1);
    RunRequest again = new RunRequest(job, AsOf.parse("2026-07-02T03:00"), null);
    RunOutcome next = installation.get(Runs.class).run(again);
    assertThat(next.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(next.edition()).isEqualTo(2);
    assertThat(installation.get(Runs.class).run(again).status())
        .isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
  }

  /** Until the run waits for the turn this transaction holds. */
  private static void await(JdbcClient jdbc, CompletableFuture<RunOutcome> run) {
    String waiting =
        """
        select exists (select from pg_locks where locktype = 'advisory' and not granted
          and database = (select oid from pg_database where datname = current_database()))
        """;
    while (!run.isDone() && !jdbc.sql(waiting).query(Boolean.class).single()) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(run).isNotDone();
  }

  private RunOutcome runUnchecked(String job, AsOf asOf) {
    try {
      return installation.get(Runs.class).run(new RunRequest(job, asOf, null));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** All papers of an edition are of one moment, whenever the run came to its end. */
  @Test
  void aRunThatGoesOnKeepsItsAsOf() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    update("update school set confirmed = true");
    Path inTheWay = home.reports().resolve("2026-07-01/edition-1/board.pdf");
    Files.createDirectories(inTheWay.resolve("not empty"));
    assertThat(run("half-yearly").status()).isEqualTo(RunOutcome.Status.FAILED);
    assertThat(text("select string_agg(report, ' ') from report_paper")).isEqualTo("governors");

    Files.delete(inTheWay.resolve("not empty"));
    Files.delete(inTheWay);
    RunOutcome next = runUnchecked("half-yearly", AsOf.parse("2026-07-01T21:00"));
    assertThat(next.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(next.edition()).isEqualTo(1);
    assertThat(
            text(
                """
                select string_agg(distinct p.data_as_at::text || ' ' || m.as_of, ';')
                from report_paper p join job_manifest m using (trust_id, manifest_id)
                """))
        .isEqualTo("2026-07-01 02:00:00+00 2026-07-01 02:00:00+00");
    assertThat(text("select string_agg(report, ' ' order by report) from report_paper"))
        .isEqualTo("board governors working-group");
  }

  /** The review of an incident of 2 June is due on 2 December, whoever judged it last and when. */
  @Test
  void aPaperJudgesDutiesAsOfItsOwnMoment() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    assertThat(review("2026-12-02T23:59")).isEqualTo("0 overdue, 1 running");
    assertThat(review("2026-12-03T00:00")).isEqualTo("1 overdue, 0 running");
    runUnchecked("nightly", AsOf.parse("2026-12-15T03:00"));
    assertThat(review("2026-12-03T00:00")).isEqualTo("1 overdue, 0 running");
    assertThat(review("2026-12-02T23:59")).isEqualTo("0 overdue, 1 running");
  }

  /** One bad file never stops the good ones, and is never passed over in silence. */
  @Test
  void aFileTheNightRefusesIsToldOf() throws Exception {
    Path photo = home.inbox().resolve("photo.csv");
    Files.write(photo, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0, 1, 2, 3});
    Files.setLastModifiedTime(photo, FileTime.from(Instant.now().minusSeconds(60)));
    dropped("good.csv", "E9", Instant.now().minusSeconds(60));

    RunOutcome outcome = run("nightly");

    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(outcome.refused()).isEqualTo(1);
    assertThat(outcome.messages())
        .anyMatch(told -> told.startsWith("1 file of the drop folder could not be taken in;"));
    assertThat(text("select count(*)::text from incident")).isEqualTo("1");
    assertThat(run("nightly").refused()).isZero();
  }

  @Test
  void aFolderTheNightCannotOpenIsToldOf() throws Exception {
    dropped("good.csv", "E10", Instant.now().minusSeconds(60));
    try (ClosedFolder closed = ClosedFolder.below(home.inbox().resolve("a"))) {
      RunOutcome outcome = run("nightly");
      assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
      assertThat(outcome.closed()).describedAs("in " + closed.outer()).isEqualTo(1);
      assertThat(outcome.messages())
          .anyMatch(told -> told.startsWith("1 folder in the drop folder could not be opened,"));
    }
    assertThat(text("select count(*)::text from incident")).isEqualTo("1");
  }

  private String review(String asOf) {
    PaperDesk desk = installation.get(PaperDesk.class);
    Imprints imprints = installation.get(Imprints.class);
    String title = installation.get(PaperWords.class).duty("re_evaluation");
    return Objects.requireNonNull(
        installation
            .get(TransactionTemplate.class)
            .execute(
                status ->
                    desk
                        .source(
                            imprints.of(
                                imprints.halves(WEDNESDAY_1_JULY.anchor()), AsOf.parse(asOf), 1),
                            List.of())
                        .board()
                        .duties()
                        .stream()
                        .filter(duty -> duty.duty().equals(title))
                        .map(duty -> duty.overdue() + " overdue, " + duty.running() + " running")
                        .findFirst()
                        .orElseThrow()));
  }

  /** Verdicts of a day to come do not stand beside those of today. */
  @Test
  void aRunThatLookedAheadIsNotTakenUpAgain() throws Exception {
    Path inTheWay = home.reports().resolve("2099-07-01/edition-1/board.pdf");
    Files.createDirectories(inTheWay.resolve("not empty"));
    assertThat(runUnchecked("board-report", AsOf.parse("2099-07-01T23:00")).status())
        .isEqualTo(RunOutcome.Status.FAILED);
    Files.delete(inTheWay.resolve("not empty"));
    Files.delete(inTheWay);
    RunOutcome next = runUnchecked("board-report", AsOf.parse("2099-07-01T03:00"));
    assertThat(next.edition()).isEqualTo(2);
    assertThat(text("select max(as_of) filter (where edition = 2)::text from job_manifest"))
        .isEqualTo("2099-07-01 02:00:00+00");
  }

  @Test
  void aStepAloneJudgesWhatIsThere() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    JobOperatorTestUtils steps =
        new JobOperatorTestUtils(
            installation.get(JobOperator.class), installation.get(JobRepository.class));
    steps.setJob(installation.get("watch-deadlines", Job.class));
    JobExecution execution =
        steps.startStep(
            "flagDeadlines",
            new JobParametersBuilder()
                .addString("asOf", "2027-07-02T03:00:00Z")
                .addString("case", "later")
                .toJobParameters(),
            new ExecutionContext());
    assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
    assertThat(execution.getStepExecutions())
        .singleElement()
        .satisfies(step -> assertThat(step.getWriteCount()).isEqualTo(1));
    assertThat(text("select judged_as_of = '2027-07-02T03:00:00Z' from incident")).isEqualTo("t");
  }

  @Test
  void theSameFileFromTwoSidesAtOnceIsTakenOnce() throws Exception {
    Path file = dropped("log.csv", "E1", Instant.now());
    FileImporter importer = installation.get(FileImporter.class);
    ImportOptions options = ImportOptions.at(WEDNESDAY_1_JULY, home.returns());
    Callable<ImportedFile.Status> side = () -> importer.take(file, options).status();
    ExecutorService sides = Executors.newFixedThreadPool(2);
    try {
      List<ImportedFile.Status> both = new ArrayList<>();
      for (Future<ImportedFile.Status> one : sides.invokeAll(List.of(side, side))) {
        both.add(one.get());
      }
      assertThat(both)
          .containsExactlyInAnyOrder(
              ImportedFile.Status.IMPORTED, ImportedFile.Status.ALREADY_IMPORTED);
    } finally {
      sides.shutdown();
    }
    assertThat(text("select count(*)::text from incident")).isEqualTo("1");
  }

  /** Steps already done would speak of the register as it was: such a run begins anew. */
  @Test
  void aRunInterruptedBeforeAChangeIsNotTakenUpAgain() throws Exception {
    update(
        """
        insert into job_manifest (job, business_key, edition, as_of, inputs_hash, policy,
          policy_version, status, started_at)
        values ('nightly', '2026-07-01', 1, now(), 'as it was', 'category-levels', '1', 'running',
          now())
        """);
    RunOutcome outcome = run("nightly");
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(outcome.edition()).isEqualTo(2);
  }

  /** What a killed program left is ended; what another trust is doing is not ours to end. */
  @Test
  void onlyThisTrustsDeadRunsAreEnded() throws Exception {
    long ours = installation.get(CurrentTrust.class).find().orElseThrow();
    JobExecution dead = begun(ours);
    JobExecution alive = begun(ours + 1);
    assertThat(run("watch-deadlines").status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(installation.get(JobRepository.class).findRunningJobExecutions("watch-deadlines"))
        .extracting(JobExecution::getId)
        .contains(alive.getId())
        .doesNotContain(dead.getId());
  }

  private JobExecution begun(long trust) {
    JobRepository repository = installation.get(JobRepository.class);
    JobParameters parameters =
        new JobParametersBuilder()
            .addLong("trust", trust)
            .addString("businessDate", "as it was")
            .toJobParameters();
    JobExecution execution =
        repository.createJobExecution(
            repository.createJobInstance("watch-deadlines", parameters),
            parameters,
            new ExecutionContext());
    execution.setStatus(BatchStatus.STARTED);
    execution.setStartTime(LocalDateTime.of(2026, 7, 1, 3, 0));
    repository.update(execution);
    return execution;
  }

  @Test
  void aPublishedPaperIsNeverOverwritten() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    run("board-report");
    Path first = home.reports().resolve("2026-07-01/edition-1/board.pdf");
    byte[] published = Files.readAllBytes(first);
    dropped("later.csv", "E2", Instant.now().minusSeconds(60));
    run("nightly");
    installation
        .get(Runs.class)
        .run(new RunRequest("board-report", AsOf.parse("2026-07-15T03:00"), null));
    assertThat(first).hasBinaryContent(published);
    assertThat(home.reports().resolve("2026-07-01/edition-2/board.pdf")).exists();
  }

  private void update(String sql) {
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(status -> installation.get(JdbcClient.class).sql(sql).update());
  }

  /** A warning goes out once for each stage of each duty, however often the watch looks. */
  @Test
  void theWatchWarnsOnce() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    RunOutcome first = run("watch-deadlines");
    Map<String, Object> counts = first.counts();
    assertThat(counts).containsEntry("warnings after", 2);
    RunOutcome later =
        installation
            .get(Runs.class)
            .run(new RunRequest("watch-deadlines", AsOf.parse("2026-07-01T04:00"), null));
    assertThat(later.status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(later.counts()).containsEntry("warnings after", 0);
  }

  @Test
  void noWordOfARowReachesTheTablesOfTheJobFramework() throws Exception {
    dropped("log.csv", "E1", Instant.now().minusSeconds(60));
    run("nightly");
    assertThat(
            text(
                """
                select string_agg(concat(p::text, c::text, s::text), '')
                from batch_job_execution_params p, batch_job_execution_context c,
                  batch_step_execution_context s
                """))
        .isNotBlank()
        .doesNotContain("Letter")
        .doesNotContain("Elm");
  }

  private RunOutcome run(String job) throws Exception {
    return installation.get(Runs.class).run(new RunRequest(job, WEDNESDAY_1_JULY, null));
  }

  private Path dropped(String name, String reference, Instant modified) throws Exception {
    Path file =
        Sheets.csv(
            home.inbox().resolve(name),
            ',',
            List.of(
                "Reference",
                "School",
                "Date of incident",
                "Date discovered",
                "Type of breach",
                "Description",
                "People affected"),
            List.of(
                reference,
                "Elm School",
                "2026-06-02",
                "2026-06-02",
                "Disclosed in error",
                "Letter sent to the wrong family",
                "3"));
    return Files.setLastModifiedTime(file, FileTime.from(modified));
  }

  private String text(String sql) {
    String text =
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).single());
    return text == null ? "" : text;
  }
}
