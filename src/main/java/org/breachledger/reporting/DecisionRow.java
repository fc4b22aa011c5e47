package org.breachledger.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the decision and referral register, as it is printed: no reason in words, no person's
 * name.
 *
 * @param title what was to be decided, or to whom it goes
 * @param outcome in words
 * @param by the role, or that it was a person; empty where nobody is named
 * @param when the London day; null where it is not known
 * @param reason what is said of the reasons: given, missing, or nothing
 * @param missing whether the policy asks for it and nobody recorded it
 */
public record DecisionRow(
    String school,
    String reference,
    String title,
    String outcome,
    String by,
    @Nullable LocalDate when,
    String reason,
    boolean missing) {

  private static final String NOTHING = "\u2013";

  /** The day in words; a dash where nothing was recorded. */
  public String whenWords() {
    return when == null ? NOTHING : Words.day(when);
  }

  /** By whom; a dash where nobody is named. */
  public String byWords() {
    return by.isEmpty() ? NOTHING : by;
  }

  /** Whether the reasons are there; a dash where none is asked for. */
  public String reasonWords() {
    return reason.isEmpty() ? NOTHING : reason;
  }
}
