package org.breachledger.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.breachledger.calendar.London;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.database.CurrentTrust;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.Fingerprint;
import org.breachledger.pipeline.jobs.ManifestStore;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunningJobs;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.schedule.Schedule.Missed;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.PolicySource;
import org.breachledger.policy.files.JobsFolder;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Years of nights, with clocks put forward and back twice a year, outages of an hour to a month, a
 * program killed in the middle of a run and a clock that is stepped back: each business date has
 * its run exactly once, the later ones after the earlier. {@code -Dsimulated.years=10} for ten.
 */
class ManyNightsIT {

  private static final int YEARS = Integer.getInteger("simulated.years", 1);
  private static final Instant BEGIN = Instant.parse("2026-09-01T12:00:00Z");
  private static final Schedule NIGHTLY =
      new Schedule("nightly", "0 0 3 * * ?", London.ZONE, Missed.EACH);

  @TempDir private Path folder;
  private final Random random = new Random(20260901);
  private Installation installation;
  private Instant now = BEGIN;
  private int ran;
  private int killed;

  /** A clock that shows what the simulation says. */
  private final Clock clock =
      new Clock() {
        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }

        @Override
        public Instant instant() {
          return now;
        }
      };

  @BeforeEach
  void aRecordThatBegins() throws Exception {
    Home home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
    update(
        "update trust set created_at = ? where trust_id = current_trust()", Timestamp.from(BEGIN));
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void eachBusinessDateRunsOnce() throws Exception {
    Runs runs = runs();
    CatchUp catchUp =
        new CatchUp(
            List.of(NIGHTLY),
            runs,
            installation.get(RunningJobs.class),
            installation.get(ManifestStore.class),
            clock);
    Bell bell = new Bell(runs, installation.get(ManifestStore.class), catchUp, clock);
    Instant end = BEGIN.atZone(London.ZONE).plusYears(YEARS).toInstant();
    while (now.isBefore(end)) {
      night(catchUp, bell);
    }
    now = now.plus(Duration.ofHours(1));
    catchUp.once(() -> false);

    List<String> dates =
        Stream.iterate(LocalDate.of(2026, 9, 2), day -> day.plusDays(1))
            .takeWhile(day -> !threeOClock(day).isAfter(now))
            .map(LocalDate::toString)
            .toList();
    assertThat(dates).hasSizeGreaterThanOrEqualTo(365 * YEARS);
    assertThat(manifests("select business_key from job_manifest order by as_of")).isEqualTo(dates);
    assertThat(manifests("select business_key from job_manifest order by manifest_id"))
        .isEqualTo(dates);
    assertThat(manifests("select distinct edition || ' ' || status from job_manifest"))
        .containsExactly("1 done");
    assertThat(killed).isPositive();
    assertThat(ran).isEqualTo(dates.size());
  }

  /** Until the next bell has rung, or could have. */
  private void night(CatchUp catchUp, Bell bell) throws Exception {
    Instant next = threeOClock(now.atZone(London.ZONE).toLocalDate());
    if (!next.isAfter(now)) {
      next = threeOClock(now.atZone(London.ZONE).toLocalDate().plusDays(1));
    }
    if (chance(6)) {
      now = now.plus(outage());
      boolean bellFirst = next.isBefore(now) && chance(4);
      now = bellFirst ? threeOClock(now.atZone(London.ZONE).toLocalDate()) : now;
      if (!bellFirst) {
        catchUp.once(() -> false);
        return;
      }
      next = now;
    }
    now = next.plusMillis(random.nextInt(2_000));
    Optional<RunOutcome> ended = bell.ring("nightly", next, () -> false);
    if (ended.isPresent() && chance(15)) {
      kill(ended.get());
    }
    if (chance(20)) {
      now = now.minus(Duration.ofSeconds(1 + random.nextInt(30 * 3_600)));
    }
    if (chance(3)) {
      now = now.plus(Duration.ofMinutes(random.nextInt(600)));
      catchUp.once(() -> false);
    }
  }

  /** A run that has just ended is left as a program killed before it said so leaves it. */
  private void kill(RunOutcome ended) {
    killed++;
    update("update job_manifest set status = 'running' where manifest_id = ?", ended.manifestId());
    now = now.plus(Duration.ofMinutes(10));
  }

  private Duration outage() {
    return chance(6)
        ? Duration.ofHours(24 + random.nextInt(30 * 24))
        : Duration.ofMinutes(60 + random.nextInt(3 * 24 * 60));
  }

  private boolean chance(int in) {
    return random.nextInt(in) == 0;
  }

  private static Instant threeOClock(LocalDate day) {
    return ZonedDateTime.of(day.atTime(3, 0), London.ZONE).toInstant();
  }

  /** The program's own runs of a job that does nothing but count. */
  private Runs runs() {
    PlatformTransactionManager transactions = installation.get(PlatformTransactionManager.class);
    JobRepository repository = installation.get(JobRepository.class);
    Job job =
        new JobBuilder("nightly", repository)
            .start(
                new StepBuilder("count", repository)
                    .tasklet(
                        (contribution, context) -> {
                          ran++;
                          return RepeatStatus.FINISHED;
                        },
                        transactions)
                    .build())
            .build();
    return new Runs(
        installation.get(DataSource.class),
        installation.get(CurrentTrust.class),
        installation.get(ManifestStore.class),
        repository,
        installation.get(JobOperator.class),
        Map.of("nightly", job),
        new Fingerprint(
            installation.get(ManifestStore.class),
            installation.get(PolicySource.class),
            installation.get(JobsFolder.class),
            until -> List.of(),
            installation.get(Home.class).recipients()),
        installation.get(PolicyProfile.class),
        installation.get(RulesInForce.class),
        clock);
  }

  private List<String> manifests(String sql) {
    return Objects.requireNonNull(
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
  }

  private void update(String sql, Object value) {
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            status -> installation.get(JdbcClient.class).sql(sql).params(value).update());
  }
}
