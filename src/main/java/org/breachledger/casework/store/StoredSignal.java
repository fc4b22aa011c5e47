package org.breachledger.casework.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal on record.
 *
 * @param title what the rule found, in its words when the signal was raised
 * @param subject the account or address it is about; personal: shown to the person who judges it,
 *     never in a log, report, message or file name
 * @param from when its first line happened, inclusive
 * @param to when its last line happened, inclusive
 * @param evidence what it rests on, in words that name nobody
 * @param importId the log it was first found in
 * @param state open, promoted or dismissed
 * @param decidedBy null while it is open
 * @param why null while it is open
 * @param incidentId the incident it became; null where it became none, or that was taken away
 */
public record StoredSignal(
    long id,
    String rule,
    String title,
    String breachType,
    String school,
    String subject,
    Instant from,
    Instant to,
    int lines,
    long records,
    int addresses,
    String evidence,
    long importId,
    Place first,
    Place last,
    Instant raisedAt,
    String state,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable String why,
    @Nullable Long incidentId) {

  /**
   * Where a line stands in its file.
   *
   * @param sheet the sheet's position, from 1
   * @param row the line as the file numbers it
   */
  public record Place(int sheet, int row) {}

  /** Whether nobody has decided on it yet. */
  public boolean open() {
    return state.equals("open");
  }

  /** Names the signal, not whom it is about. */
  @Override
  public String toString() {
    return "StoredSignal[" + id + "]";
  }
}
