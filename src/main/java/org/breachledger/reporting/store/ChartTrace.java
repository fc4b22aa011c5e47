package org.breachledger.reporting.store;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.breachledger.recurrence.ChartedSeries;
import org.breachledger.reporting.TraceLine;

/**
 * Finds the incidents behind the charts of a paper, which look back further than its halves and
 * leave out schools that were silent.
 */
record ChartTrace(HalfRegister register, PaperCharts charts, PaperTrace trace) {

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
    return all.stream()
        .flatMap(
            series ->
                counted.stream()
                    .filter(one -> drawn(one, series))
                    .map(one -> trace.line(one, charts.title(series))))
        .toList();
  }

  private static boolean drawn(HalfIncident one, ChartedSeries series) {
    return one.in(series.first().atDay(1), series.last().plusMonths(1).atDay(1))
        && (series.breachType().isEmpty() || series.breachType().equals(one.breachType()))
        && (series.schoolId() == 0
            ? !series.leftOut().contains(one.school())
            : series.schoolId() == one.schoolId());
  }
}
