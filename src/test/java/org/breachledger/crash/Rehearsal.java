package org.breachledger.crash;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.WhatFilesSay;
import org.springframework.util.FileSystemUtils;

/**
 * Prepares homes, runs a job in copies of them disturbed and undisturbed, and compares the ends.
 */
final class Rehearsal {

  static final Duration LONGEST_RECOVERY = Duration.ofSeconds(60);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Path folder;
  private final MailBox mails;
  private final Path empty;
  private final Path judged;
  private final Path logs;
  private final Map<String, Undisturbed> known = new HashMap<>();
  private final Path temporary = Files.createTempDirectory("breachledger-temporary");
  private final List<String> sentences = sentences();
  private Path said = Path.of("");
  private int rounds;
  private Duration worst = Duration.ZERO;

  /** How a job ends when nobody disturbs it. */
  record Undisturbed(Map<String, List<String>> end, Duration took) {}

  /** What is done to a run on its way, and when. */
  interface Disturbance {
    void of(Process program, CrashHome home) throws Exception;
  }

  Rehearsal(Path folder, MailBox mails) throws Exception {
    this.folder = folder;
    this.mails = mails;
    this.logs = Scenario.logsIn(folder.resolve("logs"));
    this.empty = ready("empty");
    this.judged = ready("judged");
    Home home = new Home(judged);
    assertThat(run(Scenario.IMPORT.commandLine(home, logs))).isZero();
    assertThat(CrashHome.files(home.archive())).hasSameSizeAs(Scenario.LOGS);
  }

  private Path ready(String name) throws IOException {
    Home home = ReadyHome.in(Files.createDirectories(folder.resolve("of-" + name)));
    Path schools = home.jobs().resolve("intake").resolve("schools.csv");
    Files.createDirectories(schools.getParent());
    Files.copy(Path.of("sample-data/schools.csv"), schools, StandardCopyOption.REPLACE_EXISTING);
    return home.folder();
  }

  /** The undisturbed end of a job, worked out once. */
  Undisturbed undisturbed(Scenario job) throws Exception {
    Undisturbed end = known.get(job.name());
    if (end == null) {
      end = runUndisturbed(job);
      known.put(job.name(), end);
    }
    return end;
  }

  private Undisturbed runUndisturbed(Scenario job) throws Exception {
    try (CrashHome home = home(job)) {
      long begun = System.nanoTime();
      assertThat(run(job.commandLine(home.home(), logs))).as("%s undisturbed", job).isZero();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      EndState.holdsTogether(home.administrator(), home.home());
      mails.eachOnce(home.administrator(), 0);
      return new Undisturbed(EndState.of(home.administrator()), took);
    }
  }

  /**
   * Runs a job, disturbs it, asks for it again, and compares.
   *
   * @param again how many mails may have come twice
   */
  void rehearse(Scenario job, int again, Disturbance disturbance) throws Exception {
    Undisturbed wanted = undisturbed(job);
    try (CrashHome home = home(job)) {
      Process program = start(job.commandLine(home.home(), logs));
      disturbance.of(program, home);
      long begun = System.nanoTime();
      assertThat(program.waitFor(LONGEST_RECOVERY.toSeconds(), TimeUnit.SECONDS))
          .as("the disturbed program ended")
          .isTrue();
      assertThat(run(job.commandLine(home.home(), logs))).as("%s asked for again", job).isZero();
      Duration took = Duration.ofNanos(System.nanoTime() - begun);
      home.join();
      EndState.holdsTogether(home.administrator(), home.home());
      assertThat(EndState.of(home.administrator())).isEqualTo(wanted.end());
      mails.eachOnce(home.administrator(), again);
      assertThat(home.trail().whole()).as(home.trail().sentence()).isTrue();
      assertThat(took).isLessThan(LONGEST_RECOVERY);
      nothingLiesAbout();
      worst = took.compareTo(worst) > 0 ? took : worst;
    }
    FileSystemUtils.deleteRecursively(folder.resolve("round-" + rounds));
  }

  /** What the logs say in words, which a killed program must not leave in a temporary file. */
  private static List<String> sentences() throws IOException {
    try (CsvReader<NamedCsvRecord> log =
        CsvReader.builder()
            .fieldSeparator(';')
            .ofNamedCsvRecord(Path.of("sample-data").resolve(Scenario.LOGS.get(0)))) {
      return log.stream().map(line -> line.getField("Description")).toList();
    }
  }

  private void nothingLiesAbout() throws IOException {
    assertThat(sentences).isNotEmpty();
    for (Path file : CrashHome.files(temporary)) {
      String words = WhatFilesSay.in(file);
      assertThat(sentences).as("in %s", file).noneMatch(words::contains);
    }
  }

  /** Kills the program at a fail point it must come to. */
  static Disturbance killedAt(FailPoint point) {
    return (program, home) -> {
      try (Tripwire wire = Tripwire.at(point, home.administrator())) {
        assertThat(wire.reached(program, PATIENCE)).as("came to \"%s\"", point).isTrue();
        program.destroyForcibly();
        assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
      }
    };
  }

  /** How many rounds were rehearsed. */
  int rounds() {
    return rounds;
  }

  /** The longest time from a disturbance to the end of the run that followed. */
  Duration worst() {
    return worst;
  }

  private CrashHome home(Scenario job) throws Exception {
    mails.empty();
    CrashHome home =
        CrashHome.copyOf(job.prepared() ? judged : empty, folder.resolve("round-" + ++rounds));
    if (job.dropped()) {
      Scenario.logsIn(home.home().inbox());
    }
    return home;
  }

  private Process start(String[] words) throws IOException {
    Map<String, String> environment = new HashMap<>(mails.settings());
    environment.put("PORT", "0");
    environment.put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + temporary);
    said = Files.createTempDirectory("breachledger-said");
    return Program.start(said, environment, words);
  }

  /** What the program started last told the person before it, and its operator. */
  String said() throws IOException {
    return Files.readString(said.resolve("out")) + Files.readString(said.resolve("err"));
  }

  private int run(String[] words) throws Exception {
    Process program = start(words);
    assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    return program.exitValue();
  }
}
