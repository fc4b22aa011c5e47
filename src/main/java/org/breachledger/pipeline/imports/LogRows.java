package org.breachledger.pipeline.imports;

import java.util.function.Consumer;
import org.breachledger.intake.KnownRows;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.store.IncidentRegister;
import org.breachledger.intake.store.IncomingRow;

/**
 * Sends the rows of a log to the register, and once those that go back to their sender to a list.
 */
final class LogRows implements IncidentRegister.Rows {

  private final LogFile log;
  private Consumer<ReadRow> returned;

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
    log.read(new IncomingRows(log.summary(), register, returned), known)
        .ifPresent(
            broken -> {
              throw new BrokenOnTheWay(broken);
            });
    returned = row -> {};
  }
}
