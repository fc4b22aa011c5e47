package org.breachledger.intake;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.intake.csv.DelimitedFiles;
import org.breachledger.intake.excel.PlainWorkbooks;
import org.breachledger.intake.excel.Workbooks;
import org.breachledger.intake.json.JsonFiles;
import org.breachledger.intake.mis.MisLogs;
import org.breachledger.policy.files.JobsFolder;
import org.jspecify.annotations.Nullable;

/**
 * A log read by the shipped tables, shown as text that a table of expectations can hold.
 *
 * @param summary what is known before the rows
 * @param rows all rows, in order
 */
public record Reading(LogSummary summary, List<ReadRow> rows) {

  private static final LogReader READER = wired();

  private static LogReader wired() {
    JobsFolder jobs = new JobsFolder(null);
    ReadingRules rules = ReadingRules.read(jobs);
    return new LogReader(
        jobs,
        List.of(
            new Workbooks(rules), new PlainWorkbooks(rules), new JsonFiles(), new DelimitedFiles()),
        new MisLogs(jobs));
  }

  /** The reader as the program wires it. */
  public static LogReader reader() {
    return READER;
  }

  /** Reads a file that must hold a log. */
  public static Reading of(Path file) {
    return of(file, ReadingOptions.none());
  }

  /** Reads a file that must hold a log, with options. */
  public static Reading of(Path file, ReadingOptions options) {
    Opened opened = reader().open(file, options);
    if (opened instanceof Refused refused) {
      throw new AssertionError("refused: " + refused.sentence());
    }
    List<ReadRow> rows = new ArrayList<>();
    try (LogFile log = (LogFile) opened) {
      log.read(rows::add).ifPresent(refused -> rows.clear());
      return new Reading(log.summary(), List.copyOf(rows));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** Writes a text file and reads it. */
  static Reading ofText(Path folder, String text) throws IOException {
    return of(write(folder, "log.csv", text, StandardCharsets.UTF_8));
  }

  static Path write(Path folder, String name, String text, Charset charset) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(charset));
  }

  /**
   * What became of each row: {@code taken}, {@code gaps …}, {@code returned …}, {@code skipped …}.
   */
  List<String> outcomes() {
    return rows.stream().map(row -> row.row() + " " + outcome(row.outcome())).toList();
  }

  private static String outcome(Outcome outcome) {
    if (outcome instanceof Outcome.Taken taken) {
      return taken.gaps().isEmpty() ? "taken" : "gaps " + codes(taken.gaps());
    }
    if (outcome instanceof Outcome.Returned returned) {
      return "returned " + codes(returned.reasons());
    }
    Outcome.Skipped skipped = (Outcome.Skipped) outcome;
    return "skipped " + skipped.reason() + (skipped.rows() > 1 ? " x" + skipped.rows() : "");
  }

  private static String codes(List<Notice> notices) {
    return notices.stream()
        .map(notice -> notice.code() + (notice.column().isEmpty() ? "" : "@" + notice.column()))
        .collect(Collectors.joining(","));
  }

  /** One field of every taken row, {@code -} where it is unknown. */
  public List<String> field(Field field) {
    return taken().stream().map(taken -> taken.facts().findText(field).orElse("-")).toList();
  }

  /** The taken rows. */
  public List<Outcome.Taken> taken() {
    return rows.stream()
        .map(ReadRow::outcome)
        .filter(Outcome.Taken.class::isInstance)
        .map(Outcome.Taken.class::cast)
        .toList();
  }

  /** The codes of the gaps of the first taken row. */
  List<String> gaps() {
    return taken().get(0).gaps().stream().map(Notice::code).toList();
  }

  /** A field of the first taken row; null where it is unknown. */
  public @Nullable String first(Field field) {
    return taken().get(0).facts().findText(field).orElse(null);
  }

  /** How many rows there are, runs of blank ones counted one by one. */
  int count() {
    return rows.stream()
        .mapToInt(row -> row.outcome() instanceof Outcome.Skipped skipped ? skipped.rows() : 1)
        .sum();
  }
}
