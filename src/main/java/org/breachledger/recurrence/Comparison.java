package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.calendar.Windows;

/**
 * Compares the last six months with the six before, for every breach type and sub-type, for each
 * school and for all [002].
 *
 * <p>A verdict is withheld where a month of either half was not submitted: silence is never called
 * a success, neither by a verdict nor in words. Counts are always shown.
 */
public final class Comparison {

  private final Windows windows;
  private final TypeSums sums;
  private final EvidenceRules rules;
  private final SchoolCalendars calendars;

  /**
   * A comparison over two halves.
   *
   * @param types the codes of all breach types, in the order of the table
   * @param rules when numbers are said to show something
   * @param calendars the school days, where they are given
   */
  public Comparison(
      Windows windows, List<String> types, EvidenceRules rules, SchoolCalendars calendars) {
    this.windows = windows;
    this.sums = new TypeSums(types);
    this.rules = rules;
    this.calendars = calendars;
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
    List<ComparedSchool> ordered =
        schools.stream()
            .sorted(
                Comparator.comparing(ComparedSchool::name).thenComparing(ComparedSchool::schoolId))
            .toList();
    List<Recurrence> rows = new ArrayList<>(all(ordered, bySchool, counts));
    for (ComparedSchool school : ordered) {
      rows.addAll(school(school, bySchool.getOrDefault(school.schoolId(), List.of())));
    }
    return rows;
  }

  private List<Recurrence> school(ComparedSchool school, List<TypeCount> counts) {
    List<TypeCount> shown = sums.of(school.schoolId(), counts);
    if (school.missing(windows).isEmpty()) {
      return report(school.name(), shown, shown, List.of(school), List.of(), "");
    }
    String missing = Evidence.notSubmitted(school.missing(windows));
    return Tested.report(shown, windows).stream()
        .map(
            tested ->
                withheld(
                    school.name(),
                    tested.count(),
                    ComparedCounts.ofAll(tested.count().previous(), tested.count().current()),
                    tested.test(),
                    missing,
                    missing))
        .toList();
  }

  private List<Recurrence> all(
      List<ComparedSchool> schools,
      Map<Integer, List<TypeCount>> bySchool,
      List<TypeCount> counts) {
    List<ComparedSchool> complete =
        schools.stream()
            .filter(ComparedSchool::given)
            .filter(school -> school.missing(windows).isEmpty())
            .toList();
    List<String> leftOut =
        schools.stream()
            .filter(ComparedSchool::given)
            .filter(school -> !school.missing(windows).isEmpty())
            .map(ComparedSchool::name)
            .toList();
    Map<String, TypeCount> kept = new LinkedHashMap<>();
    List<TypeCount> compared = new ArrayList<>();
    Stream.concat(
            complete.stream(),
            schools.stream().filter(school -> !complete.isEmpty() && !school.given()))
        .forEach(school -> compared.addAll(bySchool.getOrDefault(school.schoolId(), List.of())));
    sums.of(0, compared).forEach(count -> kept.put(TypeSums.key(count), count));
    List<TypeCount> shown = sums.of(0, counts);
    return report(
        Recurrence.ALL,
        shown,
        shown.stream()
            .map(
                count ->
                    kept.getOrDefault(
                        TypeSums.key(count),
                        TypeCount.none(0, count.breachType(), count.subType())))
            .toList(),
        complete,
        leftOut,
        unnamed(schools));
  }

  /** Why nothing is compared where no row says whose it is. */
  private static String unnamed(List<ComparedSchool> schools) {
    return !schools.isEmpty() && schools.stream().noneMatch(ComparedSchool::given)
        ? Evidence.NO_SCHOOL
        : "";
  }

  /** The rows of one report: shown are all counts, compared those of the complete schools. */
  private List<Recurrence> report(
      String name,
      List<TypeCount> shown,
      List<TypeCount> counts,
      List<ComparedSchool> complete,
      List<String> leftOut,
      String unnamed) {
    boolean lastYear =
        complete.stream()
            .allMatch(school -> school.submitted().containsAll(windows.lastYear().currentMonths()));
    Optional<Exposure> exposure = Exposure.of(complete, calendars, windows);
    List<Tested> tested = Tested.report(counts, windows);
    List<Recurrence> rows = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      Tested one = tested.get(i);
      int before = one.count().previous();
      int now = one.count().current();
      String left =
          leftOut.isEmpty() ? unnamed : Evidence.leftOut(complete.size(), before, now, leftOut);
      String sums = leftOut.isEmpty() ? unnamed : Evidence.compared(complete.size(), before, now);
      ComparedCounts compared = new ComparedCounts(before, now, leftOut.size());
      if (complete.isEmpty()) {
        rows.add(withheld(name, shown.get(i), compared, one.test(), left, sums));
      } else {
        String full = Evidence.full(one, rules, lastYear, exposure);
        rows.add(
            row(
                name,
                shown.get(i),
                Verdict.of(before, now),
                compared,
                one.test(),
                (left + " " + full).strip(),
                (sums + " " + Evidence.brief(one, rules)).strip()));
      }
    }
    return rows;
  }

  private Recurrence withheld(
      String school,
      TypeCount count,
      ComparedCounts compared,
      RateTest test,
      String evidence,
      String brief) {
    return row(school, count, Verdict.INSUFFICIENT_DATA, compared, test, evidence, brief);
  }

  private Recurrence row(
      String school,
      TypeCount count,
      Verdict verdict,
      ComparedCounts compared,
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
        compared,
        test,
        evidence,
        shortEvidence,
        count.nearMissesPrevious(),
        count.nearMissesCurrent(),
        months(count));
  }

  /** The months of a count, zeros where nothing was counted. */
  private List<Integer> months(TypeCount count) {
    return count.months().isEmpty()
        ? Collections.nCopies(windows.wholeMonths().size(), 0)
        : count.months();
  }
}
