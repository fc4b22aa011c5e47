package org.breachledger.reporting;

/**
 * How much work one school's incidents ask for.
 *
 * @param incidents on the list
 * @param open not closed
 * @param overdue duties that are overdue
 * @param undecided incidents with a decision on the ICO that is not on record
 * @param closings closed with a piece missing
 * @param actions not done, the overdue ones among them
 * @param actionsOverdue not done, and due
 * @param reviews that wait
 */
public record SchoolWork(
    String school,
    int incidents,
    int open,
    int overdue,
    int undecided,
    int closings,
    int actions,
    int actionsOverdue,
    int reviews) {

  /** Open actions, the overdue ones in brackets. */
  public String actionWords() {
    return actionsOverdue == 0
        ? Words.grouped(actions)
        : Words.grouped(actions) + " (" + Words.grouped(actionsOverdue) + ")";
  }
}
