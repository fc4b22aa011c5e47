package org.breachledger.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.pipeline.home.Home;

/**
 * One job as somebody asks for it.
 *
 * @param words the command line without the home
 * @param dropped whether logs lie in the drop folder when it begins
 * @param prepared whether the register holds judged incidents when it begins
 * @param points the fail points it passes, besides those of every job
 */
record Scenario(
    String name, List<String> words, boolean dropped, boolean prepared, List<FailPoint> points) {

  static final String AS_OF = "2026-07-01T03:00";

  /** Small logs of three kinds; the last returns rows. */
  static final List<String> LOGS =
      List.of("monthly-2026-06.csv", "mis-incidents-quillbrook.csv", "dpo-log-2026-04.xlsx");

  private static final long SETTLED_SECONDS = 60;

  static final Scenario IMPORT =
      new Scenario(
          "import",
          List.of("import", "LOGS"),
          false,
          false,
          List.of(
              FailPoint.FILE_CLAIMED,
              FailPoint.ROWS_STORED,
              FailPoint.FILE_STORED,
              FailPoint.SECOND_FILE_STORED,
              FailPoint.INSTANCE_MADE,
              FailPoint.EXECUTION_MADE));

  static final Scenario NIGHTLY =
      job(
          "nightly",
          true,
          false,
          FailPoint.FILE_CLAIMED,
          FailPoint.ROWS_STORED,
          FailPoint.FILE_STORED,
          FailPoint.SECOND_FILE_STORED,
          FailPoint.STEP_BEGUN);

  static final Scenario HALF_YEARLY =
      job(
          "half-yearly",
          false,
          true,
          FailPoint.STEP_BEGUN,
          FailPoint.PAPER_WRITTEN,
          FailPoint.PAPERS_WRITTEN);

  /** Warns the officer of what is overdue, by mail. */
  static final Scenario WATCH =
      job("watch-deadlines", false, true, FailPoint.MAIL_ACCEPTED, FailPoint.MAIL_MARKED);

  /** The other jobs, each alone. */
  static final List<Scenario> OTHERS =
      List.of(
          job("half-yearly-again", false, true, FailPoint.PAPER_WRITTEN, FailPoint.PAPERS_WRITTEN),
          job("governor-reports", false, true, FailPoint.PAPER_WRITTEN),
          job("board-report", false, true, FailPoint.PAPERS_WRITTEN),
          job("working-group-report", false, true, FailPoint.PAPERS_WRITTEN),
          job("deliver-papers", false, true),
          job("learn-types", false, true));

  private static Scenario job(String name, boolean dropped, boolean prepared, FailPoint... points) {
    List<FailPoint> all = new ArrayList<>(FailPoint.OF_EVERY_JOB);
    all.addAll(List.of(points));
    return new Scenario(name, List.of("run", name), dropped, prepared, List.copyOf(all));
  }

  /** The command line over a home. */
  String[] commandLine(Home home, Path logs) {
    List<String> all = new ArrayList<>();
    words.forEach(word -> all.add(word.equals("LOGS") ? logs.toString() : word));
    all.addAll(List.of("--home", home.folder().toString(), "--as-of", AS_OF));
    return all.toArray(String[]::new);
  }

  /** The same logs in a folder, old enough to be taken. */
  static Path logsIn(Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String log : LOGS) {
      Path file = Files.copy(Path.of("sample-data").resolve(log), folder.resolve(log));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(SETTLED_SECONDS)));
    }
    return folder;
  }

  @Override
  public String toString() {
    return name;
  }
}
