package org.breachledger.pipeline.replay;

import java.time.LocalDate;
import org.breachledger.incident.Facts;
import org.breachledger.normalise.ConfirmedType;
import org.jspecify.annotations.Nullable;

/**
 * An incident as it stood at a moment.
 *
 * @param school the school's name, as it is now
 * @param reference as written; null where none was given
 * @param facts what its sheets had said until then, with what people had recorded
 * @param confirmed what a person had said of its type; null where nobody had
 * @param confirmedOn the London day of that word
 */
record PastIncident(
    long id,
    int schoolId,
    String school,
    boolean schoolGiven,
    @Nullable String reference,
    Facts facts,
    @Nullable ConfirmedType confirmed,
    @Nullable LocalDate confirmedOn) {

  /** How others cite it. */
  String citation() {
    return reference == null ? "incident " + id : reference;
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "incident " + id;
  }
}
