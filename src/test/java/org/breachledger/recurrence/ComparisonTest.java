package org.breachledger.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.breachledger.calendar.Windows;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** This six months against the last, as [002] asks. */
class ComparisonTest {

  private static final Windows HALVES = Windows.at(LocalDate.of(2026, 7, 1), 6);
  private static final Comparison COMPARISON =
      new Comparison(
          HALVES,
          List.of("LOST_IN_TRANSIT", "DISCLOSED_IN_ERROR"),
          EvidenceRules.read(
              EditedPolicy.shipped(),
              PolicyProfile.read(EditedPolicy.shipped(), PolicyProfile.DEFAULT)),
          SchoolCalendars.read(EditedPolicy.shipped()));
  private static final ComparedSchool ELM = school(1, "Elm");
  private static final ComparedSchool OAK = school(2, "Oak");

  @ParameterizedTest
  @CsvSource({
    "3, 0, CEASED",
    "3, 1, REDUCED",
    "3, 2, REDUCED",
    "3, 3, NOT_REDUCED",
    "3, 4, NOT_REDUCED",
    "1, 1, NOT_REDUCED",
    "1, 0, CEASED",
    "0, 1, NEW",
    "0, 0, NONE"
  })
  void theVerdictFollowsTheCounts(int previous, int current, Verdict verdict) {
    assertThat(Verdict.of(previous, current)).isEqualTo(verdict);
  }

  @Test
  void aMonthNotSubmittedWithholdsTheVerdictAndShowsTheCounts() {
    ComparedSchool gap = without(ELM, YearMonth.of(2025, 8));
    Recurrence row = find(COMPARISON.compare(List.of(gap), List.of(count(1, "", 3, 0))), "Elm", "");
    assertThat(row.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    assertThat(row.previous()).isEqualTo(3);
    assertThat(row.evidence()).isEqualTo("Not submitted: August 2025.");
    assertThat(row.alerts()).isFalse();
  }

  @Test
  void aMonthOutsideBothHalvesDoesNotMatter() {
    ComparedSchool before = without(ELM, YearMonth.of(2025, 6));
    assertThat(
            find(COMPARISON.compare(List.of(before), List.of(count(1, "", 3, 0))), "Elm", "")
                .verdict())
        .isEqualTo(Verdict.CEASED);
  }

  @Test
  void everySchoolAndTypeHasARowZerosIncluded() {
    assertThat(COMPARISON.compare(List.of(ELM, OAK), List.of(count(1, "", 1, 1))))
        .extracting(Recurrence::school, Recurrence::breachType, Recurrence::verdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("*", "LOST_IN_TRANSIT", Verdict.NONE),
            org.assertj.core.groups.Tuple.tuple("*", "DISCLOSED_IN_ERROR", Verdict.NOT_REDUCED),
            org.assertj.core.groups.Tuple.tuple("Elm", "LOST_IN_TRANSIT", Verdict.NONE),
            org.assertj.core.groups.Tuple.tuple("Elm", "DISCLOSED_IN_ERROR", Verdict.NOT_REDUCED),
            org.assertj.core.groups.Tuple.tuple("Oak", "LOST_IN_TRANSIT", Verdict.NONE),
            org.assertj.core.groups.Tuple.tuple("Oak", "DISCLOSED_IN_ERROR", Verdict.NONE));
  }

  @Test
  void overAllSchoolsTheCountsAreAllAndTheVerdictIsOfTheCompleteOnes() {
    ComparedSchool gap = without(OAK, YearMonth.of(2026, 2));
    Recurrence row =
        find(
            COMPARISON.compare(List.of(ELM, gap), List.of(count(1, "", 4, 2), count(2, "", 1, 9))),
            "*",
            "");
    assertThat(row.previous()).isEqualTo(5);
    assertThat(row.current()).isEqualTo(11);
    assertThat(row.verdict()).isEqualTo(Verdict.REDUCED);
    assertThat(row.evidence())
        .startsWith(
            "Compared: 1 school, 4 before, 2 now; left out, because months were not submitted:"
                + " Oak.");
    assertThat(row.compared()).isEqualTo(new ComparedCounts(4, 2, 1));
  }

  @Test
  void withEverySchoolCompleteTheVerdictComparesAllThatIsCounted() {
    Recurrence row =
        find(
            COMPARISON.compare(List.of(ELM, OAK), List.of(count(1, "", 4, 2), count(2, "", 1, 9))),
            "*",
            "");
    assertThat(row.compared()).isEqualTo(new ComparedCounts(5, 11, 0));
    assertThat(row.verdict()).isEqualTo(Verdict.NOT_REDUCED);
  }

  @Test
  void withoutACompleteSchoolTheVerdictOverAllIsWithheld() {
    ComparedSchool gap = without(ELM, YearMonth.of(2026, 6));
    assertThat(
            find(COMPARISON.compare(List.of(gap), List.of(count(1, "", 4, 2))), "*", "").verdict())
        .isEqualTo(Verdict.INSUFFICIENT_DATA);
  }

  /** Nobody can send the months of rows without a school, and without a school nothing is known. */
  @Test
  void rowsWithoutASchoolAreComparedOverAllAndAreNoSchoolLeftOut() {
    ComparedSchool none = new ComparedSchool(3, "", Set.of(), false);
    List<TypeCount> counts = List.of(count(1, "", 4, 2), count(3, "", 0, 1));
    Recurrence row = find(COMPARISON.compare(List.of(ELM, none), counts), "*", "");
    assertThat(row.compared()).isEqualTo(new ComparedCounts(4, 3, 0));
    assertThat(row.verdict()).isEqualTo(Verdict.REDUCED);

    ComparedSchool gap = without(ELM, YearMonth.of(2026, 6));
    assertThat(find(COMPARISON.compare(List.of(gap, none), counts), "*", "").verdict())
        .isEqualTo(Verdict.INSUFFICIENT_DATA);
  }

  @Test
  void whereNoRowSaysItsSchoolTheVerdictOverAllIsWithheldAndSaysWhy() {
    ComparedSchool none = new ComparedSchool(3, "", Set.of(), false);
    Recurrence row = find(COMPARISON.compare(List.of(none), List.of(count(3, "", 4, 1))), "*", "");
    String why = "No row says its school; undo the import and send it again with --school.";
    assertThat(row.verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    assertThat(row.evidence()).isEqualTo(why);
    assertThat(row.shortEvidence()).isEqualTo(why);

    assertThat(find(COMPARISON.compare(List.of(ELM, none), List.of()), "*", "").evidence())
        .doesNotContain(why);
  }

  @Test
  void subTypesStandBelowTheirTypeAndSumUp() {
    List<Recurrence> rows =
        COMPARISON.compare(
            List.of(ELM),
            List.of(count(1, "bcc", 2, 0), count(1, "post", 0, 1), count(1, "", 1, 1)));
    assertThat(find(rows, "Elm", "").previous()).isEqualTo(3);
    assertThat(find(rows, "Elm", "").current()).isEqualTo(2);
    assertThat(find(rows, "Elm", "bcc").verdict()).isEqualTo(Verdict.CEASED);
    assertThat(find(rows, "Elm", "post").verdict()).isEqualTo(Verdict.NEW);
    assertThat(find(rows, "Elm", "post").alerts()).isFalse();
  }

  @Test
  void untypedIncidentsAreCountedAndNeverAlert() {
    List<Recurrence> rows =
        COMPARISON.compare(List.of(ELM), List.of(new TypeCount(1, "UNTYPED", "", 0, 5, 0, 0)));
    Recurrence untyped =
        rows.stream()
            .filter(row -> row.school().equals("Elm") && row.breachType().equals("UNTYPED"))
            .findFirst()
            .orElseThrow();
    assertThat(untyped.current()).isEqualTo(5);
    assertThat(untyped.alerts()).isFalse();
  }

  @Test
  void nearMissesWithoutATypeAreShownToo() {
    assertThat(
            COMPARISON.compare(List.of(ELM), List.of(new TypeCount(1, "UNTYPED", "", 0, 0, 1, 0))))
        .filteredOn(row -> row.breachType().equals("UNTYPED"))
        .extracting(Recurrence::school, Recurrence::nearMissesPrevious, Recurrence::verdict)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("*", 1, Verdict.NONE),
            org.assertj.core.groups.Tuple.tuple("Elm", 1, Verdict.NONE));
  }

  @Test
  void nearMissesAreCountedApart() {
    Recurrence row =
        find(
            COMPARISON.compare(
                List.of(ELM), List.of(new TypeCount(1, "DISCLOSED_IN_ERROR", "", 0, 0, 2, 7))),
            "Elm",
            "");
    assertThat(row.verdict()).isEqualTo(Verdict.NONE);
    assertThat(row.nearMissesPrevious()).isEqualTo(2);
    assertThat(row.nearMissesCurrent()).isEqualTo(7);
  }

  @Test
  void theOrderOfWhatIsCountedDoesNotMatter() {
    List<TypeCount> counts =
        new ArrayList<>(List.of(count(1, "bcc", 2, 0), count(2, "post", 0, 1), count(1, "", 1, 1)));
    List<Recurrence> rows = COMPARISON.compare(List.of(ELM, OAK), counts);
    Collections.shuffle(counts, new Random(7));
    assertThat(COMPARISON.compare(List.of(OAK, ELM), counts)).isEqualTo(rows);
  }

  private static Recurrence find(List<Recurrence> rows, String school, String subType) {
    return rows.stream()
        .filter(row -> row.school().equals(school))
        .filter(row -> row.breachType().equals("DISCLOSED_IN_ERROR"))
        .filter(row -> row.subType().equals(subType))
        .findFirst()
        .orElseThrow();
  }

  private static TypeCount count(int school, String subType, int previous, int current) {
    return new TypeCount(school, "DISCLOSED_IN_ERROR", subType, previous, current, 0, 0);
  }

  private static ComparedSchool school(int id, String name) {
    return new ComparedSchool(id, name, Set.copyOf(HALVES.months()));
  }

  private static ComparedSchool without(ComparedSchool school, YearMonth month) {
    Set<YearMonth> months = new HashSet<>(school.submitted());
    months.remove(month);
    return new ComparedSchool(school.schoolId(), school.name(), months);
  }
}
