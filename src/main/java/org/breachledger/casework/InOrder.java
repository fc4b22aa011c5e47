package org.breachledger.casework;

import java.time.Duration;
import org.breachledger.intake.AuditEvent;
import org.breachledger.intake.AuditLog;

/**
 * Hands lines on in the order of time where a log is nearly so: a line may stand behind its place
 * by some minutes. Where one stands further behind, or most of them have to be moved far, no
 * further line is wanted: the log must be sorted.
 */
public final class InOrder implements AuditLog.Sink {

  private static final int MOST_WAITING = 1 << 18;
  private static final long FREE_MOVES = 1_000_000;
  private static final int MOVES_A_LINE = 32;

  private final AuditLog.Sink next;
  private final int sign;
  private final long slack;

  /** The lines that wait for an earlier one, in order, from {@code head} on around the ring. */
  private AuditEvent[] ring = new AuditEvent[256];

  private int head;
  private int size;
  private long newest = Long.MIN_VALUE;
  private long handedOn = Long.MIN_VALUE;
  private long moves = -FREE_MOVES;
  private boolean wild;

  /**
   * Puts lines in order for {@code next}.
   *
   * @param newestFirst whether the log runs backwards; then it is handed on backwards
   * @param slack how far a line may stand behind its place, inclusive
   */
  public InOrder(AuditLog.Sink next, boolean newestFirst, Duration slack) {
    this.next = next;
    this.sign = newestFirst ? -1 : 1;
    this.slack = slack.toMillis();
  }

  @Override
  public boolean take(AuditEvent event) {
    long at = sign * event.at();
    boolean behind = newest != Long.MIN_VALUE && at < newest - slack;
    if (behind || at < handedOn || moves > 0) {
      wild = true;
      return false;
    }
    newest = Math.max(newest, at);
    put(event, at);
    while (sign * ring[head].at() < newest - slack || size > MOST_WAITING) {
      handOn();
    }
    return true;
  }

  /** Hands on what waits; false where the log is out of order and nothing of it may be used. */
  public boolean end() {
    while (!wild && size > 0) {
      handOn();
    }
    return !wild;
  }

  /** Most lines belong at the end; one that is late moves the few later ones up. */
  private void put(AuditEvent event, long at) {
    if (size == ring.length) {
      grow();
    }
    int mask = ring.length - 1;
    int place = size++;
    while (place > 0 && sign * ring[(head + place - 1) & mask].at() > at) {
      ring[(head + place) & mask] = ring[(head + place - 1) & mask];
      place--;
      moves++;
    }
    ring[(head + place) & mask] = event;
    moves = Math.max(-FREE_MOVES, moves - MOVES_A_LINE);
  }

  private void grow() {
    AuditEvent[] larger = new AuditEvent[2 * size];
    for (int i = 0; i < size; i++) {
      larger[i] = ring[(head + i) & size - 1];
    }
    ring = larger;
    head = 0;
  }

  private void handOn() {
    AuditEvent event = ring[head];
    head = (head + 1) & ring.length - 1;
    size--;
    handedOn = sign * event.at();
    next.take(event);
  }
}
