package org.breachledger.recurrence;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many incidents of a sub-type a school had in both halves.
 *
 * @param schoolId the school's number in the register
 * @param breachType its code, or {@code UNTYPED}
 * @param subType its code; empty where none is known
 * @param lastYear incidents in the same half a year before this one
 * @param months incidents of each whole month of both halves, the first first; empty where nobody
 *     counted them
 */
public record TypeCount(
    int schoolId,
    String breachType,
    String subType,
    int previous,
    int current,
    int nearMissesPrevious,
    int nearMissesCurrent,
    int lastYear,
    List<Integer> months) {

  /** Copies the months. */
  public TypeCount {
    months = List.copyOf(months);
  }

  /** Counts of both halves alone. */
  public TypeCount(
      int schoolId,
      String breachType,
      String subType,
      int previous,
      int current,
      int nearMissesPrevious,
      int nearMissesCurrent) {
    this(
        schoolId,
        breachType,
        subType,
        previous,
        current,
        nearMissesPrevious,
        nearMissesCurrent,
        0,
        List.of());
  }

  /** Nothing counted. */
  static TypeCount none(int schoolId, String breachType, String subType) {
    return new TypeCount(schoolId, breachType, subType, 0, 0, 0, 0);
  }

  /** The sum of two counts, under the names of the first. */
  TypeCount plus(TypeCount other) {
    return new TypeCount(
        schoolId,
        breachType,
        subType,
        previous + other.previous,
        current + other.current,
        nearMissesPrevious + other.nearMissesPrevious,
        nearMissesCurrent + other.nearMissesCurrent,
        lastYear + other.lastYear,
        sums(months, other.months));
  }

  /** The same counts under another name. */
  TypeCount named(int school, String part) {
    return new TypeCount(
        school,
        breachType,
        part,
        previous,
        current,
        nearMissesPrevious,
        nearMissesCurrent,
        lastYear,
        months);
  }

  private static List<Integer> sums(List<Integer> one, List<Integer> other) {
    List<Integer> longer = one.size() < other.size() ? other : one;
    List<Integer> shorter = one.size() < other.size() ? one : other;
    return IntStream.range(0, longer.size())
        .mapToObj(i -> longer.get(i) + (i < shorter.size() ? shorter.get(i) : 0))
        .toList();
  }

  /** Whether there was an incident in either half. */
  boolean happened() {
    return previous + current > 0;
  }

  /** Whether there was an incident or a near miss in either half. */
  boolean anything() {
    return happened() || nearMissesPrevious + nearMissesCurrent > 0;
  }
}
