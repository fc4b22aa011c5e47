package org.breachledger.casework;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.breachledger.intake.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * The lines of one account or address under one rule, as they come in the order of time, forwards
 * or backwards: which of them make a signal, and which signals they make.
 *
 * <p>Keeps no more lines than are needed to reach the threshold once more; of one that many lines
 * do not reach it keeps the last 4,096.
 */
final class Chain {

  private static final int MOST = 4096;
  private static final int MOST_ADDRESSES = 100;

  private final SignalRule rule;
  private final String subject;
  private final String school;
  private final long within;
  private AuditEvent[] window = new AuditEvent[4];
  private int head;
  private int size;
  private int counted;
  private long newest;
  private long recordSum;
  private final boolean byAddress;
  private final Addresses inWindow = new Addresses();

  private int lines;
  private long records;
  private final Set<String> addresses = new HashSet<>();
  private long earliest;
  private long latest;
  private long first;
  private long last;
  private long reached;

  Chain(SignalRule rule, String subject, String school) {
    this.rule = rule;
    this.subject = subject;
    this.school = school;
    this.within = rule.within().toMillis();
    this.byAddress = rule.addresses() > 0;
  }

  /** Takes the next line; the signal that it shows to be complete, or null. */
  @Nullable Signal take(AuditEvent event) {
    forget(event.at());
    add(event);
    if (!rule.reached(size, recordSum, byAddress ? inWindow.number() : 0)) {
      return null;
    }
    Signal complete = lines > 0 && Math.abs(window[head].at() - reached) > within ? finish() : null;
    countAll();
    while (reachedWithout(window[head])) {
      drop();
    }
    return complete;
  }

  private boolean reachedWithout(AuditEvent event) {
    return rule.reached(
        size - 1, recordSum - event.records(), byAddress ? inWindow.without(event.address()) : 0);
  }

  /** Drops what is too far from now; mostly that is all there is, and nothing is looked at. */
  private void forget(long now) {
    if (size > 0 && Math.abs(now - newest) > within) {
      size = 0;
      counted = 0;
      recordSum = 0;
      if (byAddress) {
        inWindow.clear();
      }
    }
    while (size > 0 && apart(window[head], now)) {
      drop();
    }
    if (size == MOST) {
      drop();
    }
  }

  /** The signal at work, now that no further line belongs to it; null where there is none. */
  @Nullable Signal finish() {
    if (lines == 0) {
      return null;
    }
    Signal signal =
        new Signal(
            rule,
            subject,
            school,
            Instant.ofEpochMilli(earliest),
            Instant.ofEpochMilli(latest),
            lines,
            records,
            addresses.size(),
            Signal.Line.at(first),
            Signal.Line.at(last));
    lines = 0;
    records = 0;
    addresses.clear();
    return signal;
  }

  /** Whether no line so far can belong together with one at this moment. */
  boolean over(long now) {
    return (size == 0 || Math.abs(now - newest) > within)
        && (lines == 0 || Math.abs(now - reached) > within);
  }

  private boolean apart(AuditEvent event, long now) {
    return Math.abs(now - event.at()) > within;
  }

  private void add(AuditEvent event) {
    if (size == window.length) {
      AuditEvent[] larger = new AuditEvent[2 * size];
      for (int i = 0; i < size; i++) {
        larger[i] = window[(head + i) & size - 1];
      }
      window = larger;
      head = 0;
    }
    window[(head + size++) & window.length - 1] = event;
    newest = event.at();
    recordSum += event.records();
    if (byAddress) {
      inWindow.add(event.address());
    }
  }

  private void drop() {
    AuditEvent event = window[head];
    head = (head + 1) & window.length - 1;
    size--;
    counted = Math.max(0, counted - 1);
    recordSum -= event.records();
    if (byAddress) {
      inWindow.remove(event.address());
    }
  }

  /** Counts the lines of the window that are not in the signal yet. */
  private void countAll() {
    for (int i = counted; i < size; i++) {
      AuditEvent event = window[(head + i) & window.length - 1];
      boolean begins = lines == 0;
      earliest = begins ? event.at() : Math.min(earliest, event.at());
      latest = begins ? event.at() : Math.max(latest, event.at());
      first = begins ? event.position() : Math.min(first, event.position());
      last = begins ? event.position() : Math.max(last, event.position());
      lines++;
      records += event.records();
      if (!event.address().isEmpty() && addresses.size() < MOST_ADDRESSES) {
        addresses.add(event.address());
      }
      reached = event.at();
    }
    counted = size;
  }
}
