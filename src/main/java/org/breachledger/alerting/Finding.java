package org.breachledger.alerting;

import java.time.LocalDate;
import org.breachledger.incident.BreachType;

/**
 * A breach type whose six-month comparison the ICT security analyst must hear of [002]. Counts and
 * words of ours only: nothing a person wrote.
 *
 * @param verdict as the comparison gives it, such as {@code NOT_REDUCED}
 * @param previous incidents in {@code [from, middle)} that the verdict compares
 * @param current incidents in {@code [middle, anchor)} that the verdict compares
 * @param leftOut how many schools the verdict leaves out, because a month is missing
 * @param from first day of the previous window
 * @param middle first day of the current window
 * @param anchor first day after the current window
 * @param evidence what the numbers can bear, in words; empty where there is nothing to say
 * @param references how many incidents the pack names
 */
public record Finding(
    Place place,
    BreachType type,
    String verdict,
    int previous,
    int current,
    int leftOut,
    LocalDate from,
    LocalDate middle,
    LocalDate anchor,
    String evidence,
    int references) {

  /** Refuses windows that do not follow each other and numbers below zero. */
  public Finding {
    if (!from.isBefore(middle) || !middle.isBefore(anchor)) {
      throw new IllegalArgumentException("the windows must follow each other");
    }
    if (previous < 0 || current < 0 || leftOut < 0 || references < 0) {
      throw new IllegalArgumentException("counts must not be below zero");
    }
  }

  /** Where it was made; of all schools those that are compared. */
  public String where() {
    return place.words() + (leftOut > 0 ? " that submitted every month" : "");
  }

  /** The name of files about this finding, without ending; unique per school, type and anchor. */
  public String fileName() {
    return "alert-" + anchor + "-" + type.code() + "-" + place.code();
  }
}
