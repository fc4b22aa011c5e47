package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.calendar.Windows;
import org.breachledger.recurrence.ChartBook.Happened;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which months and which schools are charted: never a month that nobody submitted. */
class ChartBookTest {

  private static final Windows HALVES = Windows.at(LocalDate.of(2026, 7, 1), 6);
  private static final YearMonth LAST = YearMonth.of(2026, 6);
  private static final EvidenceRules RULES = new EvidenceRules(0.05, 2, 6, 12, 8, 1, 36);
  private static final ChartBook BOOK = new ChartBook(List.of("A", "B"), RULES);

  private static ComparedSchool school(int id, int months, YearMonth... without) {
    Set<YearMonth> submitted = new TreeSet<>();
    for (int i = 0; i < months; i++) {
      submitted.add(LAST.minusMonths(i));
    }
    submitted.removeAll(List.of(without));
    return new ComparedSchool(id, "School " + id, submitted);
  }

  private static List<Happened> each(int school, String type, int months) {
    List<Happened> all = new ArrayList<>();
    for (int i = 0; i < months; i++) {
      all.add(new Happened(school, type, LAST.minusMonths(i).atDay(3)));
    }
    return all;
  }

  @ParameterizedTest(name = "{0} months submitted")
  @CsvSource({
    "11, 0, ",
    "12, 12, 2025-07",
    "13, 13, 2025-06",
    "36, 36, 2023-07",
    "40, 36, 2023-07"
  })
  void asFarBackAsMonthsWereSubmitted(int submitted, int charted, YearMonth first) {
    List<ChartedSeries> charts =
        BOOK.charts(HALVES, List.of(school(1, submitted)), each(1, "A", 50));
    assertThat(charts).hasSize(charted == 0 ? 0 : 4);
    assertThat(charts)
        .allSatisfy(
            series -> {
              assertThat(series.first()).isEqualTo(first);
              assertThat(series.last()).isEqualTo(LAST);
              assertThat(series.incidents()).isEqualTo(charted);
              assertThat(series.chart().points()).hasSize(charted);
            });
  }

  @Test
  void aMonthNobodySubmittedEndsThePeriod() {
    List<ChartedSeries> charts =
        BOOK.charts(HALVES, List.of(school(1, 36, YearMonth.of(2025, 2))), each(1, "A", 36));
    assertThat(charts).extracting(ChartedSeries::first).containsOnly(YearMonth.of(2025, 3));
    assertThat(BOOK.charts(HALVES, List.of(school(1, 36, YearMonth.of(2025, 9))), each(1, "A", 36)))
        .isEmpty();
  }

  @Test
  void allSchoolsAreTheCompleteOnes() {
    List<Happened> incidents = new ArrayList<>(each(1, "A", 12));
    incidents.addAll(each(2, "B", 24));
    incidents.addAll(each(3, "B", 12));
    List<ChartedSeries> charts =
        BOOK.charts(
            HALVES,
            List.of(school(1, 36), school(2, 24), school(3, 36, YearMonth.of(2026, 1))),
            incidents);
    assertThat(charts)
        .extracting(series -> series.school() + " " + series.breachType() + series.incidents())
        .containsExactly(
            "* 36", "* A12", "* B24", "School 1 12", "School 1 A12", "School 2 24", "School 2 B24");
    assertThat(charts.get(0).first()).isEqualTo(YearMonth.of(2024, 7));
    assertThat(charts.get(0).schools()).isEqualTo(2);
    assertThat(charts.get(0).leftOut()).containsExactly("School 3");
    assertThat(charts.get(3).first()).isEqualTo(YearMonth.of(2023, 7));
  }

  /** Incidents without a type count among all and have no chart of their own. */
  @Test
  void theUntypedAreCountedAmongAll() {
    assertThat(BOOK.charts(HALVES, List.of(school(1, 12)), each(1, "UNTYPED", 12)))
        .extracting(series -> series.school() + " " + series.breachType() + series.incidents())
        .containsExactly("* 12", "School 1 12");
  }

  /** Half months at the ends of odd windows are no points. */
  @Test
  void onlyWholeMonths() {
    Windows odd = Windows.at(LocalDate.of(2026, 7, 15), 6);
    assertThat(BOOK.charts(odd, List.of(school(1, 20)), each(1, "A", 20)))
        .extracting(ChartedSeries::last)
        .containsOnly(LAST);
  }
}
