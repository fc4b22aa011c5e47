package org.breachledger.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One incident that was destroyed, as its certificate prints it.
 *
 * @param type the title of its breach type; empty where it had none
 * @param closedOn the London day; null where nobody knew it
 * @param due the London day on which its period had ended
 * @param period in words
 */
public record DestroyedIncident(
    String school,
    String reference,
    String type,
    @Nullable LocalDate closedOn,
    LocalDate due,
    String period) {

  /** The type's title, or that it had none. */
  public String typeWords() {
    return type.isEmpty() ? "No type" : type;
  }

  /** The day it was closed, or from what the period was counted instead. */
  public String closedWords() {
    return closedOn == null ? "Not known" : Words.day(closedOn);
  }

  /** The day on which its time on record ended. */
  public String dueWords() {
    return Words.day(due);
  }
}
