package org.breachledger.intake;

import java.io.Closeable;
import java.io.IOException;

/**
 * An access or audit log of a management information system: its lines are no incidents, but may
 * tell of one. Its lines are streamed and may be read several times.
 */
public non-sealed interface AuditLog extends Opened, Closeable {

  /** Takes one line after another. */
  @FunctionalInterface
  interface Sink {
    /** Takes a line; false where no further line is wanted. */
    boolean take(AuditEvent event);
  }

  /** What is known of the log before its lines are taken. */
  AuditSummary summary();

  /**
   * Gives every readable line to {@code sink}, in the order of the file; a line that cannot be read
   * is counted and stops nothing.
   *
   * @throws RefusedFile where the file turns out to be broken
   */
  AuditLines read(Sink sink) throws RefusedFile, IOException;
}
