package org.breachledger.pipeline.types;

import org.jspecify.annotations.Nullable;

/**
 * A person's word on one incident, as a line of a file gives it.
 *
 * @param line from 1, the heading row included
 * @param school URN, name or alias
 * @param reference empty where {@code place} names the incident
 * @param place where its row stands; null where the reference names it
 * @param breachType a code of the table of types
 * @param subType a code of a part of it; empty for none
 * @param reason in the person's words; empty for none
 * @param fault why nobody knows what the line says; empty where it can be read
 */
public record ConfirmationLine(
    long line,
    String school,
    String reference,
    @Nullable Place place,
    String breachType,
    String subType,
    String reason,
    String fault) {

  /**
   * The place of a row as the export of incidents writes it; row 0 where only its import is known.
   */
  public record Place(long importId, String sheet, int row) {}

  /** A word on an incident that is named otherwise. */
  public static ConfirmationLine saying(String breachType, String subType, String reason) {
    return new ConfirmationLine(1, "", "", null, breachType, subType, reason, "");
  }

  /** Never the words. */
  @Override
  public String toString() {
    return "line " + line;
  }
}
