package org.breachledger.pipeline.cli;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.breachledger.alerting.AlertRefused;
import org.breachledger.alerting.mail.Delivery;
import org.breachledger.pipeline.boot.Installation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** One command about alerts, papers on their way and messages: done in a transaction, answered. */
final class AlertSession implements AutoCloseable {

  private final CommandLineDoor door;
  private final String command;
  private final Installation installation;

  AlertSession(CommandLineDoor door, String command) throws IOException {
    this.door = door;
    this.command = command;
    this.installation = Installation.open(door.home(), door.jobs(), false, false);
  }

  <T> T get(Class<T> part) {
    return installation.get(part);
  }

  Instant now() {
    return installation.get(Clock.class).instant();
  }

  /** Does the work in one transaction and answers with its sentence, or with the refusal. */
  int done(Supplier<String> work) {
    try {
      String said = inTransaction(work);
      new Answer(command, "done", List.of(), List.of(said)).print(door.json());
      return ExitCode.DONE;
    } catch (AlertRefused refused) {
      if (refused.wrongUsage()) {
        throw new WrongUsage(refused.sentence());
      }
      return Answer.refuse(command, refused.sentence(), door.json());
    }
  }

  /**
   * Answers with rows: sentences for a person, the cells for a program.
   *
   * @param key what the rows are called
   */
  int answer(
      String key,
      List<Map<String, @Nullable Object>> rows,
      List<String> summary,
      List<String> lines,
      int code) {
    String status = code == ExitCode.DONE ? "done" : "incomplete";
    new Answer(command, status, List.of(), summary).print(door.json(), key, rows, lines);
    return code;
  }

  /** Lets what waits leave now; what cannot is shown by {@code messages}. */
  Delivery.Outcome deliver() {
    return installation.get(Delivery.class).run();
  }

  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  @Override
  public void close() {
    installation.close();
  }
}
