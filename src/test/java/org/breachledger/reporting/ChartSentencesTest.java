package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.recurrence.ControlCharts;
import org.breachledger.recurrence.EvidenceRules;
import org.breachledger.reporting.jasper.ChartLines;
import org.junit.jupiter.api.Test;

/** What a chart says, with its lines worked out by hand. */
class ChartSentencesTest {

  private static final YearMonth FIRST = YearMonth.of(2025, 7);
  private static final EvidenceRules RULES = new EvidenceRules(0.05, 2, 6, 12, 8, 1, 36);

  private static ChartedType months(int... counts) {
    List<LocalDate> days = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      for (int n = 0; n < counts[i]; n++) {
        days.add(FIRST.plusMonths(i).atDay(1 + n % 28));
      }
    }
    return charted(FIRST.plusMonths(counts.length - 1), days);
  }

  private static ChartedType charted(YearMonth last, List<LocalDate> days) {
    return new ChartedType(
        "Lost in transit",
        FIRST,
        last,
        days.size(),
        new ControlCharts(RULES).of(FIRST, last, days));
  }

  /** 48 in twelve months: mean 4, limits 0 and 10. */
  @Test
  void aQuietYear() {
    ChartedType quiet = months(4, 5, 3, 4, 6, 2, 4, 5, 3, 4, 4, 4);
    assertThat(quiet.sentence())
        .isEqualTo(
            "No month stands out: 4 a month on average, and chance alone explains up to 10.");
    assertThat(quiet.under())
        .isEqualTo("48 incidents, July 2025 to June 2026. Each point is a month.");
  }

  /** 300 in twelve months: mean 25, limits 10 and 40. */
  @Test
  void monthsBeyondALimit() {
    assertThat(months(25, 25, 41, 9, 25, 25, 25, 25, 25, 25, 25, 25).sentences())
        .containsExactly(
            "September 2025 with 41 is above the limit of 40.",
            "October 2025 with 9 is below the limit of 10.");
    assertThat(months(25, 25, 40, 10, 25, 25, 25, 25, 25, 25, 25, 25).sentence())
        .isEqualTo(
            "No month stands out: 25 a month on average, and chance alone explains 10 to 40.");
  }

  /** 17 in twelve months, five of them in one: mean 1.4167, limit 4.9874, not "5.0". */
  @Test
  void aLimitIsToldFromTheNumberBeyondIt() {
    assertThat(months(1, 1, 5, 1, 2, 1, 1, 1, 0, 2, 1, 1).sentence())
        .isEqualTo("September 2025 with 5 is above the limit of 4.99.");
  }

  @Test
  void aRowOnOneSide() {
    assertThat(months(2, 2, 2, 2, 2, 2, 2, 2, 3, 5, 6, 6).sentence())
        .isEqualTo(
            "Every month from July 2025 to February 2026 lies below the average of 3, which chance"
                + " seldom does.");
  }

  /** A signal that was over before the halves began is not said again of them. */
  @Test
  void ofTheHalvesOnly() {
    ChartedType old = months(25, 25, 41, 25, 25, 25, 25, 25, 25, 25, 25, 9);
    assertThat(old.since(halves(2025, 9))).startsWith("September 2025 with 41 is above");
    assertThat(old.since(halves(2025, 10))).isEqualTo("June 2026 with 9 is below the limit of 10.");
    assertThat(months(25, 25, 48, 24, 28, 24, 28, 24, 28, 24, 28, 24).since(halves(2025, 10)))
        .startsWith("No month since 1 October 2025 stands out: ");
  }

  private static Halves halves(int year, int month) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new Halves(
        new org.breachledger.calendar.Windows(start, start.plusMonths(4), start.plusMonths(8)));
  }

  /** Five in a year: neither months nor the four waits between bear limits. */
  @Test
  void tooFewForLimits() {
    ChartedType few = months(1, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
    assertThat(few.chart().limits()).isEmpty();
    assertThat(few.sentence())
        .isEqualTo(
            "Only 5 incidents in 12 months: too few to say what is usual, so no limits are drawn.");
    assertThat(new ChartLines(few).words())
        .startsWith("Lost in transit, chart of incidents by month: July 2025 1; August 2025 0; ")
        .endsWith("; June 2026 1. No limits.");
  }

  /** Twelve waits of 30 days and one of 400: mean 58.46, limit 58.46 + 3 * 58.96 = 235.3. */
  @Test
  void aLongWait() {
    List<LocalDate> days = new ArrayList<>(List.of(LocalDate.of(2025, 7, 1)));
    for (int i = 0; i < 13; i++) {
      days.add(days.get(i).plusDays(i == 6 ? 400 : 30));
    }
    ChartedType waits = charted(YearMonth.of(2027, 12), days);
    assertThat(waits.days()).isTrue();
    assertThat(waits.sentence())
        .isEqualTo("The 400 days before 1 February 2027 are longer than the limit of 235.");
    assertThat(new ChartLines(waits).words())
        .contains("chart of the days since the incident before: 31 July 2025 30; ")
        .endsWith("Half of the waits are expected below 40.5; upper limit 235; no lower limit.");
  }

  @Test
  void whoIsCounted() {
    assertThat(new TypeCharts(1, 0, List.of()).sentence()).startsWith("Counted is the school.");
    assertThat(new TypeCharts(4, 0, List.of()).sentence()).startsWith("Counted are all 4 schools.");
    assertThat(new TypeCharts(4, 1, List.of()).sentence())
        .startsWith(
            "Counted are the 4 schools that submitted every month; 1 school is left out, because"
                + " silence would look like success.");
    assertThat(TypeCharts.none().all(SamplePapers.HALVES)).isEmpty();
    assertThat(
            new TypeCharts(1, 0, List.of(months(4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4)))
                .all(SamplePapers.HALVES))
        .isEqualTo(
            "All months since July 2025 were compared. No month stands out: 4 a month on average,"
                + " and chance alone explains up to 10.");
  }
}
