package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;
import org.breachledger.recurrence.ControlChart.Rule;
import org.breachledger.recurrence.ControlChart.Signal;

/** Looks a chart through for what chance does not easily explain. */
record ChartSignals(List<Point> points, Limits limits, int run) {

  /** Every signal, by its first point. */
  List<Signal> list() {
    List<Signal> signals = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      double value = points.get(i).value();
      if (value > limits.upper() || value < limits.lower()) {
        signals.add(new Signal(Rule.BEYOND_LIMIT, i, i, value > limits.upper()));
      }
    }
    int first = 0;
    for (int i = 1; i <= points.size(); i++) {
      if (i == points.size() || side(i) != side(first)) {
        if (side(first) != 0 && i - first >= run) {
          signals.add(new Signal(Rule.RUN, first, i - 1, side(first) > 0));
        }
        first = i;
      }
    }
    signals.sort(Comparator.comparingInt(Signal::first).thenComparing(Signal::rule));
    return signals;
  }

  private int side(int point) {
    return Double.compare(points.get(point).value(), limits.centre());
  }
}
