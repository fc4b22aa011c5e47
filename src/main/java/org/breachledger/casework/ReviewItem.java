package org.breachledger.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One incident in the review queue, with what a person needs to sign it off [002].
 *
 * @param anchor of the newest comparison that speaks of its type at its school; empty where none
 *     does
 * @param typeVerdict the verdict there; empty text where there is none
 * @param untold why nobody can tell whether its type came back; empty where it is known
 * @param recurrences the references of the counted incidents of its type at its school after it
 * @param actionsOpen not done, the overdue among them
 * @param signedOff empty where nobody has, or only the sheet says so
 */
public record ReviewItem(
    CaseFile file,
    Review review,
    Optional<LocalDate> anchor,
    String typeVerdict,
    String untold,
    List<String> recurrences,
    int actionsOpen,
    int actionsOverdue,
    Optional<SignOff> signedOff) {

  /** Copies the references. */
  public ReviewItem {
    recurrences = List.copyOf(recurrences);
  }

  /** How often its type came back; empty where nobody can tell. */
  public Optional<Integer> times() {
    return untold.isEmpty() ? Optional.of(recurrences.size()) : Optional.empty();
  }
}
