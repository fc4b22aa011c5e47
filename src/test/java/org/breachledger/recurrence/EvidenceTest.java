package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.breachledger.policy.RefusedTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words beside the count rule: 1 July 2025 to 30 June 2026, 184 days against 181. */
class EvidenceTest {

  private static final Windows HALVES = Windows.at(LocalDate.of(2026, 7, 1), 6);
  private static final String PROFILE = "policies/category-levels.yaml";
  private static final List<String> TYPES = List.of("A", "B", "C", "D", "E", "F", "G", "H");

  private static List<Recurrence> compare(
      EditedPolicy policy, Set<YearMonth> submitted, TypeCount... counts) {
    return new Comparison(
            HALVES,
            TYPES,
            EvidenceRules.read(policy, PolicyProfile.read(policy, PolicyProfile.DEFAULT)),
            SchoolCalendars.read(policy))
        .compare(List.of(new ComparedSchool(1, "Elm", submitted)), List.of(counts));
  }

  /** What is said of type A at the one school there is. */
  private static String said(EditedPolicy policy, TypeCount... counts) {
    return compare(policy, Set.copyOf(HALVES.months()), counts).stream()
        .filter(row -> row.school().equals("Elm") && row.breachType().equals("A"))
        .findFirst()
        .orElseThrow()
        .evidence();
  }

  private static TypeCount count(String type, int previous, int current) {
    return new TypeCount(1, type, "", previous, current, 0, 0);
  }

  private static TypeCount months(int lastYear, Integer... months) {
    int previous = 0;
    int current = 0;
    for (int i = 0; i < 12; i++) {
      previous += i < 6 ? months[i] : 0;
      current += i < 6 ? 0 : months[i];
    }
    return new TypeCount(1, "A", "", previous, current, 0, 0, lastYear, List.of(months));
  }

  @ParameterizedTest(name = "{0} before, {1} now: {2}")
  @CsvSource({
    "0, 0, No incident in either half.",
    "5, 0, Too few incidents to tell a fall from chance.",
    "6, 0, The fall is more than chance easily explains (p = 0.033).",
    "0, 5, A change of this size is within what chance explains (p = 0.060).",
    "0, 6, The rise is more than chance easily explains (p = 0.030).",
    "9, 2, A change of this size is within what chance explains (p = 0.070).",
    "30, 5, The fall is more than chance easily explains (p < 0.001).",
  })
  void whatChanceExplains(int previous, int current, String words) {
    assertThat(said(EditedPolicy.shipped(), count("A", previous, current))).isEqualTo(words);
  }

  /** Seven other types with an incident each: 0.033 becomes 8 times as much, 0.263. */
  @Test
  void manyComparisonsAreAllowedFor() {
    List<TypeCount> counts = new ArrayList<>(List.of(count("A", 6, 0)));
    TYPES.subList(1, 8).forEach(type -> counts.add(count(type, 1, 1)));
    assertThat(said(EditedPolicy.shipped(), counts.toArray(TypeCount[]::new)))
        .isEqualTo(
            "Taken alone the fall is more than chance easily explains (p = 0.033); after allowing"
                + " for 8 comparisons it is within what chance explains (p = 0.263).");
  }

  /** What still stands after allowing for the others is said as it was; sub-types count apart. */
  @Test
  void aClearFallStandsAmongMany() {
    List<TypeCount> counts = new ArrayList<>(List.of(count("A", 30, 5)));
    TYPES.subList(1, 8).forEach(type -> counts.add(count(type, 1, 1)));
    assertThat(said(EditedPolicy.shipped(), counts.toArray(TypeCount[]::new)))
        .isEqualTo("The fall is more than chance easily explains (p < 0.001).");
    assertThat(
            said(
                EditedPolicy.shipped(),
                new TypeCount(1, "A", "x", 6, 0, 0, 0),
                new TypeCount(1, "B", "", 0, 0, 0, 0)))
        .isEqualTo("The fall is more than chance easily explains (p = 0.033).");
  }

  @ParameterizedTest(name = "significance {0}: {1}")
  @CsvSource({
    "0.05, The fall is more than chance easily explains (p = 0.033).",
    "0.01, Too few incidents to tell a fall from chance.",
    "0.03, Too few incidents to tell a fall from chance.",
  })
  void theProfileSaysWhatIsMoreThanChance(String significance, String words) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .replace(PROFILE, "significance: 0.05", "significance: " + significance);
    assertThat(said(edited, count("A", 6, 0))).isEqualTo(words);
  }

  /** Twelve in one month of twelve: mean 1, squares 121 + 11, over 11: index 12. */
  @Test
  void clustersAreNamed() {
    assertThat(said(EditedPolicy.shipped(), months(0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
        .isEqualTo(
            "The fall is more than chance easily explains (p < 0.001). Incidents came in clusters"
                + " (dispersion index 12.0; about 1 where each happens by itself), so that a change"
                + " says less.");
  }

  /** Two months of three each: mean 0.5, squares 15, over 11 and over 0.5: 2.727. */
  @ParameterizedTest(name = "{0} with {1}: {2}")
  @CsvSource({"2, 6, true", "2.72, 6, true", "2.73, 6, false", "2, 7, false"})
  void theThresholdsOfClustersAreData(String index, int incidents, boolean named) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .replace(EvidenceRules.FILE, "clustering: 2", "clustering: " + index)
            .replace(
                EvidenceRules.FILE,
                "clustering-incidents: 6",
                "clustering-incidents: " + incidents);
    assertThat(said(edited, months(0, 3, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0)).contains("clusters"))
        .isEqualTo(named);
  }

  @Test
  void theSameHalfLastYearIsSaidWhereItWasSubmitted() {
    Set<YearMonth> submitted = new HashSet<>(HALVES.months());
    submitted.addAll(HALVES.lastYear().currentMonths());
    TypeCount count = months(4, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0);
    assertThat(compare(EditedPolicy.shipped(), submitted, count).get(0).evidence())
        .isEqualTo("Too few incidents to tell a fall from chance. The same half last year: 4.");
    submitted.remove(YearMonth.of(2025, 3));
    assertThat(compare(EditedPolicy.shipped(), submitted, count).get(0).evidence())
        .isEqualTo("Too few incidents to tell a fall from chance.");
  }

  /**
   * July 2025 to June 2026 has 132 and 129 days from Monday to Friday; less three bank holidays in
   * the first half and five in the second, less the holidays given, 126 and 119 are left: 3 and 6
   * in them are 2.4 and 5.0 in 100.
   */
  @Test
  void perHundredSchoolDaysWhereACalendarIsGiven() {
    EditedPolicy described =
        EditedPolicy.shipped()
            .with(SchoolCalendars.YEARS, "school,from,to\n,2025-07-01,2026-06-30\n")
            .with(
                "calendars/school-holidays.csv",
                "school,from,to,name\n,2025-10-27,2025-10-29,autumn\nElm,2026-02-16,2026-02-20,w\n"
                    + "Oak,2026-03-02,2026-03-06,another school's\n");
    assertThat(said(described, count("A", 3, 6)))
        .endsWith(" Per 100 school days: 2.4 before, 5.0 now.");
    EditedPolicy aDayShort =
        described.with(SchoolCalendars.YEARS, "school,from,to\n,2025-07-01,2026-06-29\n");
    assertThat(said(aDayShort, count("A", 3, 6))).doesNotContain("school days");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "clustering: 2 | clustering: often | jobs/recurrence/evidence.yaml, line %d: key"
            + " \"clustering\" must be a number such as 2 or 1.5",
        "clustering: 2 | clustering: 0 | jobs/recurrence/evidence.yaml, line %d: key \"clustering\""
            + " must be above 0",
        "chart-points: 12 | chart-points: 1 | jobs/recurrence/evidence.yaml, line %d: key"
            + " \"chart-points\" must be a whole number of 2 or more",
        "chart-run: 8 | chart-runs: 8 | jobs/recurrence/evidence.yaml, line %d: key \"chart-runs\""
            + " is unknown; allowed are clustering, clustering-incidents, chart-points, chart-run,"
            + " rare-below, chart-months",
      })
  void wrongThresholdsAreRefusedByLine(String old, String wanted, String message) {
    EditedPolicy edited = EditedPolicy.shipped().replace(EvidenceRules.FILE, old, wanted);
    assertThatThrownBy(() -> said(edited, count("A", 1, 1)))
        .isInstanceOf(RefusedTable.class)
        .hasMessage(message.formatted(edited.lineOf(EvidenceRules.FILE, wanted)));
  }
}
