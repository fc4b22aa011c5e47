package org.breachledger.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.London;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Schedule.Missed;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What should have run and did not, because the program was down, is run once, in its order. */
class CatchUpIT {

  private static final Schedule AT_THREE =
      new Schedule("nightly", "0 0 3 * * ?", London.ZONE, Missed.EACH);
  private static final Schedule HOURLY =
      new Schedule("watch-deadlines", "0 5 * * * ?", ZoneOffset.UTC, Missed.NEWEST);
  private static final Schedule DELIVERY =
      new Schedule("deliver-papers", "0 0 6 * * ?", London.ZONE, Missed.NEWEST);
  private static final Clock WEDNESDAY_1_JULY_AT_NINE =
      Clock.fixed(Instant.parse("2026-07-01T08:00:00Z"), ZoneOffset.UTC);

  @TempDir private Path folder;
  private Installation installation;

  @BeforeEach
  void aRecordOfElevenDays() throws Exception {
    Home home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
    update("update trust set created_at = '2026-06-20' where trust_id = current_trust()");
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void aJobThatNeverRanRunsForEveryBellSinceTheRecordBegan() {
    assertThat(missing(AT_THREE))
        .hasSize(12)
        .startsWith("nightly 2026-06-20")
        .endsWith("nightly 2026-07-01");
  }

  @Test
  void aRecordThatBeganAfterTheBellMissedNothing() {
    update("update trust set created_at = '2026-07-01T07:00Z' where trust_id = current_trust()");
    assertThat(missing(AT_THREE)).isEmpty();
  }

  @Test
  void ofALongOutageTheLastFortyDaysAreMadeUpFor() {
    update("update trust set created_at = '2024-01-01' where trust_id = current_trust()");
    assertThat(missing(AT_THREE)).hasSize(40).startsWith("nightly 2026-05-23");
  }

  @Test
  void everyMissedNightRunsOnceTheOldestFirst() throws Exception {
    run("2026-06-28T03:00");
    assertThat(caughtUp())
        .containsExactly("nightly 2026-06-29", "nightly 2026-06-30", "nightly 2026-07-01");
    assertThat(caughtUp()).isEmpty();
    assertThat(manifests())
        .containsExactly(
            "2026-06-28 1 done", "2026-06-29 1 done", "2026-06-30 1 done", "2026-07-01 1 done");
  }

  @Test
  void runsOfSeveralJobsAreMadeUpForInTheOrderOfTheirBells() throws Exception {
    run("2026-06-29T03:00");
    assertThat(missing(AT_THREE, DELIVERY))
        .containsExactly("nightly 2026-06-30", "nightly 2026-07-01", "deliver-papers 2026-07-01");
    assertThat(missing(DELIVERY, AT_THREE)).isEqualTo(missing(AT_THREE, DELIVERY));
  }

  @Test
  void aBellThatRingsFirstLetsTheNightsBeforeItHaveTheirRuns() throws Exception {
    run("2026-06-28T03:00");
    assertThat(rung("2026-07-01T02:00:00Z")).isTrue();
    assertThat(manifests())
        .containsExactly(
            "2026-06-28 1 done", "2026-06-29 1 done", "2026-06-30 1 done", "2026-07-01 1 done");
  }

  /** A round is at the first of several nights when the bell of the last rings. */
  @Test
  void aBellWaitsForARunUnderWayAndForTheNightsAfterIt() throws Exception {
    run("2026-06-28T03:00");
    CompletableFuture<Boolean> rung;
    try (Connection session = installation.get(DataSource.class).getConnection();
        Statement sql = session.createStatement()) {
      sql.execute("select pg_advisory_lock(1, hashtext('breachledger job nightly'))");
      rung = CompletableFuture.supplyAsync(() -> rungUnchecked("2026-07-01T02:00:00Z"));
      Thread.sleep(2_000);
      assertThat(rung).isNotDone();
      sql.execute("select pg_advisory_unlock(1, hashtext('breachledger job nightly'))");
    }
    assertThat(rung.get(60, TimeUnit.SECONDS)).isTrue();
    assertThat(manifests())
        .containsExactly(
            "2026-06-28 1 done", "2026-06-29 1 done", "2026-06-30 1 done", "2026-07-01 1 done");
  }

  @Test
  void eachNightTakesInWhatHadBeenDroppedByThen() throws Exception {
    run("2026-06-29T03:00");
    drop("a.csv", "2026-06-29T20:00:00Z");
    drop("b.csv", "2026-06-30T20:00:00Z");
    drop("c.csv", "2026-07-01T07:00:00Z");
    caughtUp();
    assertThat(takenBy("2026-06-30")).containsExactly("a.csv");
    assertThat(takenBy("2026-07-01")).containsExactly("b.csv");
    assertThat(inbox().resolve("c.csv")).exists();
  }

  @Test
  void whoRanTheJobAfterTheBellHasMadeUpForIt() throws Exception {
    run("2026-07-01T08:30");
    assertThat(missing(AT_THREE)).isEmpty();
  }

  @Test
  void ofAnHourlyJobTheNewestBellStandsForAll() throws Exception {
    installation
        .get(Runs.class)
        .run(new RunRequest("watch-deadlines", AsOf.parse("2026-06-30T03:05Z"), null));
    assertThat(missing(HOURLY)).containsExactly("watch-deadlines 2026-07-01T07Z");
  }

  @Test
  void aRunWhoseProgramWasKilledRunsAgain() throws Exception {
    begun("2026-07-01");
    run("2026-07-01T03:00");
    update("update job_manifest set status = 'running' where business_key = '2026-07-01'");
    assertThat(caughtUp()).containsExactly("nightly 2026-07-01");
    assertThat(caughtUp()).isEmpty();
    assertThat(manifests()).containsExactly("2026-07-01 1 done");
  }

  @Test
  void theRecordIsNeverJudgedBackToAnOlderDate() throws Exception {
    run("2026-06-30T03:00");
    run("2026-07-01T03:00");
    update("update job_manifest set status = 'running' where business_key = '2026-06-30'");
    assertThat(caughtUp()).isEmpty();
  }

  @Test
  void aRunThatFailedOrWasStoppedIsLeftToAPerson() throws Exception {
    begun("2026-07-01");
    run("2026-07-01T03:00");
    update("update job_manifest set status = 'failed', message = 'stopped'");
    assertThat(caughtUp()).isEmpty();
  }

  @Test
  void aRunThatEndsTheProgramEachTimeIsLeftToAPerson() throws Exception {
    begun("2026-07-01");
    run("2026-07-01T03:00");
    for (int kill = 1; kill <= 3; kill++) {
      update("update job_manifest set status = 'running'");
      assertThat(caughtUp()).as("after kill %d", kill).containsExactly("nightly 2026-07-01");
    }
    update("update job_manifest set status = 'running'");
    assertThat(caughtUp()).isEmpty();
    run("2026-07-01T03:00");
    assertThat(manifests()).allSatisfy(manifest -> assertThat(manifest).endsWith(" done"));
  }

  @Test
  void whoeverWasQuickerHasRunItForAll() throws Exception {
    begun("2026-07-01");
    CatchUp catchUp = catchUp(AT_THREE);
    RunRequest missing = catchUp.missing().get(0);
    run("2026-07-01T03:00");
    update("insert into school (name, name_key) values ('Ashgrove School', 'ashgrove school')");
    assertThat(catchUp.ask(missing, () -> false)).isFalse();
    assertThat(rung("2026-07-01T02:00:00Z")).isFalse();
    assertThat(manifests()).containsExactly("2026-07-01 1 done");
    assertThat(rung("2026-07-01T02:00:01Z")).isTrue();
    assertThat(manifests()).containsExactly("2026-07-01 1 done", "2026-07-01 2 done");
  }

  @Test
  void whoLookedAheadHasNotSilencedTheBell() throws Exception {
    begun("2026-07-01");
    run("2062-07-01T03:00");
    update("update job_manifest set started_at = '2026-06-30T12:00Z'");
    assertThat(missing(AT_THREE)).containsExactly("nightly 2026-07-01");
    assertThat(rung("2026-07-01T02:00:00Z")).isTrue();
  }

  @Test
  void aClockThatWasAYearAheadHasNotSilencedTheBells() throws Exception {
    begun("2026-07-01");
    run("2027-07-01T03:00");
    update("update job_manifest set started_at = as_of");
    assertThat(missing(AT_THREE)).containsExactly("nightly 2026-07-01");
    assertThat(rung("2026-07-01T02:00:00Z")).isTrue();
  }

  @Test
  void noRunBeginsOnceTheProgramIsToEnd() {
    begun("2026-07-01");
    CatchUp catchUp = catchUp(AT_THREE);
    assertThat(catchUp.once(() -> true)).isEmpty();
    assertThat(catchUp.ask(catchUp.missing().get(0), () -> true)).isFalse();
    assertThat(missing(AT_THREE)).containsExactly("nightly 2026-07-01");
  }

  /** The record began in the first minute of a day. */
  private void begun(String day) {
    update("update trust set created_at = '" + day + "T00:01Z' where trust_id = current_trust()");
  }

  private Path inbox() {
    return installation.get(Home.class).inbox();
  }

  private void drop(String name, String at) throws Exception {
    Files.createDirectories(inbox());
    Path file =
        Files.writeString(
            inbox().resolve(name),
            "Reference,Date of incident,Category\nR-" + name + ",12/06/2026,Lost in transit\n");
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse(at)));
  }

  private List<String> takenBy(String day) {
    return query(
        "select f.file_name from job_manifest m, jsonb_array_elements(m.inputs) i, import_file f"
            + " where m.business_key = '"
            + day
            + "' and f.import_id = (i ->> 'importId')::bigint order by 1");
  }

  private boolean rung(String at) throws Exception {
    Bell bell =
        new Bell(
            installation.get(Runs.class),
            installation.get(ManifestStore.class),
            catchUp(AT_THREE),
            WEDNESDAY_1_JULY_AT_NINE);
    return bell.ring("nightly", Instant.parse(at), () -> false).isPresent();
  }

  private boolean rungUnchecked(String at) {
    try {
      return rung(at);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private List<String> missing(Schedule... schedules) {
    return catchUp(schedules).missing().stream().map(CatchUpIT::key).toList();
  }

  private List<String> caughtUp() {
    return catchUp(AT_THREE).once(() -> false).stream().map(CatchUpIT::key).toList();
  }

  private static String key(RunRequest request) {
    return request.job() + " " + request.businessKey();
  }

  private CatchUp catchUp(Schedule... schedules) {
    return new CatchUp(
        List.of(schedules),
        installation.get(Runs.class),
        installation.get(RunningJobs.class),
        installation.get(ManifestStore.class),
        WEDNESDAY_1_JULY_AT_NINE);
  }

  private void run(String asOf) throws Exception {
    installation.get(Runs.class).run(new RunRequest("nightly", AsOf.parse(asOf), null));
  }

  private List<String> manifests() {
    return query(
        "select concat_ws(' ', business_key, edition, status)"
            + " from job_manifest where job = 'nightly' order by 1");
  }

  private List<String> query(String sql) {
    return Objects.requireNonNull(
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
  }

  private void update(String sql) {
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(status -> installation.get(JdbcClient.class).sql(sql).update());
  }
}
