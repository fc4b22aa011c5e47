package org.breachledger.record;

import java.util.Collection;
import java.util.List;
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

  /**
   * Checks the whole chain, the records its entries hold and the heads that papers of the register
   * printed; the first touched entry is named.
   */
  default AuditCheck verify() {
    return verify(List.of());
  }

  /**
   * The same against more heads.
   *
   * @param printed read off papers in somebody's hands
   */
  AuditCheck verify(List<AuditAnchor> printed);

  /**
   * Compares every version of every incident that stands in the register with the record of it on
   * the chain, which {@link #verify} found whole.
   */
  RecordCheck verifyRecords();

  /**
   * Verifies one incident alone: its record, the way from that to the root of its entry, the entry,
   * and the chain from there to its head.
   *
   * @param reference as it stands in the register, or the incident's number; where several
   *     incidents have it, all of them
   */
  List<RecordProof> verifyRecord(String reference);

  /**
   * Takes the salts of all contents of some incidents that are not on record any more: call it once
   * they are destroyed or redacted, in that transaction and before its entry is appended. What was
   * recorded of them then verifies as removed. What still stands is left as it is.
   *
   * @return how many salts were taken
   */
  long forgetSalts(Collection<Long> incidents);

  /** Hands every entry on, oldest first. */
  void each(Consumer<AuditEntry> reader);
}
