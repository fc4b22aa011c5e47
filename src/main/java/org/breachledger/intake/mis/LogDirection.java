package org.breachledger.intake.mis;

import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLog;

/** Tells from the first thousand lines whether a log runs from the newest to the oldest. */
final class LogDirection implements AuditLog.Sink {

  private static final int LINES = 1_000;

  private int seen;
  private int up;
  private int down;
  private long before;

  @Override
  public boolean take(AuditEvent event) {
    if (seen++ > 0 && event.at() != before) {
      if (event.at() > before) {
        up++;
      } else {
        down++;
      }
    }
    before = event.at();
    return seen < LINES;
  }

  /** Whether more lines are older than the one before them than are newer. */
  boolean newestFirst() {
    return down > up;
  }
}
