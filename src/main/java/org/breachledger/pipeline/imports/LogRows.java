package org.breachledger.pipeline.imports;

import java.util.List;
import java.util.function.Consumer;
import org.breachledger.intake.KnownRows;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;
import org.jspecify.annotations.Nullable;

/**
 * Sends the rows of a log to the register, and once those that go back to their sender to a list.
 */
final class LogRows implements IncidentRegister.Rows {

  private final LogFile log;
  private Consumer<ReadRow> returned;
  private @Nullable List<String> notes;

  /**
   * The rows of a log.
   *
   * @param returned takes rows that go back
   */
  LogRows(LogFile log, Consumer<ReadRow> returned) {
    this.log = log;
    this.returned = returned;
  }

  @Override
  public void sendTo(Consumer<IncomingRow> register) {
    sendTo(register, KnownRows.NONE);
  }

  @Override
  public void sendTo(Consumer<IncomingRow> register, KnownRows known) {
    IncomingRows rows = new IncomingRows(log.summary(), register, returned);
    log.read(rows, known)
        .ifPresent(
            broken -> {
              throw new BrokenOnTheWay(broken);
            });
    returned = row -> {};
    // A second run through the file reads only rows in doubt.
    notes = notes == null ? rows.notes() : notes;
  }

  /** What the sender is told of rows left out; nothing before they were read. */
  List<String> notes() {
    return notes == null ? List.of() : notes;
  }
}
