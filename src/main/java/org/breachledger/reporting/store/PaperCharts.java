package org.breachledger.reporting.store;

import java.util.List;
import org.breachledger.recurrence.ChartedSeries;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.reporting.ChartedType;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.TypeCharts;
import org.jspecify.annotations.Nullable;

/** The charts of one run's papers, read once when the first paper asks. */
final class PaperCharts {

  private final ChartRegister register;
  private final Halves halves;
  private final PaperWords words;
  private @Nullable List<ChartedSeries> read;

  PaperCharts(ChartRegister register, Halves halves, PaperWords words) {
    this.register = register;
    this.halves = halves;
    this.words = words;
  }

  /** The charts of one school, or over all complete ones for school 0. */
  TypeCharts of(int schoolId) {
    List<ChartedSeries> own = series(schoolId);
    return own.isEmpty()
        ? TypeCharts.none()
        : new TypeCharts(
            own.get(0).schools(),
            own.get(0).leftOut().size(),
            own.stream().map(this::titled).toList());
  }

  /** What the charts of one school are made of, or those over all complete ones for school 0. */
  List<ChartedSeries> series(int schoolId) {
    return all().stream().filter(series -> series.schoolId() == schoolId).toList();
  }

  /** What a chart is called. */
  String title(ChartedSeries series) {
    return series.breachType().isEmpty() ? "All types together" : words.type(series.breachType());
  }

  private List<ChartedSeries> all() {
    List<ChartedSeries> all = read;
    if (all == null) {
      all = register.charts(halves.windows());
      read = all;
    }
    return all;
  }

  private ChartedType titled(ChartedSeries series) {
    return new ChartedType(
        title(series), series.first(), series.last(), series.incidents(), series.chart());
  }
}
