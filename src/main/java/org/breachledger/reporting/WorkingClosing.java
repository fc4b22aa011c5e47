package org.breachledger.reporting;

import java.util.List;
import org.breachledger.incident.RowRef;

/**
 * An incident that was closed with a piece missing.
 *
 * @param missing each piece in the policy's words, in the order of the checks
 */
public record WorkingClosing(String school, String reference, RowRef row, List<String> missing)
    implements Traced {

  /** Copies the list. */
  public WorkingClosing {
    missing = List.copyOf(missing);
  }

  /** The pieces in one line. */
  public String missingWords() {
    return Words.capital(String.join("; ", missing));
  }
}
