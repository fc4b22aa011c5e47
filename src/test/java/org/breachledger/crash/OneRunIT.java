package org.breachledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A run of a job, trust, business date and edition happens once, whoever asks and however many ask
 * at once. The long form, {@code -Dbreachledger.crash=20}, has 1,000 rounds of four threads and 30
 * of four programs.
 */
class OneRunIT {

  private static final boolean LONG = Integer.getInteger("breachledger.crash", 0) > 0;
  private static final int RUNNERS = 4;
  private static final int ROUNDS_OF_THREADS = LONG ? 1000 : 15;
  private static final int ROUNDS_OF_PROGRAMS = LONG ? 30 : 2;
  private static final AsOf FIRST = AsOf.parse("2026-07-01T03:00");

  /** What a killed program leaves: begun and not ended, or not even begun. */
  private static final List<String> LEFT_BEHIND =
      List.of(
          "",
          "update job_manifest set status = 'running' where business_key = '%s'",
          "insert into batch_job_instance (job_instance_id, version, job_name, job_key)"
              + " values (nextval('batch_job_instance_seq'), 0, 'deliver-papers', '%s')");

  @TempDir private Path folder;

  @Test
  void ofFourThreadsOneRuns() throws Exception {
    Home home = ReadyHome.in(folder);
    ExecutorService threads = Executors.newFixedThreadPool(RUNNERS);
    try (CrashHome held = CrashHome.at(home);
        Installation installation = Installation.open(home, home.jobs(), false, false)) {
      Runs runs = installation.get(Runs.class);
      for (int round = 0; round < ROUNDS_OF_THREADS; round++) {
        RunRequest request = request(round);
        leaveBehind(held.administrator(), round);
        assertThat(together(threads, runs, request))
            .as("round %d", round)
            .containsExactlyInAnyOrder(
                RunOutcome.Status.DONE,
                RunOutcome.Status.NOTHING_CHANGED,
                RunOutcome.Status.NOTHING_CHANGED,
                RunOutcome.Status.NOTHING_CHANGED);
        ranOnce(held.administrator(), request);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each day is another business date. */
  private static RunRequest request(int round) {
    AsOf day = AsOf.of(FIRST.day().plusDays(round));
    return new RunRequest("deliver-papers", day, null);
  }

  private static void leaveBehind(JdbcClient administrator, int round) {
    String left = LEFT_BEHIND.get(round % LEFT_BEHIND.size());
    if (!left.isEmpty() && round > 0) {
      administrator.sql(left.formatted(request(round - 1).businessKey())).update();
    }
  }

  private static List<RunOutcome.Status> together(
      ExecutorService threads, Runs runs, RunRequest request) throws Exception {
    CyclicBarrier start = new CyclicBarrier(RUNNERS);
    List<Future<RunOutcome.Status>> asked = new ArrayList<>();
    for (int i = 0; i < RUNNERS; i++) {
      asked.add(
          threads.submit(
              () -> {
                start.await();
                return runs.run(request).status();
              }));
    }
    List<RunOutcome.Status> outcomes = new ArrayList<>();
    for (Future<RunOutcome.Status> one : asked) {
      outcomes.add(one.get(2, TimeUnit.MINUTES));
    }
    return outcomes;
  }

  private static void ranOnce(JdbcClient administrator, RunRequest request) {
    assertThat(
            administrator
                .sql(
                    """
                    select count(*) from batch_job_execution_params p
                    where p.parameter_name = 'businessDate' and p.parameter_value = ?
                    """)
                .param(request.businessKey())
                .query(Integer.class)
                .single())
        .as("executions of %s", request.businessKey())
        .isEqualTo(1);
    assertThat(
            administrator
                .sql("select edition || ' ' || status from job_manifest where business_key = ?")
                .param(request.businessKey())
                .query(String.class)
                .list())
        .containsExactly("1 done");
  }

  @Test
  void ofFourProgramsOneRuns() throws Exception {
    Home home = ReadyHome.in(folder);
    try (CrashHome held = CrashHome.at(home)) {
      for (int round = 0; round < ROUNDS_OF_PROGRAMS; round++) {
        RunRequest request = request(round);
        leaveBehind(held.administrator(), round);
        List<Process> programs = new ArrayList<>();
        for (int i = 0; i < RUNNERS; i++) {
          programs.add(program(home, request));
        }
        for (Process program : programs) {
          assertThat(program.waitFor(2, TimeUnit.MINUTES)).isTrue();
          assertThat(program.exitValue()).isZero();
        }
        ranOnce(held.administrator(), request);
      }
    }
  }

  private Process program(Home home, RunRequest request) throws Exception {
    return Program.start(
        Files.createTempDirectory(folder, "run"),
        Map.of(),
        "run",
        request.job(),
        "--home",
        home.folder().toString(),
        "--as-of",
        request.asOf().day().toString());
  }
}
