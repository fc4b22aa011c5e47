package org.breachledger.reporting;

/** What a working list counts at each school. */
enum WorkCount {
  /** Incidents on the list. */
  INCIDENTS,
  /** Not closed. */
  OPEN,
  /** Not closed, and of those on record for the paper's half. */
  OPEN_THIS_HALF,
  /** Near misses of the paper's half that are not closed. */
  NEAR_MISSES_OPEN,
  /** What was received in the paper's half and meant for another, and is not closed. */
  INBOUND_OPEN,
  /** On the list, and of another time than the paper's half. */
  OF_ANOTHER_TIME,
  /** Incidents with an overdue duty. */
  LATE,
  /** Duties that are overdue. */
  OVERDUE,
  /** Duties that run. */
  RUNNING,
  /** At the level that must be considered for notification. */
  LEVEL_TWO,
  /** Incidents with a decision on the ICO that is not on record. */
  UNDECIDED,
  /** Of a type a person has yet to check. */
  TO_CHECK,
  /** Closed with a piece missing. */
  CLOSINGS,
  /** Actions not done, the overdue ones among them. */
  ACTIONS,
  /** Actions not done, and due. */
  ACTIONS_OVERDUE,
  /** Reviews that wait. */
  REVIEWS
}
