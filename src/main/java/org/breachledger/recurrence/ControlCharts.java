package org.breachledger.recurrence;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breachledger.recurrence.ControlChart.Kind;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;

/**
 * Draws the chart a series of incidents can bear: months where there are enough of both, days
 * between where incidents are rare, and no limits where neither is honest.
 */
public final class ControlCharts {

  private static final double SIGMAS = 3;
  private static final double MOVING_RANGES = 2.66; // 3 over 1.128, the mean range of two

  private final EvidenceRules rules;

  /** Charts by these thresholds. */
  public ControlCharts(EvidenceRules rules) {
    this.rules = rules;
  }

  /**
   * The chart of some incidents.
   *
   * @param first the first month, every day of which is known
   * @param last the last month, inclusive
   * @param days the day of each incident; those outside the months are left out
   */
  public ControlChart of(YearMonth first, YearMonth last, List<LocalDate> days) {
    List<LocalDate> within =
        days.stream()
            .filter(day -> !day.isBefore(first.atDay(1)) && !day.isAfter(last.atEndOfMonth()))
            .sorted()
            .toList();
    List<Point> months = months(first, last, within);
    boolean rare = within.size() < rules.rareBelow() * months.size();
    List<Point> waits = waits(within);
    if (rare && waits.size() >= rules.chartPoints()) {
      return chart(Kind.DAYS_BETWEEN, waits, waited(mean(waits)));
    }
    if (rare || months.size() < rules.chartPoints()) {
      return new ControlChart(Kind.COUNTS, months, Optional.empty(), List.of());
    }
    return clustered(months, within.size())
        ? chart(Kind.INDIVIDUALS, months, about(mean(months), MOVING_RANGES * range(months)))
        : chart(Kind.COUNTS, months, about(mean(months), SIGMAS * Math.sqrt(mean(months))));
  }

  private static List<Point> months(YearMonth first, YearMonth last, List<LocalDate> days) {
    int count = (int) first.until(last, ChronoUnit.MONTHS) + 1;
    int[] incidents = new int[count];
    for (LocalDate day : days) {
      incidents[(int) first.until(YearMonth.from(day), ChronoUnit.MONTHS)]++;
    }
    return IntStream.range(0, count)
        .mapToObj(i -> new Point(first.plusMonths(i).atDay(1), incidents[i]))
        .toList();
  }

  private static List<Point> waits(List<LocalDate> days) {
    List<Point> waits = new ArrayList<>();
    for (int i = 1; i < days.size(); i++) {
      waits.add(new Point(days.get(i), days.get(i - 1).until(days.get(i), ChronoUnit.DAYS)));
    }
    return waits;
  }

  private boolean clustered(List<Point> months, int incidents) {
    List<Integer> counts = months.stream().map(month -> (int) month.value()).toList();
    return incidents >= rules.clusteringIncidents()
        && Dispersion.index(counts).orElse(0) >= rules.clustering();
  }

  private static double mean(List<Point> points) {
    return points.stream().mapToDouble(Point::value).average().orElse(0);
  }

  private static double range(List<Point> points) {
    return IntStream.range(1, points.size())
        .mapToDouble(i -> Math.abs(points.get(i).value() - points.get(i - 1).value()))
        .average()
        .orElse(0);
  }

  private static Limits about(double mean, double spread) {
    return new Limits(Math.max(0, mean - spread), mean, mean + spread);
  }

  private static Limits waited(double mean) {
    return new Limits(0, Math.log(2) * mean, mean + SIGMAS * Math.sqrt(mean * (mean + 1)));
  }

  private ControlChart chart(Kind kind, List<Point> points, Limits limits) {
    return new ControlChart(
        kind,
        points,
        Optional.of(limits),
        new ChartSignals(points, limits, rules.chartRun()).list());
  }
}
