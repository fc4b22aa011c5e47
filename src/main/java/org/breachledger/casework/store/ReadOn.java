package org.breachledger.casework.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLog;
import org.breachledger.intake.RowConveyor;

/**
 * Lets a log be read on while another thread works on its lines, in the same order. Whoever reads
 * hears some lines late that no further one is wanted; those are not handed on.
 */
final class ReadOn implements AuditLog.Sink, AutoCloseable {

  private final AtomicBoolean enough = new AtomicBoolean();
  private final RowConveyor<AuditEvent> events;

  ReadOn(AuditLog.Sink sink) {
    this.events = new RowConveyor<>(event -> hand(event, sink));
  }

  private void hand(AuditEvent event, AuditLog.Sink sink) {
    if (!enough.get() && !sink.take(event)) {
      enough.set(true);
    }
  }

  @Override
  public boolean take(AuditEvent event) {
    events.put(event);
    return !enough.get();
  }

  /** Waits until every line is worked on; throws what the work on one threw. */
  void finish() {
    events.finish();
  }

  /** Nothing works on any line afterwards. */
  @Override
  public void close() {
    events.close();
  }
}
