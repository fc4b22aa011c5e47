package org.breachledger.reporting;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.breachledger.recurrence.ControlChart;

/**
 * The incidents of one type against their own past, over months that were all submitted.
 *
 * @param title the type's title, or that it is all types together
 * @param first the first month
 * @param last the last month, inclusive
 */
public record ChartedType(
    String title, YearMonth first, YearMonth last, int incidents, ControlChart chart) {

  /** What is charted and over which months. */
  public String under() {
    return Words.capitalCount(incidents, "incident")
        + ", "
        + Words.month(first)
        + " to "
        + Words.month(last)
        + (days()
            ? ". Each point is the days since the incident before."
            : ". Each point is a month.");
  }

  /** What the chart says. */
  public String sentence() {
    return String.join(" ", sentences());
  }

  /** What the chart says, one sentence for each finding. */
  public List<String> sentences() {
    return new ChartSentences(this).list();
  }

  /** What the chart says of two halves; what was over before they began is left out. */
  String since(Halves halves) {
    return String.join(" ", new ChartSentences(this).since(halves.start()));
  }

  /** How many months it looks back over. */
  int months() {
    return (int) first.until(last, java.time.temporal.ChronoUnit.MONTHS) + 1;
  }

  /** A number of the chart: a count as it is, a limit with one decimal. */
  public static String number(double value) {
    return Words.measure(value);
  }

  /** Whether a point is the days since the incident before; otherwise it is a month's incidents. */
  public boolean days() {
    return chart.kind() == ControlChart.Kind.DAYS_BETWEEN;
  }

  /** The name of a point: its month, or the day of its incident. */
  public String name(ControlChart.Point point) {
    LocalDate day = point.day();
    return days() ? Words.day(day) : Words.month(YearMonth.from(day));
  }
}
