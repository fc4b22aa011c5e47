package org.breachledger.reporting;

import java.time.LocalDate;
import org.breachledger.incident.RowRef;
import org.jspecify.annotations.Nullable;

/**
 * An action that is not done; what it is lies in the record.
 *
 * @param kind its sort: training, policy, control or other
 * @param owner the role, or that it is a person; never a name. Empty where nobody owns it
 * @param due the last day it is in time; null where none is set
 */
public record WorkingAction(
    String school,
    String reference,
    RowRef row,
    String kind,
    String owner,
    @Nullable LocalDate due,
    boolean overdue)
    implements Traced {

  /** Its sort at the beginning of a cell. */
  public String kindWords() {
    return Words.capital(kind);
  }

  /** Who owns it. */
  public String ownerWords() {
    return owner.isEmpty() ? "Nobody named" : Words.capital(owner);
  }

  /** The last day it is in time. */
  public String dueWords() {
    return due == null ? "No day set" : Words.day(due);
  }

  /** How it stands. */
  public String stateWords() {
    return overdue ? "Overdue" : "Open";
  }
}
