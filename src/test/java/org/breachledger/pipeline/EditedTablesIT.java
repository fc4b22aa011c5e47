package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.jobs.WorkLock;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables edited while the program is at work: what it goes on by is what it says it went by. */
class EditedTablesIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String BANDS = "severity/bands.csv";
  private static final String ONE_POINT_MORE =
      "from,to,baseline,source\n0,10,1,ours\n11,100,2,ours\n101,,3,ours\n";

  private static final String WAITING = "select count(*) from pg_locks where not granted";

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

  @Test
  void whatLiesOnTheDiskIsNotInForceBeforeTheNextStart() throws Exception {
    take("E1", "50");
    run(RunOutcome.Status.DONE);
    List<String> applied = applied();
    edit(BANDS, ONE_POINT_MORE);
    take("E2", "5");
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    run(RunOutcome.Status.DONE);
    run(RunOutcome.Status.NOTHING_CHANGED);
    assertThat(scores()).containsExactly("E1 1", "E2 1");
    assertThat(applied()).isEqualTo(applied);
    assertThat(bandsOfRuns()).hasSize(2).allMatch(bands -> !bands.equals(ONE_POINT_MORE));

    installation.close();
    installation = Installation.open(home, home.jobs(), false, false);
    run(RunOutcome.Status.DONE);
    assertThat(scores()).containsExactly("E1 2", "E2 2");
    assertThat(applied()).isNotEqualTo(applied);
    assertThat(bandsOfRuns()).hasSize(3).endsWith(ONE_POINT_MORE);
    assertThat(list("select reference from incident where stale_type or stale_score")).isEmpty();
  }

  /** Papers read it each time. */
  @Test
  void theLookOfPapersIsNotLeftToTheNextStart() throws Exception {
    take("E1", "50");
    run(RunOutcome.Status.DONE);
    run(RunOutcome.Status.NOTHING_CHANGED);
    String look = "reporting/house-style.yaml";
    edit(look, Files.readString(Path.of("jobs").resolve(look)) + "# ours\n");
    run(RunOutcome.Status.DONE);
    run(RunOutcome.Status.NOTHING_CHANGED);
    edit("intake/schools.csv", "name,urn,aliases\nElm School,,\n");
    run(RunOutcome.Status.DONE);
  }

  /** Another program that starts with other tables, while this one takes a log in. */
  @Test
  void newTablesWaitForAnImportAndHoldNothingItWants() throws Exception {
    take("E1", "50");
    FutureTask<Integer> noting = new FutureTask<>(() -> others().note());
    transactions()
        .executeWithoutResult(
            status -> {
              assertThat(installation.get(RulesInForce.class).hold()).isTrue();
              new Thread(noting).start();
              untilItWaits();
              jdbc().sql("update incident set stale_duties = true").update();
            });
    assertThat(noting.get(1, TimeUnit.MINUTES)).isPositive();
    assertThat(list("select reference from incident where stale_score")).containsExactly("E1");
  }

  /** The job would take its own verdicts for those of the new tables. */
  @Test
  void anImportByOtherTablesPutsThemInForceOnlyWhereNoJobIsAtWork() throws Exception {
    take("E1", "50");
    List<String> applied = applied();
    FutureTask<Boolean> noting = new FutureTask<>(() -> others().noteBetweenJobs(), Boolean.TRUE);
    transactions()
        .executeWithoutResult(
            status -> {
              WorkLock.hold(jdbc());
              new Thread(noting).start();
              assertThat(noting).succeedsWithin(Duration.ofSeconds(60));
            });
    assertThat(applied()).isEqualTo(applied);
    assertThat(list("select reference from incident where stale_score")).isEmpty();

    others().noteBetweenJobs();
    assertThat(applied()).isNotEqualTo(applied);
    assertThat(list("select reference from incident where stale_score")).containsExactly("E1");
  }

  /** The rules of another program, which started after a table was edited. */
  private RulesInForce others() {
    return new RulesInForce(
        jdbc(),
        transactions(),
        EditedPolicy.shipped().with(BANDS, ONE_POINT_MORE),
        installation.get(PolicyProfile.class),
        installation.get(Clock.class));
  }

  private void untilItWaits() {
    Instant late = Instant.now().plus(Duration.ofSeconds(60));
    while (jdbc().sql(WAITING).query(Integer.class).single() == 0) {
      assertThat(Instant.now()).isBefore(late);
    }
  }

  private void take(String reference, String people) throws Exception {
    Path log =
        Files.writeString(
            folder.resolve(reference + ".csv"),
            "Reference,School,Date of incident,Type of breach,Number of individuals\n"
                + (reference + ",Elm School,2026-03-02,Loss of paperwork," + people + "\n"));
    ImportedFile file =
        installation
            .get(FileImporter.class)
            .take(log, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    assertThat(file.status()).isEqualTo(ImportedFile.Status.IMPORTED);
  }

  private void run(RunOutcome.Status wanted) throws Exception {
    RunOutcome outcome =
        installation.get(Runs.class).run(new RunRequest("nightly", WEDNESDAY_1_JULY, null));
    assertThat(outcome.status()).as(outcome.messages().toString()).isEqualTo(wanted);
  }

  private void edit(String table, String text) throws Exception {
    Path file = home.jobs().resolve(table);
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, text);
  }

  private List<String> applied() {
    return list("select stage || ' ' || sha256 from rules_applied order by stage");
  }

  private List<String> scores() {
    return list("select concat(reference, ' ', score) from incident order by reference");
  }

  private List<String> bandsOfRuns() {
    return list(
        "select body from job_manifest join rules_set using (rules_id)"
            + " join rules_text on rules_text.sha256 = tables ->> 'severity/bands.csv'"
            + " order by manifest_id");
  }

  private List<String> list(String sql) {
    return Objects.requireNonNull(
        transactions().execute(status -> jdbc().sql(sql).query(String.class).list()));
  }

  private JdbcClient jdbc() {
    return installation.get(JdbcClient.class);
  }

  private TransactionTemplate transactions() {
    return installation.get(TransactionTemplate.class);
  }
}
