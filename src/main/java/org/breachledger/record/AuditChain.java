package org.breachledger.record;

import org.jspecify.annotations.Nullable;

/**
 * Walks an audit chain from its first entry and remembers the first that is not as it was written.
 */
public final class AuditChain {

  private AuditHead reached = AuditHead.START;
  private long entries;
  private @Nullable Long firstTouched;
  private String finding = "";

  /** Takes the next entry, in the order of their numbers. */
  public void take(AuditEntry entry) {
    entries++;
    if (firstTouched == null) {
      if (entry.seq() > reached.seq() + 1) {
        touched(reached.seq() + 1, "is missing");
      } else if (entry.seq() <= reached.seq()) {
        touched(entry.seq(), "stands there twice");
      } else if (!entry.intact()) {
        touched(entry.seq(), "was changed after it was written");
      } else if (!entry.previousHash().equals(reached.hash())) {
        touched(entry.seq(), "does not follow the entry before it");
      }
    }
    reached = entry.head();
  }

  /**
   * The finding, once all entries were taken.
   *
   * @param head where the chain was last known to end
   */
  public AuditCheck endsAt(AuditHead head) {
    if (firstTouched == null && reached.seq() < head.seq()) {
      touched(reached.seq() + 1, "is missing, the chain was cut short");
    } else if (firstTouched == null && reached.seq() > head.seq()) {
      touched(head.seq() + 1, "was put in behind the end of the chain");
    } else if (firstTouched == null && !reached.hash().equals(head.hash())) {
      touched(Math.max(1, reached.seq()), "is not the one the chain was last known to end with");
    }
    String sentence =
        firstTouched == null
            ? "The audit chain is whole: " + entries + (entries == 1 ? " entry." : " entries.")
            : "The audit chain is broken: entry " + firstTouched + " " + finding + ".";
    return new AuditCheck(entries, firstTouched, sentence);
  }

  private void touched(long seq, String how) {
    firstTouched = seq;
    finding = how;
  }
}
