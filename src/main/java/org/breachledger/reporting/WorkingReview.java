package org.breachledger.reporting;

import java.time.LocalDate;
import org.breachledger.incident.RowRef;
import org.jspecify.annotations.Nullable;

/**
 * A review that waits for somebody to sign it off [002].
 *
 * @param type the breach type's title
 * @param due the London day; null where nobody can tell
 * @param state in words
 * @param again how often its type came back at its school since
 * @param told whether anybody can tell that
 */
public record WorkingReview(
    String school,
    String reference,
    RowRef row,
    String type,
    @Nullable LocalDate due,
    String state,
    int again,
    boolean told)
    implements Traced {

  /** How often its type came back at its school since, where anybody can tell. */
  public String againWords() {
    return told ? Words.grouped(again) : "Cannot tell";
  }

  /** The due day in words. */
  public String dueWords() {
    return Words.dayOrUnknown(due);
  }
}
