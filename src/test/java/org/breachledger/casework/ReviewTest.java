package org.breachledger.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.Verdict;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A registered incident comes back six months later: when, and with what. */
class ReviewTest {

  private static Optional<Review> review(String written, String asOf) {
    return Review.of(Cases.rules("category-levels"), Cases.of(written), AsOf.parse(asOf));
  }

  /** Registered on a day: in time to the end of the day six months later; listed 14 days before. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-15 | 2026-07-14T00:00       | DUE     | 2026-07-15T23:59:59+01:00
          2026-01-15 | 2026-06-30T23:59:59    | LATER   | 2026-07-15T23:59:59+01:00
          2026-01-15 | 2026-07-01T00:00       | DUE     | 2026-07-15T23:59:59+01:00
          2026-01-15 | 2026-07-15T23:59:59    | DUE     | 2026-07-15T23:59:59+01:00
          2026-01-15 | 2026-07-16T00:00       | OVERDUE | 2026-07-15T23:59:59+01:00
          2025-08-31 | 2026-02-28T23:59:59    | DUE     | 2026-02-28T23:59:59Z
          2025-08-31 | 2026-03-01T00:00       | OVERDUE | 2026-02-28T23:59:59Z
          2027-08-31 | 2028-02-29T23:59:59    | DUE     | 2028-02-29T23:59:59Z
          2027-08-31 | 2028-03-01T00:00       | OVERDUE | 2028-02-29T23:59:59Z
          2026-03-31 | 2026-09-30T23:59:59    | DUE     | 2026-09-30T23:59:59+01:00
          2026-03-31 | 2026-10-01T00:00       | OVERDUE | 2026-09-30T23:59:59+01:00
          """)
  void aDayOfRegistration(String registered, String asOf, Review.State state, String due) {
    Review review = review("level=1; registered=" + registered, asOf).orElseThrow();
    assertThat(review.state()).isEqualTo(state);
    assertThat(review.duty().dueText()).isEqualTo(due.replace("Z", "+00:00"));
  }

  /** The profile says after how many months, as it does for the windows of the comparison. */
  @ParameterizedTest
  @CsvSource({
    "3, 2026-04-15T23:59:59, DUE, 2026-04-15T23:59:59+01:00",
    "3, 2026-04-16T00:00, OVERDUE, 2026-04-15T23:59:59+01:00",
    "6, 2026-07-15T23:59:59, DUE, 2026-07-15T23:59:59+01:00",
    "6, 2026-07-16T00:00, OVERDUE, 2026-07-15T23:59:59+01:00",
    "12, 2027-01-15T23:59:59, DUE, 2027-01-15T23:59:59+00:00",
    "12, 2027-01-16T00:00, OVERDUE, 2027-01-15T23:59:59+00:00"
  })
  void theProfileSaysAfterHowManyMonths(int months, String asOf, Review.State state, String due) {
    EditedPolicy edited =
        EditedPolicy.shipped()
            .replace("policies/category-levels.yaml", "months: 6", "months: " + months);
    CaseRules rules = CaseRules.read(edited, PolicyProfile.read(edited, "category-levels"));
    Review review =
        Review.of(rules, Cases.of("level=1; registered=2026-01-15"), AsOf.parse(asOf))
            .orElseThrow();
    assertThat(review.state()).isEqualTo(state);
    assertThat(review.duty().dueText()).isEqualTo(due);
  }

  /** Registered on Thursday 15 January 2026 at 10:00: due on Wednesday 15 July at 10:00 London. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-01T09:59:59 | LATER
          2026-07-01T10:00    | DUE
          2026-07-15T10:00    | DUE
          2026-07-15T10:00:01 | OVERDUE
          """)
  void aMomentOfRegistration(String asOf, Review.State state) {
    assertThat(review("registered=2026-01-15T10:00:00Z", asOf).orElseThrow().state())
        .isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          reported=2026-01-15                                    | OVERDUE
          identified=2026-01-15                                  | OVERDUE
          description=who knows when                             | CANNOT_TELL
          registered=2026-01-15; re_evaluated=2026-07-15         | SIGNED_OFF
          registered=2026-01-15; re_evaluated=2026-08-15         | SIGNED_OFF
          registered=2026-01-15; re_evaluated=2026-09-02         | OVERDUE
          registered=2026-01-15; re_evaluated=undated            | SIGNED_OFF
          registered=2026-01-15; status=near-miss                | OVERDUE
          """)
  void whatIsKnownOnTuesday1September(String written, Review.State state) {
    assertThat(review(written, "2026-09-01").orElseThrow().state()).isEqualTo(state);
  }

  @Test
  void aCaseClosedAsLevelZeroDoesNotComeBack() {
    assertThat(
            review(
                "registered=2026-01-15; closed=2026-02-01; closure_finding=near-miss",
                "2026-09-01"))
        .isEmpty();
  }

  /** The registration may have been at the day's first moment or its last. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-07-14 | MET
          2026-07-15 | CANNOT_TELL
          2026-07-16 | LATE
          """)
  void aSignOffEndsTheDutyToReEvaluate(String signed, Verdict verdict) {
    assertThat(
            review("registered=2026-01-15; re_evaluated=" + signed, "2026-09-01")
                .orElseThrow()
                .duty()
                .verdict())
        .isEqualTo(verdict);
  }

  @Test
  void itsTypeCameBackWhereAnotherFollowsAtItsSchool() {
    CountedIncident second = at(2, 1, "LOST_IN_TRANSIT", "2026-02-03", "09:00", "A2");
    TypeRecurrences recurrences =
        new TypeRecurrences(
            List.of(
                at(5, 1, "LOST_IN_TRANSIT", "2026-06-30", null, "A5"),
                at(1, 1, "LOST_IN_TRANSIT", "2026-02-02", "09:00", "A1"),
                second,
                at(3, 1, "LOST_IN_TRANSIT", "2026-02-03", "09:00", "A3"),
                at(4, 1, "LOST_IN_TRANSIT", "2026-02-03", "08:59", "A4"),
                at(6, 1, "LOST_IN_TRANSIT", "2026-07-02", null, "A6"),
                at(7, 2, "LOST_IN_TRANSIT", "2026-03-03", null, "B1"),
                at(8, 1, "OTHER", "2026-03-03", null, "A8")));
    LocalDate lastDay = LocalDate.of(2026, 7, 1);
    assertThat(recurrences.after(second, lastDay)).containsExactly("A3", "A5");
    assertThat(recurrences.after(at(9, 1, "LOST_IN_TRANSIT", "2026-02-02", null, "N1"), lastDay))
        .as("a near miss is not among the counted")
        .containsExactly("A4", "A2", "A3", "A5");
    assertThat(recurrences.after(at(8, 1, "UNTYPED", "2026-01-03", null, "U1"), lastDay)).isEmpty();
    assertThat(recurrences.after(at(7, 2, "LOST_IN_TRANSIT", "2026-03-03", null, "B1"), lastDay))
        .isEmpty();
  }

  private static CountedIncident at(
      long id, int school, String type, String day, @Nullable String registered, String reference) {
    return new CountedIncident(
        id,
        school,
        type,
        LocalDate.parse(day),
        Optional.ofNullable(registered).map(time -> Instant.parse(day + "T" + time + ":00Z")),
        reference,
        reference);
  }

  /** Overdue from the day after the due day; done only where that has happened. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-06-30/-          | OVERDUE
          2026-07-01/-          | OPEN
          -/-                   | OPEN
          2026-06-30/2026-07-01 | DONE
          2026-06-30/2026-07-02 | OVERDUE
          -/undated             | DONE
          """)
  void anAction(String written, CaseAction.State state) {
    assertThat(Cases.of("action=" + written).actions().get(0).state(Cases.WEDNESDAY_1_JULY))
        .isEqualTo(state);
  }

  @Test
  void theActionOfASheetIsOne() {
    CaseAction action =
        Cases.of("actions=train; action_owner=Headteacher; action_due=2026-05-01").actions().get(0);
    assertThat(action.owner()).contains(new ByWhom(Optional.of("head"), Optional.empty()));
    assertThat(action.due()).contains(LocalDate.of(2026, 5, 1));
    assertThat(Cases.of("action_owner=Headteacher").actions()).isEmpty();
  }
}
