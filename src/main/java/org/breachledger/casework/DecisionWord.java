package org.breachledger.casework;

import java.util.Map;
import org.breachledger.incident.Field;

/**
 * One outcome a subject can have, as {@code casework/decisions.csv} lists it.
 *
 * @param title the subject in words
 * @param words the outcome in words
 * @param sets the fields of the record this is: {@code when}, {@code by}, {@code why}, {@code
 *     delay}, or a word of the field
 * @param reasonNeeded whether it is not taken without a reason
 * @param source the paragraph
 */
public record DecisionWord(
    String subject,
    String title,
    String outcome,
    String words,
    Map<Field, String> sets,
    boolean reasonNeeded,
    String source) {

  /** Copies the fields. */
  public DecisionWord {
    sets = Map.copyOf(sets);
  }
}
