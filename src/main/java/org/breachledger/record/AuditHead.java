package org.breachledger.record;

/**
 * Where an audit chain ends.
 *
 * @param seq number of the last entry; 0 before the first
 * @param hash hash of the last entry; 64 zeros before the first
 */
public record AuditHead(long seq, String hash) {

  /** The end of a chain without entries. */
  public static final AuditHead START = new AuditHead(0, "0".repeat(64));
}
