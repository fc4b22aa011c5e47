package org.breachledger.reporting;

import java.time.LocalDate;
import java.util.List;
import org.breachledger.recurrence.ControlChart;
import org.breachledger.recurrence.ControlChart.Kind;
import org.breachledger.recurrence.ControlChart.Limits;
import org.breachledger.recurrence.ControlChart.Point;
import org.breachledger.recurrence.ControlChart.Rule;
import org.breachledger.recurrence.ControlChart.Signal;

/** What a control chart says in plain sentences, made of its numbers alone. */
final class ChartSentences {

  private final ChartedType type;
  private final ControlChart chart;

  ChartSentences(ChartedType type) {
    this.type = type;
    this.chart = type.chart();
  }

  /** One sentence for each finding; one that there is none, or why nothing can be found. */
  List<String> list() {
    return since(LocalDate.MIN);
  }

  /** The same of what was not over before a day. */
  List<String> since(LocalDate day) {
    if (chart.limits().isEmpty()) {
      return List.of(
          "Only "
              + Words.count(type.incidents(), "incident")
              + " in "
              + type.months()
              + " months: too few to say what is usual, so no limits are drawn.");
    }
    Limits limits = chart.limits().get();
    List<String> found =
        chart.signals().stream()
            .filter(signal -> !chart.points().get(signal.last()).day().isBefore(day))
            .map(signal -> sentence(signal, limits))
            .toList();
    return found.isEmpty() ? List.of(quiet(limits, day)) : found;
  }

  private String quiet(Limits limits, LocalDate day) {
    String since = chart.signals().isEmpty() ? "" : " since " + Words.day(day);
    if (chart.kind() == Kind.DAYS_BETWEEN) {
      return "No wait between two incidents"
          + since
          + " stands out: half are expected to be shorter than "
          + Words.measure(limits.centre())
          + " days, and chance alone explains up to "
          + Words.measure(limits.upper())
          + ".";
    }
    return "No month"
        + since
        + " stands out: "
        + Words.measure(limits.centre())
        + " a month on average, and chance alone explains "
        + (limits.lower() > 0
            ? Words.measure(limits.lower()) + " to " + Words.measure(limits.upper())
            : "up to " + Words.measure(limits.upper()))
        + ".";
  }

  private String sentence(Signal signal, Limits limits) {
    return chart.kind() == Kind.DAYS_BETWEEN ? waited(signal, limits) : counted(signal, limits);
  }

  private String counted(Signal signal, Limits limits) {
    Point first = chart.points().get(signal.first());
    String side = signal.above() ? " above " : " below ";
    if (signal.rule() == Rule.BEYOND_LIMIT) {
      return type.name(first)
          + " with "
          + Words.measure(first.value())
          + " is"
          + side
          + "the limit of "
          + Words.limit(signal.above() ? limits.upper() : limits.lower(), first.value())
          + ".";
    }
    return "Every month from "
        + type.name(first)
        + " to "
        + type.name(chart.points().get(signal.last()))
        + " lies"
        + side
        + "the average of "
        + Words.measure(limits.centre())
        + ", which chance seldom does.";
  }

  private String waited(Signal signal, Limits limits) {
    Point first = chart.points().get(signal.first());
    if (signal.rule() == Rule.BEYOND_LIMIT) {
      return "The "
          + Words.measure(first.value())
          + " days before "
          + type.name(first)
          + " are longer than the limit of "
          + Words.limit(limits.upper(), first.value())
          + ".";
    }
    return (signal.last() - signal.first() + 1)
        + " waits in a row, up to "
        + type.name(chart.points().get(signal.last()))
        + ", are "
        + (signal.above() ? "longer" : "shorter")
        + " than the usual "
        + Words.measure(limits.centre())
        + " days: these incidents follow each other "
        + (signal.above() ? "more slowly." : "faster.");
  }
}
