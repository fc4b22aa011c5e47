package org.breachledger.recurrence;

/**
 * How many incidents of a sub-type a school had in both halves.
 *
 * @param schoolId the school's number in the register
 * @param breachType its code, or {@code UNTYPED}
 * @param subType its code; empty where none is known
 */
public record TypeCount(
    int schoolId,
    String breachType,
    String subType,
    int previous,
    int current,
    int nearMissesPrevious,
    int nearMissesCurrent) {

  /** The sum of two counts, under the names of the first. */
  TypeCount plus(TypeCount other) {
    return new TypeCount(
        schoolId,
        breachType,
        subType,
        previous + other.previous,
        current + other.current,
        nearMissesPrevious + other.nearMissesPrevious,
        nearMissesCurrent + other.nearMissesCurrent);
  }

  /** Whether there was anything at all. */
  boolean happened() {
    return previous + current > 0;
  }
}
