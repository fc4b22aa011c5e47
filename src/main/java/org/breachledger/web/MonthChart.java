package org.breachledger.web;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MonthCount;

/**
 * The months of both halves as bars, as papers draw them: the half before hatched, this half solid,
 * a month that was not submitted in a dashed box. Measures are those of the drawing, 360 wide.
 *
 * @param words every number it shows
 * @param middle where this half begins
 */
record MonthChart(List<Bar> bars, String words, double middle) {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.UK);
  private static final int ROOM = 96;
  private static final int MOST_NAMED = 12;

  /**
   * One month.
   *
   * @param name such as {@code July 2025}
   * @param label the month's first letters; empty where there is no room
   * @param year its year where it is the first drawn of it; else empty
   * @param submitted whether every school sent something for it
   */
  record Bar(
      String name,
      String label,
      String year,
      int count,
      boolean now,
      boolean submitted,
      double x,
      double width,
      int height) {

    /** The middle of the bar. */
    public double centre() {
      return x + width / 2;
    }

    /** The number with a question mark where a school was silent. */
    public String number() {
      return String.format(Locale.UK, "%,d", count) + (submitted ? "" : "?");
    }
  }

  /** The bars of these months, the oldest first. */
  static MonthChart of(List<MonthCount> months, Halves halves) {
    int most = months.stream().mapToInt(MonthCount::counted).reduce(1, Math::max);
    double step = (double) PairChart.WIDTH / Math.max(1, months.size());
    int every = (months.size() + MOST_NAMED - 1) / MOST_NAMED;
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < months.size(); i++) {
      YearMonth month = months.get(i).month();
      bars.add(
          new Bar(
              MONTH.format(month),
              i % every == 0
                  ? month.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH)
                  : "",
              i == 0 || month.getMonthValue() == 1 ? Integer.toString(month.getYear()) : "",
              months.get(i).counted(),
              halves.thisHalf(month),
              months.get(i).submitted(),
              i * step + step * 0.16,
              step * 0.68,
              Math.round((float) months.get(i).counted() * ROOM / most)));
    }
    double middle = bars.stream().filter(bar -> !bar.now()).count() * step;
    return new MonthChart(List.copyOf(bars), words(bars), middle);
  }

  /** Whether a month was not submitted. */
  public boolean silent() {
    return bars.stream().anyMatch(bar -> !bar.submitted());
  }

  private static String words(List<Bar> bars) {
    return bars.stream()
            .map(
                bar ->
                    bar.name()
                        + " "
                        + bar.count()
                        + (bar.submitted() ? "" : ", not submitted in full"))
            .collect(Collectors.joining("; "))
        + ".";
  }
}
