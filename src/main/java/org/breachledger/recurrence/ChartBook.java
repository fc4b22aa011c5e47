package org.breachledger.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.calendar.Windows;

/**
 * Charts every type at every school, and over all schools that submitted every month: as far back
 * as months were submitted without a gap.
 */
public final class ChartBook {

  private final List<String> types;
  private final EvidenceRules rules;

  /**
   * A book by these thresholds.
   *
   * @param types the codes of the breach types to chart, in their order
   */
  public ChartBook(List<String> types, EvidenceRules rules) {
    this.types = List.copyOf(types);
    this.rules = rules;
  }

  /**
   * A counted incident.
   *
   * @param breachType of any type; incidents without one count among all
   */
  public record Happened(int schoolId, String breachType, LocalDate day) {}

  /**
   * The charts up to the end of two windows, all schools first, then each school in its order; of
   * each all types together, then each type that happened. A school that did not submit as many
   * months in a row as a chart needs has none.
   */
  public List<ChartedSeries> charts(
      Windows windows, List<ComparedSchool> schools, List<Happened> incidents) {
    List<YearMonth> whole = windows.wholeMonths();
    if (whole.isEmpty()) {
      return List.of();
    }
    YearMonth last = whole.get(whole.size() - 1);
    int needed = Math.max(rules.chartPoints(), whole.size());
    Map<Integer, YearMonth> begun = new TreeMap<>();
    for (ComparedSchool school : schools) {
      NavigableSet<YearMonth> known =
          ChartedSeries.known(school, last, Math.max(needed, rules.chartMonths()));
      if (known.size() >= needed) {
        begun.put(school.schoolId(), known.first());
      }
    }
    Map<Integer, List<Happened>> bySchool =
        incidents.stream().collect(Collectors.groupingBy(Happened::schoolId));
    List<ChartedSeries> charts = new ArrayList<>(all(schools, begun, last, bySchool));
    for (ComparedSchool school : schools) {
      YearMonth first = begun.get(school.schoolId());
      if (first != null) {
        Counted counted = new Counted(school.schoolId(), school.name(), first, last, 1, List.of());
        charts.addAll(of(counted, bySchool.getOrDefault(school.schoolId(), List.of())));
      }
    }
    return charts;
  }

  private record Counted(
      int schoolId,
      String school,
      YearMonth first,
      YearMonth last,
      int schools,
      List<String> leftOut) {}

  private List<ChartedSeries> all(
      List<ComparedSchool> schools,
      Map<Integer, YearMonth> begun,
      YearMonth last,
      Map<Integer, List<Happened>> bySchool) {
    if (begun.isEmpty()) {
      return List.of();
    }
    YearMonth first = begun.values().stream().max(YearMonth::compareTo).orElseThrow();
    List<String> leftOut =
        schools.stream()
            .filter(school -> school.given() && !begun.containsKey(school.schoolId()))
            .map(ComparedSchool::name)
            .toList();
    return of(
        new Counted(0, Recurrence.ALL, first, last, begun.size(), leftOut),
        begun.keySet().stream()
            .map(school -> bySchool.getOrDefault(school, List.of()))
            .flatMap(Collection::stream)
            .toList());
  }

  private List<ChartedSeries> of(Counted counted, List<Happened> incidents) {
    List<Happened> within =
        incidents.stream()
            .filter(one -> !YearMonth.from(one.day()).isBefore(counted.first()))
            .filter(one -> !YearMonth.from(one.day()).isAfter(counted.last()))
            .toList();
    List<ChartedSeries> charts = new ArrayList<>(List.of(chart(counted, "", within)));
    for (String type : types) {
      List<Happened> some = within.stream().filter(one -> one.breachType().equals(type)).toList();
      if (!some.isEmpty()) {
        charts.add(chart(counted, type, some));
      }
    }
    return charts;
  }

  private ChartedSeries chart(Counted counted, String type, List<Happened> incidents) {
    return new ChartedSeries(
        counted.schoolId(),
        counted.school(),
        type,
        counted.first(),
        counted.last(),
        incidents.size(),
        counted.schools(),
        counted.leftOut(),
        new ControlCharts(rules)
            .of(counted.first(), counted.last(), incidents.stream().map(Happened::day).toList()));
  }
}
