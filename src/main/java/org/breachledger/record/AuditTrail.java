package org.breachledger.record;

import java.util.function.Consumer;

/**
 * The trust's record of who did what: only ever added to, and any touch shows.
 *
 * <p>Every method works on the chain of the trust at work.
 */
public interface AuditTrail {

  /**
   * Adds an entry, in the transaction of what it records: either both are kept or neither.
   *
   * @param who account or program; never a reporter
   * @param action what was done, in one word
   * @param subject what it was done to, by kind and number
   * @throws RuntimeException outside a transaction, or where no trust is set
   */
  AuditEntry append(String who, String action, String subject, AuditDetails details);

  /** Checks the whole chain; the first touched entry is named. */
  AuditCheck verify();

  /** Hands every entry on, oldest first. */
  void each(Consumer<AuditEntry> reader);
}
