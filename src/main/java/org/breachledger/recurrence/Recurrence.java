package org.breachledger.recurrence;

import java.util.List;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;

/**
 * One row of the six-month comparison [002].
 *
 * @param schoolId 0 for all schools
 * @param school the school's name; {@code *} for all schools
 * @param subType empty for the whole type
 * @param compared the counts the verdict is about
 * @param test over the counts the verdict compares
 * @param evidence what the numbers can and cannot show, in words, with the schools left out
 * @param shortEvidence the same for a paper, which names the schools left out in one place
 * @param months the incidents of each whole month of both halves, the first first
 */
public record Recurrence(
    int schoolId,
    String school,
    String breachType,
    String subType,
    Windows windows,
    int previous,
    int current,
    Verdict verdict,
    ComparedCounts compared,
    RateTest test,
    String evidence,
    String shortEvidence,
    int nearMissesPrevious,
    int nearMissesCurrent,
    List<Integer> months) {

  /** Copies the months. */
  public Recurrence {
    months = List.copyOf(months);
  }

  /** Stands for all schools. */
  public static final String ALL = "*";

  /** Whether it becomes a message to the ICT security analyst: whole types only, never untyped. */
  public boolean alerts() {
    return verdict.alerts() && subType.isEmpty() && !breachType.equals(BreachType.UNTYPED);
  }
}
