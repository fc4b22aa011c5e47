package org.breachledger.recurrence;

/**
 * A row of a comparison as a run kept it, or as it is worked out again.
 *
 * @param schoolId 0 for all schools
 * @param subType empty for the whole type
 */
public record KeptRow(
    int schoolId,
    String school,
    String breachType,
    String subType,
    int previous,
    int current,
    String verdict) {

  /** The row of a comparison just made. */
  public static KeptRow of(Recurrence row) {
    return new KeptRow(
        row.schoolId(),
        row.school(),
        row.breachType(),
        row.subType(),
        row.previous(),
        row.current(),
        row.verdict().name());
  }

  /** What tells a row from the others of its comparison. */
  public String key() {
    return schoolId + "\n" + breachType + "\n" + subType;
  }

  /** The numbers and the verdict in one phrase. */
  public String words() {
    return previous + " before, " + current + " now, " + verdict;
  }

  /** Whom and what it is about. */
  public String name() {
    return (schoolId == 0 ? "all schools" : school)
        + ", "
        + breachType
        + (subType.isEmpty() ? "" : " / " + subType);
  }

  /** Whether both say the same. */
  public boolean agrees(KeptRow other) {
    return words().equals(other.words());
  }

  /** Whether there is an incident in either half. */
  public boolean happened() {
    return previous + current > 0;
  }
}
