package org.breachledger.reporting;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One review that waits for somebody, as it is printed.
 *
 * @param type the breach type's title
 * @param due the London day; null where nobody can tell
 * @param state in words
 * @param verdict of its type in the newest comparison, in words
 * @param untold why nobody can tell whether its type came back; empty where it is known
 * @param recurrences the references of the incidents of its type at its school after it
 */
public record ReviewRow(
    String school,
    String reference,
    String type,
    @Nullable LocalDate due,
    String state,
    String verdict,
    String untold,
    List<String> recurrences,
    int actionsOpen) {

  private static final int CITED = 8;

  /** Copies the references. */
  public ReviewRow {
    recurrences = List.copyOf(recurrences);
  }

  /** The due day in words. */
  public String dueWords() {
    return Words.dayOrUnknown(due);
  }

  /** How often its type came back, citing the first by reference. */
  public String againWords() {
    if (!untold.isEmpty()) {
      return "Cannot tell: " + untold;
    }
    if (recurrences.isEmpty()) {
      return "No";
    }
    int more = recurrences.size() - CITED;
    return recurrences.size()
        + ": "
        + String.join(", ", recurrences.subList(0, Math.min(CITED, recurrences.size())))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
