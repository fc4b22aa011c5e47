package org.breachledger.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks an audit chain from its first entry and remembers the first that is not as it was written.
 */
public final class AuditChain {

  private static final RecordTree NONE = new RecordTree();

  private final List<AuditAnchor> anchors;
  private AuditHead reached = AuditHead.START;
  private long entries;
  private int form = 1;
  private @Nullable Long firstTouched;
  private String finding = "";

  /** A walk that knows of no head printed anywhere. */
  public AuditChain() {
    this(List.of());
  }

  /**
   * A walk.
   *
   * @param anchors heads that were printed when the chain ended with them
   */
  public AuditChain(List<AuditAnchor> anchors) {
    this.anchors = new ArrayList<>(anchors);
    this.anchors.sort(Comparator.comparingLong(AuditAnchor::seq));
  }

  /** Takes the next entry, which has no records, in the order of their numbers. */
  public void take(AuditEntry entry) {
    take(entry, NONE);
  }

  /**
   * Takes the next entry, in the order of their numbers.
   *
   * @param records those that are kept as the entry's; null to leave them alone
   */
  public void take(AuditEntry entry, @Nullable RecordTree records) {
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
      } else if (entry.form() < form) {
        touched(entry.seq(), "has the form of entries older than the one before it");
      } else if (records != null && !entry.holds(records)) {
        touched(entry.seq(), "does not hold the records kept as its own");
      }
    }
    form = Math.max(form, entry.form());
    anchors.removeIf(anchor -> passes(anchor, entry));
    reached = entry.head();
  }

  /** Takes the next entry of a walk that begins in the midst of a chain, its records left alone. */
  public void follow(AuditEntry entry) {
    if (entries == 0) {
      reached = new AuditHead(entry.seq() - 1, entry.previousHash());
    }
    take(entry, null);
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
    if (firstTouched == null && !anchors.isEmpty()) {
      touched(
          reached.seq() + 1, "is missing, for " + anchors.get(0).where() + " printed a later one");
    }
    String sentence =
        firstTouched == null
            ? "The audit chain is whole: " + entries + (entries == 1 ? " entry." : " entries.")
            : "The audit chain is broken: entry " + firstTouched + " " + finding + ".";
    return new AuditCheck(entries, firstTouched, sentence);
  }

  /** Whether no later entry is asked about this printed head. */
  private boolean passes(AuditAnchor anchor, AuditEntry entry) {
    if (anchor.seq() == AuditAnchor.ANYWHERE) {
      return entry.hash().startsWith(anchor.begins());
    }
    if (anchor.seq() != entry.seq()) {
      return false;
    }
    if (firstTouched == null && !entry.hash().startsWith(anchor.begins())) {
      touched(entry.seq(), "is not the one that " + anchor.where() + " printed");
    }
    return true;
  }

  private void touched(long seq, String how) {
    firstTouched = seq;
    finding = how;
  }
}
