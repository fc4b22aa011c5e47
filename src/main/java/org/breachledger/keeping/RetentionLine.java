package org.breachledger.keeping;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One incident with what retention says of it.
 *
 * @param closedOn the London day of its closing; empty where it is open, or nobody knows the day
 * @param due the London day on which its period ends; empty where it never does
 * @param held whether a legal hold covers it, due or not
 */
public record RetentionLine(
    KeptCase one,
    RetentionState state,
    Optional<LocalDate> closedOn,
    Optional<LocalDate> due,
    boolean held) {

  /** Whether its destruction is to be confirmed, or forgone because of a hold. */
  public boolean isDue() {
    return state == RetentionState.DUE;
  }

  /** Whether, for want of a day of closing, the period was counted from the registration. */
  public boolean countedFromRegistration() {
    return due.isPresent() && closedOn.isEmpty();
  }
}
