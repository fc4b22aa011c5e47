package org.breachledger.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A disk that is full to its last block while a job is at work: the program says so in a sentence
 * and ends, and once there is room the job ends as if nothing had been. The disk is one in memory,
 * which only an administrator may lay; anybody else leaves this out.
 */
class DiskFullIT {

  private static final boolean LONG = Integer.getInteger("breachledger.crash", 0) > 0;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final List<FailPoint> ROOMY =
      List.of(
          FailPoint.FILE_STORED,
          FailPoint.SECOND_FILE_STORED,
          FailPoint.JOB_ENDED,
          FailPoint.MAIL_ACCEPTED,
          FailPoint.MAIL_MARKED);
  private static final int MEGABYTE = 1 << 20;
  private static final int BLOCK = 1 << 12;

  private static Path disk = Path.of("");
  private static boolean laid;
  private static MailBox mails;
  private static Rehearsal rehearsal;

  @BeforeAll
  static void layADisk() throws Exception {
    disk = Files.createTempDirectory("breachledger-disk");
    laid = did("mount", "-t", "tmpfs", "-o", "size=900m", "tmpfs", disk.toString());
    assumeTrue(laid, "only an administrator may lay a disk in memory");
    mails = new MailBox();
    rehearsal = new Rehearsal(disk, mails);
  }

  @AfterAll
  static void takeItAway() throws Exception {
    if (laid) {
      mails.close();
      assertThat(did("umount", "--lazy", disk.toString())).isTrue();
    }
    Files.deleteIfExists(disk);
  }

  /** In the long form wherever a job can be held, else one moment of each kind of writing. */
  static Stream<Arguments> phases() {
    Stream<Arguments> all =
        Stream.of(Scenario.NIGHTLY, Scenario.HALF_YEARLY, Scenario.WATCH)
            .flatMap(job -> job.points().stream().map(point -> Arguments.of(job, point)));
    Stream<Arguments> some =
        Stream.of(
            Arguments.of(Scenario.NIGHTLY, FailPoint.FILE_CLAIMED),
            Arguments.of(Scenario.HALF_YEARLY, FailPoint.PAPER_WRITTEN));
    return LONG ? all : some;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("phases")
  void aDiskThatIsFull(Scenario job, FailPoint point) throws Exception {
    rehearsal.rehearse(
        job,
        point == FailPoint.MAIL_ACCEPTED ? 1 : 0,
        (program, home) -> {
          Tripwire wire = Tripwire.at(point, home.administrator());
          assertThat(wire.reached(program, PATIENCE)).as("came to \"%s\"", point).isTrue();
          Path ballast = fill(disk.resolve("ballast"));
          try {
            wire.release();
            assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
          } finally {
            Files.delete(ballast);
          }
          // What little a job has left to write may still fit into what the database holds open.
          boolean ended = ROOMY.contains(point) && program.exitValue() == 0;
          assertThat(
                  ended
                      || rehearsal.said().matches("(?s).*[Tt]he disk( that holds \\S+)? is full.*"))
              .as(rehearsal.said())
              .isTrue();
          home.join();
          Tripwire.clear(point, home.administrator());
        });
  }

  /** Writes until nothing more can be written. */
  private static Path fill(Path ballast) throws IOException {
    try (FileChannel file =
        FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int size : List.of(MEGABYTE, BLOCK)) {
        pour(file, size);
      }
    }
    return ballast;
  }

  private static void pour(FileChannel file, int size) {
    ByteBuffer nothing = ByteBuffer.allocate(size);
    try {
      while (true) {
        file.write(nothing.clear());
      }
    } catch (IOException full) {
      assertThat(full).hasMessageContaining("No space left");
    }
  }

  private static boolean did(String... words) throws Exception {
    return new ProcessBuilder(words).start().waitFor() == 0;
  }
}
