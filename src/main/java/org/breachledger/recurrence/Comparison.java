package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.BreachType;

/**
 * Compares the last six months with the six before, for every breach type and sub-type, for each
 * school and for all [002].
 *
 * <p>A verdict is withheld where a month of either half was not submitted: silence is never called
 * a success. Counts are always shown.
 */
public final class Comparison {

  private final Windows windows;
  private final List<String> types;

  /**
   * A comparison over two halves.
   *
   * @param types the codes of all breach types, in the order of the table
   */
  public Comparison(Windows windows, List<String> types) {
    this.windows = windows;
    this.types = List.copyOf(types);
  }

  /**
   * Compares.
   *
   * @param schools every school known in either half
   * @param counts what was counted, each school, type and sub-type at most once
   * @return all schools first, then each school by name; types in order, each followed by its
   *     sub-types; zeros included
   */
  public List<Recurrence> compare(List<ComparedSchool> schools, List<TypeCount> counts) {
    Map<Integer, List<TypeCount>> bySchool =
        counts.stream().collect(Collectors.groupingBy(TypeCount::schoolId));
    List<Recurrence> rows = new ArrayList<>(all(schools, bySchool, counts));
    schools.stream()
        .sorted(Comparator.comparing(ComparedSchool::name).thenComparing(ComparedSchool::schoolId))
        .forEach(
            school ->
                rows.addAll(school(school, bySchool.getOrDefault(school.schoolId(), List.of()))));
    return rows;
  }

  private List<Recurrence> school(ComparedSchool school, List<TypeCount> counts) {
    boolean complete = school.missing(windows).isEmpty();
    return summed(school.schoolId(), counts).stream()
        .map(
            count -> {
              RateTest test = test(count);
              String words = Evidence.of(count.previous(), count.current(), test);
              return row(
                  school.name(),
                  count,
                  complete
                      ? Verdict.of(count.previous(), count.current())
                      : Verdict.INSUFFICIENT_DATA,
                  test,
                  complete ? words : Evidence.notSubmitted(school.missing(windows)) + " " + words,
                  complete ? words : Evidence.notSubmitted(school.missing(windows)));
            })
        .toList();
  }

  private List<Recurrence> all(
      List<ComparedSchool> schools,
      Map<Integer, List<TypeCount>> bySchool,
      List<TypeCount> counts) {
    List<String> leftOut = new ArrayList<>();
    List<TypeCount> complete = new ArrayList<>();
    int compared = 0;
    for (ComparedSchool school : schools) {
      if (school.missing(windows).isEmpty()) {
        compared++;
        complete.addAll(bySchool.getOrDefault(school.schoolId(), List.of()));
      } else {
        leftOut.add(school.name());
      }
    }
    leftOut.sort(Comparator.naturalOrder());
    Map<String, TypeCount> kept = new LinkedHashMap<>();
    summed(0, complete).forEach(count -> kept.put(key(count), count));
    List<Recurrence> rows = new ArrayList<>();
    for (TypeCount count : summed(0, counts)) {
      rows.add(overAll(count, kept.get(key(count)), compared, leftOut));
    }
    return rows;
  }

  private Recurrence overAll(
      TypeCount count,
      @org.jspecify.annotations.Nullable TypeCount kept,
      int compared,
      List<String> leftOut) {
    int previous = kept == null ? 0 : kept.previous();
    int current = kept == null ? 0 : kept.current();
    RateTest test = RateTest.of(previous, windows.previousDays(), current, windows.currentDays());
    String words = Evidence.of(previous, current, test);
    return row(
        Recurrence.ALL,
        count,
        compared == 0 ? Verdict.INSUFFICIENT_DATA : Verdict.of(previous, current),
        test,
        leftOut.isEmpty()
            ? words
            : Evidence.leftOut(compared, previous, current, leftOut) + " " + words,
        leftOut.isEmpty() ? words : Evidence.compared(compared, previous, current) + " " + words);
  }

  /** Whole types with zeros, each followed by the sub-types that happened. */
  private List<TypeCount> summed(int schoolId, List<TypeCount> counts) {
    Map<String, TypeCount> whole = new LinkedHashMap<>();
    Map<String, TypeCount> parts = new LinkedHashMap<>();
    counts.stream()
        .sorted(Comparator.comparing(TypeCount::subType))
        .forEach(
            count -> {
              whole.merge(count.breachType(), named(schoolId, count, ""), TypeCount::plus);
              if (!count.subType().isEmpty()) {
                parts.merge(key(count), named(schoolId, count, count.subType()), TypeCount::plus);
              }
            });
    List<TypeCount> rows = new ArrayList<>();
    for (String type : ordered(whole.keySet())) {
      TypeCount sum = whole.getOrDefault(type, new TypeCount(schoolId, type, "", 0, 0, 0, 0));
      if (type.equals(BreachType.UNTYPED) && !sum.happened()) {
        continue;
      }
      rows.add(sum);
      parts.values().stream()
          .filter(part -> part.breachType().equals(type) && part.happened())
          .forEach(rows::add);
    }
    return rows;
  }

  private Set<String> ordered(Set<String> counted) {
    Set<String> order = new LinkedHashSet<>(types);
    counted.stream().sorted().forEach(order::add);
    return order;
  }

  private RateTest test(TypeCount count) {
    return RateTest.of(
        count.previous(), windows.previousDays(), count.current(), windows.currentDays());
  }

  private Recurrence row(
      String school,
      TypeCount count,
      Verdict verdict,
      RateTest test,
      String evidence,
      String shortEvidence) {
    return new Recurrence(
        count.schoolId(),
        school,
        count.breachType(),
        count.subType(),
        windows,
        count.previous(),
        count.current(),
        verdict,
        test,
        evidence,
        shortEvidence,
        count.nearMissesPrevious(),
        count.nearMissesCurrent());
  }

  private static TypeCount named(int schoolId, TypeCount count, String subType) {
    return new TypeCount(
        schoolId,
        count.breachType(),
        subType,
        count.previous(),
        count.current(),
        count.nearMissesPrevious(),
        count.nearMissesCurrent());
  }

  private static String key(TypeCount count) {
    return count.breachType() + "/" + count.subType();
  }
}
