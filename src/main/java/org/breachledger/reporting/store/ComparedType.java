package org.breachledger.reporting.store;

import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.reporting.HalfVerdict;
import org.breachledger.reporting.TypeVerdict;

/**
 * One row of the six-month comparison, as a paper prints it.
 *
 * @param schoolId 0 for all schools
 * @param subType empty for the whole type
 */
public record ComparedType(
    int schoolId,
    String breachType,
    String subType,
    int previous,
    int current,
    String verdict,
    String evidence) {

  /** The row of a comparison just made. */
  public static ComparedType of(Recurrence row) {
    return new ComparedType(
        row.schoolId(),
        row.breachType(),
        row.subType(),
        row.previous(),
        row.current(),
        row.verdict().name(),
        row.shortEvidence());
  }

  /** Whether it speaks of the whole type. */
  boolean whole() {
    return subType.isEmpty();
  }

  /** The row under the type's title; incidents without a type are no type that could fall. */
  public TypeVerdict titled(String title) {
    return breachType.equals(BreachType.UNTYPED)
        ? new TypeVerdict(
            title, previous, current, HalfVerdict.INSUFFICIENT_DATA, "A person has to decide.")
        : new TypeVerdict(title, previous, current, HalfVerdict.valueOf(verdict), evidence);
  }
}
