package org.breachledger.reporting.store;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.recurrence.ChartedSeries;
import org.breachledger.reporting.TraceLine;

/**
 * Finds the incidents behind the charts of a paper, which look back further than its halves and
 * leave out schools that were silent.
 */
record ChartTrace(
    HalfRegister register,
    List<HalfRegister.School> schools,
    PaperCharts charts,
    PaperTrace trace) {

  /** As many lines for each chart of one school, or over all for school 0, as it has incidents. */
  List<TraceLine> of(int schoolId) {
    List<ChartedSeries> all = charts.series(schoolId);
    if (all.isEmpty()) {
      return List.of();
    }
    YearMonth first =
        all.stream().map(ChartedSeries::first).min(Comparator.naturalOrder()).orElseThrow();
    YearMonth last =
        all.stream().map(ChartedSeries::last).max(Comparator.naturalOrder()).orElseThrow();
    List<HalfIncident> counted =
        register.incidents(first.atDay(1), last.plusMonths(1).atDay(1)).stream()
            .filter(HalfIncident::counted)
            .toList();
    return all.stream().flatMap(series -> behind(series, counted)).toList();
  }

  private Stream<TraceLine> behind(ChartedSeries series, List<HalfIncident> counted) {
    Set<Integer> silent = silent(series);
    return counted.stream()
        .filter(one -> drawn(one, series, silent))
        .map(one -> trace.line(one, charts.title(series)));
  }

  /** The schools a chart leaves out. */
  private Set<Integer> silent(ChartedSeries series) {
    return schools.stream()
        .filter(school -> series.leftOut().contains(school.written()))
        .map(HalfRegister.School::schoolId)
        .collect(Collectors.toSet());
  }

  private static boolean drawn(HalfIncident one, ChartedSeries series, Set<Integer> silent) {
    return one.in(series.first().atDay(1), series.last().plusMonths(1).atDay(1))
        && (series.breachType().isEmpty() || series.breachType().equals(one.breachType()))
        && (series.schoolId() == 0
            ? !silent.contains(one.schoolId())
            : series.schoolId() == one.schoolId());
  }
}
