package org.breachledger.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One incident whose retention period is over, as it is printed.
 *
 * @param closedOn the London day; null where nobody knows it, and the period was counted from the
 *     registration
 * @param dueSince the London day
 */
public record RetentionDue(
    String school,
    String reference,
    @Nullable LocalDate closedOn,
    LocalDate dueSince,
    boolean held) {

  /** The day it was closed, or from what the period was counted instead. */
  public String closedWords() {
    return closedOn == null ? "Not known; from registration" : Words.day(closedOn);
  }

  /** The day from which it is due. */
  public String dueWords() {
    return Words.day(dueSince);
  }

  /** What stands in the way of its destruction. */
  public String heldWords() {
    return held ? "Held: to be kept" : "Not held";
  }
}
