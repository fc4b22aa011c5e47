package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.CaseFile;
import org.breachledger.casework.CaseRules;
import org.breachledger.casework.store.CaseFinder;
import org.breachledger.casework.store.CaseRecords;
import org.breachledger.casework.store.CaseRefused;
import org.breachledger.incident.IsoMoment;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** One command about cases at work: what was asked for is found, done, and answered. */
final class CaseSession implements AutoCloseable {

  private final CommandLineDoor door;
  private final String command;
  private final Installation installation;
  private final AsOf asOf;

  CaseSession(CommandLineDoor door, String command) throws IOException {
    this.door = door;
    this.command = command;
    this.installation = Installation.open(door.home(), door.jobs(), false, false);
    this.asOf = asOf(door, installation);
  }

  private static AsOf asOf(CommandLineDoor door, Installation installation) {
    try {
      return door.asOf(installation.get(Clock.class));
    } catch (WrongUsage wrong) {
      installation.close();
      throw wrong;
    }
  }

  <T> T get(Class<T> part) {
    return installation.get(part);
  }

  AsOf asOf() {
    return asOf;
  }

  Instant now() {
    return installation.get(Clock.class).instant();
  }

  /** Does the work in one transaction and answers with its sentences, or with the refusal. */
  int done(Supplier<List<String>> work) {
    try {
      List<String> said = inTransaction(work);
      new Answer(command, "done", List.of(), said).print(door.json());
      return ExitCode.DONE;
    } catch (CaseRefused refused) {
      if (refused.wrongUsage()) {
        throw new WrongUsage(refused.sentence());
      }
      return Answer.refuse(command, refused.sentence(), door.json());
    }
  }

  /**
   * Answers with rows of a table of casework: sentences for a person, the cells for a program.
   *
   * @param key what the rows are called
   * @param summary one sentence
   */
  int listed(
      String key,
      List<String> columns,
      List<List<@Nullable Object>> rows,
      String summary,
      Function<Map<String, @Nullable Object>, String> line) {
    List<Map<String, @Nullable Object>> named =
        rows.stream().map(cells -> named(columns, cells)).toList();
    new Answer(command, "done", List.of(), List.of(summary))
        .print(door.json(), key, named, named.stream().map(line).toList());
    return ExitCode.DONE;
  }

  private static Map<String, @Nullable Object> named(
      List<String> columns, List<@Nullable Object> cells) {
    Map<String, @Nullable Object> named = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      Object cell = cells.get(i);
      named.put(columns.get(i), cell instanceof Outside outside ? outside.text() : cell);
    }
    return named;
  }

  /** The case of a school and reference. */
  CaseFile file(String school, String reference) {
    return new CaseRecords(get(JdbcClient.class), get(CaseRules.class).profile())
        .find(incident(school, reference))
        .orElseThrow()
        .file();
  }

  /** What is not to be found or done as a refusal of the command line. */
  <T> T found(Supplier<T> work) {
    try {
      return inTransaction(work);
    } catch (CaseRefused refused) {
      throw new WrongUsage(refused.sentence());
    }
  }

  /** Brings the deadlines up to date after something was recorded. */
  void assessAfter(int code) throws Exception {
    if (code == ExitCode.DONE) {
      installation.get(Assessment.class).run(asOf);
    }
  }

  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  /** The incident of a school and reference, or of a school and {@code #} with its number. */
  long incident(String school, String reference) {
    return new CaseFinder(
            installation.get(JdbcClient.class), installation.get(SchoolRegister.class))
        .get(school, reference);
  }

  /** The moment asked for, else the as-of. */
  Moment moment(@Nullable String written) {
    if (written == null) {
      return new Moment.At(asOf.instant());
    }
    IsoMoment read = IsoMoment.parse(written);
    if (read instanceof IsoMoment.Read known) {
      return known.moment();
    }
    throw new WrongUsage("--when: " + ((IsoMoment.Problem) read).why());
  }

  ByWhom who(String written) {
    return ByWhom.parse(oneLine("--by", written), installation.get(CaseRules.class).profile());
  }

  static String oneLine(String option, String text) {
    if (text.isBlank()) {
      throw new WrongUsage(option + " is empty; write a few words");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new WrongUsage(option + " must be one line");
    }
    return text.strip();
  }

  @Override
  public void close() {
    installation.close();
  }
}
