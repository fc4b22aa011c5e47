package org.breachledger.reporting.store;

import java.util.Set;

/**
 * Rows of one log that went back to their sender.
 *
 * @param schools those its other rows speak of; no row that went back says whose it was
 */
record ReturnedRows(int rows, Set<Integer> schools) {

  /** Copies the schools. */
  ReturnedRows {
    schools = Set.copyOf(schools);
  }

  /** Whether the log is one school's own. */
  boolean ownOf(int schoolId) {
    return schools.equals(Set.of(schoolId));
  }

  /**
   * Whether nobody knows if the rows are that school's: its log has rows of other schools as well,
   * or of none.
   *
   * @param withoutSchool under which rows without a school are kept
   */
  boolean perhapsOf(int schoolId, Set<Integer> withoutSchool) {
    return !ownOf(schoolId) && (schools.contains(schoolId) || withoutSchool.containsAll(schools));
  }
}
