package org.breachledger.reporting.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.breachledger.incident.BreachType;
import org.breachledger.recurrence.ComparedCounts;
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
    ComparedCounts compared,
    String verdict,
    String evidence) {

  /** The row as it was kept; one kept by an older program compared what it shows. */
  static ComparedType of(ResultSet row) throws SQLException {
    int previous = row.getInt("previous");
    int current = row.getInt("current");
    return new ComparedType(
        row.getInt("school_id"),
        row.getString("breach_type"),
        row.getString("sub_type"),
        previous,
        current,
        row.getObject("left_out") == null
            ? ComparedCounts.ofAll(previous, current)
            : new ComparedCounts(
                row.getInt("compared_previous"),
                row.getInt("compared_current"),
                row.getInt("left_out")),
        row.getString("verdict"),
        row.getString("short_evidence"));
  }

  /** The row of a comparison just made. */
  public static ComparedType of(Recurrence row) {
    return new ComparedType(
        row.schoolId(),
        row.breachType(),
        row.subType(),
        row.previous(),
        row.current(),
        row.compared(),
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
        : new TypeVerdict(
            title, previous, current, compared, HalfVerdict.valueOf(verdict), evidence);
  }
}
