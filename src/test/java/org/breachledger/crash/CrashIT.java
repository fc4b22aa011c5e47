package org.breachledger.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs and databases killed on their way: asked for again, each job ends as if nobody had
 * disturbed it. The short form takes a few moments of the jobs that import, write and send; {@code
 * -Dbreachledger.crash=20} kills every job at that many random moments and at every fail point
 * twice.
 */
class CrashIT {

  private static final int RANDOM_KILLS = Integer.getInteger("breachledger.crash", 0);
  private static final boolean LONG = RANDOM_KILLS > 0;
  private static final long SEED = Long.getLong("breachledger.crash.seed", 20_260_701);
  private static final int STANDSTILL_MILLIS = LONG ? 60_000 : 2_000;

  @TempDir private static Path folder;
  private static MailBox mails;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void prepare() throws Exception {
    mails = new MailBox();
    rehearsal = new Rehearsal(folder, mails);
  }

  @AfterAll
  static void end() {
    System.out.printf(
        "%d rounds, worst recovery %d ms%n", rehearsal.rounds(), rehearsal.worst().toMillis());
    mails.close();
  }

  static Stream<Scenario> jobs() {
    Stream<Scenario> first =
        Stream.of(Scenario.IMPORT, Scenario.NIGHTLY, Scenario.HALF_YEARLY, Scenario.WATCH);
    return LONG ? Stream.concat(first, Scenario.OTHERS.stream()) : first;
  }

  /** In the short form each point once, with the first job that passes it. */
  static Stream<Arguments> points() {
    List<Arguments> all = new ArrayList<>();
    List<FailPoint> taken = new ArrayList<>();
    for (Scenario job : List.of(Scenario.HALF_YEARLY, Scenario.NIGHTLY, Scenario.WATCH)) {
      job.points().stream()
          .filter(point -> LONG || FailPoint.SHORT_FORM.contains(point) && !taken.contains(point))
          .forEach(point -> all.add(Arguments.of(job, point)));
      taken.addAll(job.points());
    }
    if (LONG) {
      Stream.concat(Stream.of(Scenario.IMPORT), Scenario.OTHERS.stream())
          .forEach(job -> job.points().forEach(point -> all.add(Arguments.of(job, point))));
      all.addAll(List.copyOf(all));
    } else {
      all.add(Arguments.of(Scenario.IMPORT, FailPoint.EXECUTION_MADE));
    }
    return all.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("points")
  void aProgramKilledAtAFailPoint(Scenario job, FailPoint point) throws Exception {
    boolean sent = point == FailPoint.MAIL_ACCEPTED;
    rehearsal.rehearse(job, sent ? 1 : 0, Rehearsal.killedAt(point));
  }

  static Stream<Arguments> moments() {
    Random random = new Random(SEED);
    List<Scenario> jobs = LONG ? jobs().toList() : List.of(Scenario.NIGHTLY);
    return jobs.stream()
        .flatMap(
            job ->
                IntStream.range(0, Math.max(1, RANDOM_KILLS))
                    .mapToObj(n -> Arguments.of(job, random.nextDouble())));
  }

  @ParameterizedTest(name = "{0} after {1} of its time")
  @MethodSource("moments")
  void aProgramKilledAtARandomMoment(Scenario job, double part) throws Exception {
    long millis = (long) (rehearsal.undisturbed(job).took().toMillis() * part);
    rehearsal.rehearse(
        job,
        1,
        (program, home) -> {
          program.waitFor(millis, TimeUnit.MILLISECONDS);
          program.destroyForcibly();
        });
  }

  /** With the database gone a program ends by itself; the next one starts the database. */
  @ParameterizedTest
  @MethodSource("databaseKills")
  void aDatabaseKilledUnderAProgram(Scenario job, boolean both, double part) throws Exception {
    long millis = (long) (rehearsal.undisturbed(job).took().toMillis() * part);
    rehearsal.rehearse(
        job,
        1,
        (program, home) -> {
          program.waitFor(millis, TimeUnit.MILLISECONDS);
          home.killDatabase();
          if (both) {
            program.destroyForcibly();
          }
        });
  }

  static Stream<Arguments> databaseKills() {
    Random random = new Random(SEED + 1);
    return IntStream.range(0, Math.max(1, RANDOM_KILLS))
        .mapToObj(
            n ->
                Arguments.of(
                    n % 2 == 0 ? Scenario.NIGHTLY : Scenario.HALF_YEARLY,
                    n % 2 == 0,
                    0.4 + 0.6 * random.nextDouble()));
  }

  /** A database that stands still is waited for, or the run ends and the next one ends it. */
  @Test
  void aDatabaseThatStandsStill() throws Exception {
    long millis = rehearsal.undisturbed(Scenario.NIGHTLY).took().toMillis() / 2;
    rehearsal.rehearse(
        Scenario.NIGHTLY,
        0,
        (program, home) -> {
          program.waitFor(millis, TimeUnit.MILLISECONDS);
          home.holdDatabase(STANDSTILL_MILLIS);
        });
  }
}
