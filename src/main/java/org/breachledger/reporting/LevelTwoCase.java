package org.breachledger.reporting;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One Category Level 2 incident of this half, which must be considered for notification, and what
 * was decided [004 4.6].
 *
 * @param occurred the London day; null where it is unknown
 * @param score null where it is unknown
 * @param reasonGiven whether the decision's reason is on record; the reason itself is free text and
 *     stays there
 * @param days whole days from identification to the decision, or to the paper's date while it is
 *     undecided; null where they cannot be counted
 */
public record LevelTwoCase(
    String school,
    String reference,
    @Nullable LocalDate occurred,
    String type,
    @Nullable Integer score,
    IcoDecision decision,
    boolean reasonGiven,
    @Nullable Integer days) {

  /** The day in words. */
  public String occurredWords() {
    return Words.dayOrUnknown(occurred);
  }

  /** The score in digits, with a typographic minus. */
  public String scoreWords() {
    return Words.numberOrUnknown(score);
  }

  /** The decision in words. */
  public String decisionWords() {
    return decision.words();
  }

  /** Whether the decision's reason is on record; a dash while there is no decision. */
  public String reasonWords() {
    if (decision == IcoDecision.UNDECIDED) {
      return "\u2013";
    }
    return reasonGiven ? "Yes" : "No";
  }

  /** The days in digits. */
  public String daysWords() {
    return Words.numberOrUnknown(days);
  }

  /**
   * All cases in their order where they are no more than {@code most}; else the undecided and
   * latest.
   */
  static List<LevelTwoCase> mostUrgent(List<LevelTwoCase> cases, int most) {
    if (cases.size() <= most) {
      return cases;
    }
    return cases.stream()
        .sorted(
            Comparator.comparing((LevelTwoCase one) -> one.decision != IcoDecision.UNDECIDED)
                .thenComparing(
                    LevelTwoCase::occurred, Comparator.nullsFirst(Comparator.reverseOrder())))
        .limit(most)
        .toList();
  }
}
