package org.breachledger.reporting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One incident of this half that the Caldicott Guardian or the council has to hear of [002].
 *
 * @param occurred the London day; null where it is unknown
 */
public record FlaggedCase(
    String school,
    String reference,
    @Nullable LocalDate occurred,
    String type,
    boolean caldicott,
    boolean council) {

  /** The day in words. */
  public String occurredWords() {
    return Words.dayOrUnknown(occurred);
  }

  /** Who has to hear of it. */
  public String flagWords() {
    if (caldicott && council) {
      return "Caldicott Guardian and council";
    }
    return caldicott ? "Caldicott Guardian" : "Council";
  }
}
