package org.breachledger.pipeline.exports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.recurrence.ChartedSeries;
import org.breachledger.recurrence.ControlChart;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;
import org.breachledger.recurrence.ControlChart.Rule;
import org.breachledger.recurrence.ControlChart.Signal;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/** The control charts of the papers, a row for each point. Call within a transaction. */
public final class ChartTables {

  /**
   * The columns: an empty type is all types together, {@code day} the first day of the month or the
   * day of the incident, {@code value} incidents or days since the one before; empty limits are
   * such as cannot honestly be drawn.
   */
  public static final List<String> COLUMNS =
      List.of(
          "school",
          "breach_type",
          "kind",
          "first_month",
          "last_month",
          "day",
          "value",
          "lower",
          "centre",
          "upper",
          "signal");

  private final ChartRegister charts;
  private final Imprints imprints;

  /** Tables of the charts that papers at an as-of would print. */
  public ChartTables(ChartRegister charts, Imprints imprints) {
    this.charts = charts;
    this.imprints = imprints;
  }

  /** Every point of every chart, as the register stands. */
  void charts(AsOf asOf, Consumer<List<@Nullable Object>> out) {
    for (ChartedSeries series : charts.charts(imprints.halves(asOf.anchor()).windows())) {
      for (int i = 0; i < series.chart().points().size(); i++) {
        out.accept(row(series, i));
      }
    }
  }

  private static List<@Nullable Object> row(ChartedSeries series, int at) {
    ControlChart chart = series.chart();
    Point point = chart.points().get(at);
    Optional<Limits> limits = chart.limits();
    String school = series.school();
    return Arrays.asList(
        school.equals(Recurrence.ALL) ? school : new Outside(school),
        series.breachType(),
        chart.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        series.first().toString(),
        series.last().toString(),
        point.day().toString(),
        (long) point.value(),
        limits.map(Limits::lower).orElse(null),
        limits.map(Limits::centre).orElse(null),
        limits.map(Limits::upper).orElse(null),
        signals(chart, at));
  }

  private static @Nullable String signals(ControlChart chart, int at) {
    String found =
        chart.signals().stream()
            .filter(signal -> signal.first() <= at && at <= signal.last())
            .map(ChartTables::word)
            .collect(Collectors.joining(";"));
    return found.isEmpty() ? null : found;
  }

  private static String word(Signal signal) {
    return (signal.rule() == Rule.RUN ? "run-" : "") + (signal.above() ? "above" : "below");
  }
}
