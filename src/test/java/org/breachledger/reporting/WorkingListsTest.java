package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.RowRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a working list prints and what it only counts, on both sides of the most it prints. */
class WorkingListsTest {

  private static final Instant SUNDAY_1_MARCH_NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final long DAY = 86_400;
  private static final List<String> SCHOOLS = List.of("Oak", "Elm", "Ash");

  /** The line of number i is due on day i, and stands in row i. */
  private static WorkingIncident incident(int i) {
    return new WorkingIncident(
        SCHOOLS.get(i % 3),
        "R" + i,
        new RowRef(1, 1, i + 1),
        LocalDate.of(2026, 2, 1),
        i % 2 == 0,
        CountedAs.INCIDENT,
        "Lost in transit",
        true,
        2,
        true,
        List.of(
            new DutyState(
                "Form A received by the DPO",
                Verdict.OVERDUE,
                SUNDAY_1_MARCH_NOON.plusSeconds(i * DAY))),
        List.of(),
        true);
  }

  private static WorkingClosing closing(int i) {
    return new WorkingClosing("Elm", "C" + i, new RowRef(1, 1, i + 1), List.of("lessons"));
  }

  private static WorkingAction action(int i, boolean overdue) {
    return new WorkingAction(
        SCHOOLS.get(i % 3),
        "A" + i,
        new RowRef(1, 1, i + 1),
        "training",
        "",
        LocalDate.of(2026, 1, 1).plusDays(i),
        overdue);
  }

  private static WorkingReview review(int i) {
    return new WorkingReview(
        "Elm",
        "V" + i,
        new RowRef(1, 1, i + 1),
        "Lost in transit",
        LocalDate.of(2026, 1, 1).plusDays(i),
        "Due",
        0,
        true);
  }

  private static WaitingSignal signal(int i) {
    return new WaitingSignal(
        i, "Night", "Elm", LocalDate.of(2026, 1, 1).plusDays(i), new RowRef(1, 1, i + 1));
  }

  /** In no order, the same each time. */
  private static List<Integer> shuffled(int number) {
    List<Integer> all = new ArrayList<>(IntStream.range(0, number).boxed().toList());
    Collections.shuffle(all, new Random(8));
    return all;
  }

  private static WorkingGroupPaper paper(WorkingLists.Gathering work) {
    return paper(work, List.of(), List.of());
  }

  private static WorkingGroupPaper paper(
      WorkingLists.Gathering work, List<MissingMonths> missing, List<RowsReturned> returned) {
    return new WorkingGroupPaper(
        AlertPack.ALL, SamplePapers.imprint(), 0, work.lists(), List.of(), missing, returned);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "499,499", "500,500", "501,500", "12345,500"})
  void countsAllAndPrintsTheLongestOverdueOfAllSchools(int all, int printed) {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    shuffled(all).forEach(i -> work.incident(incident(i)));
    WorkingGroupPaper paper = paper(work);
    assertThat(paper.incidents())
        .containsExactlyElementsOf(
            IntStream.range(0, printed)
                .mapToObj(WorkingListsTest::incident)
                .sorted(WorkingIncident.inOrder())
                .toList());
    assertThat(paper.work().incidents().all()).isEqualTo(all);
    assertThat(paper.work().incidents().left()).isEqualTo(all - printed);
    assertThat(paper.bySchool().stream().mapToInt(SchoolWork::incidents).sum()).isEqualTo(all);
    assertThat(paper.bySchool().stream().mapToInt(SchoolWork::overdue).sum()).isEqualTo(all);
  }

  /** Overdue without a moment is overdue still, and what runs comes before what only is open. */
  @Test
  void whatIsLessUrgentIsCutFirst() {
    LocalDate newest = LocalDate.of(2026, 6, 30);
    WorkingIncident untimed = with("untimed", newest, new DutyState("A", Verdict.OVERDUE, null));
    WorkingIncident running =
        with("running", newest, new DutyState("A", Verdict.RUNNING, SUNDAY_1_MARCH_NOON));
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    shuffled(498).forEach(i -> work.incident(incident(i)));
    for (int i = 0; i < 20; i++) {
      work.incident(with("open " + i, LocalDate.of(2020, 1, 1)));
    }
    work.incident(running);
    work.incident(untimed);
    assertThat(paper(work).incidents()).contains(untimed, running).hasSize(500);
  }

  private static WorkingIncident with(String reference, LocalDate day, DutyState... duties) {
    return new WorkingIncident(
        "Oak",
        reference,
        new RowRef(2, 1, 1),
        day,
        true,
        CountedAs.INCIDENT,
        "Lost in transit",
        false,
        1,
        true,
        List.of(duties),
        List.of(),
        false);
  }

  /** What is left out is counted as what is printed. */
  @Test
  void whatIsCutIsSaidWithItsNumber() {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    shuffled(12_345).forEach(i -> work.incident(incident(i)));
    WorkingGroupSentences said = paper(work).sentences();
    assertThat(said.headline())
        .isEqualTo("12,345 incidents need work, and each has an overdue duty.");
    assertThat(said.summary())
        .contains(
            "12,345 incidents on the list are at Category Level 2. For 12,345 incidents the decision"
                + " on the Information Commissioner, or the notification decided on, is not on"
                + " record.",
            "12,345 duties of 12,345 incidents are overdue, and none runs.",
            "The type of 12,345 incidents has yet to be checked by a person.");
    assertThat(said.incidents())
        .endsWith(
            " Of 12,345 lines the table has the first 500: the longest overdue, then those due next."
                + " The other 11,845 are left out here, and stand on the page Incidents and in the"
                + " tables that \u201cexport incidents\u201d and \u201cexport deadlines\u201d"
                + " write.");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 500})
  void whereAllArePrintedNothingIsSaidOfIt(int all) {
    assertThat(sentences(all)).noneMatch(sentence -> sentence.contains("left out"));
  }

  @Test
  void withOneMoreEachListSaysWhereItStands() {
    assertThat(sentences(501))
        .allMatch(
            sentence ->
                sentence.contains(" Of 501 lines the table has the first 500: ")
                    && sentence.contains(". The other line is left out here, and stands "))
        .extracting(sentence -> sentence.substring(sentence.lastIndexOf(", and stands ")))
        .containsExactly(
            ", and stands on the page Incidents and in the tables that \u201cexport incidents\u201d"
                + " and \u201cexport deadlines\u201d write.",
            ", and stands in the table that \u201cexport closing\u201d writes.",
            ", and stands in the table that \u201cexport actions\u201d writes.",
            ", and stands in the table that \u201cexport reviews\u201d writes.",
            ", and stands in the working lists of single schools.",
            ", and stands on the page Imports and in the table that \u201cexport imports\u201d"
                + " writes.",
            ", and stands on the page Signals.");
  }

  private static List<String> sentences(int all) {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    List<MissingMonths> missing = new ArrayList<>();
    List<RowsReturned> returned = new ArrayList<>();
    for (int i = 0; i < all; i++) {
      work.incident(incident(i));
      work.closing(closing(i));
      work.action(action(i, false));
      work.review(review(i));
      work.signal(signal(i));
      missing.add(new MissingMonths("School " + i, List.of(YearMonth.of(2026, 2))));
      returned.add(new RowsReturned(i, LocalDate.of(2026, 5, 4), 3, 0));
    }
    WorkingGroupPaper paper = paper(work, missing, returned);
    assertThat(paper.printed(paper.returned())).hasSize(Math.min(all, Listed.MOST));
    WorkingGroupSentences said = paper.sentences();
    return List.of(
        said.incidents(),
        said.closingsNote(),
        said.actionsNote(),
        said.reviewsNote(),
        said.missingNote(),
        said.returnedNote(),
        said.signalsNote());
  }

  @Test
  void ofActionsTheOverdueAreKeptAndThenThoseDueNext() {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    shuffled(600).forEach(i -> work.action(action(i, i >= 590)));
    WorkingGroupPaper paper = paper(work);
    assertThat(paper.actions())
        .extracting(WorkingAction::reference)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.concat(IntStream.range(0, 490), IntStream.range(590, 600))
                .mapToObj(i -> "A" + i)
                .toList());
    assertThat(paper.actions())
        .extracting(WorkingAction::school)
        .isSortedAccordingTo(String::compareTo);
    assertThat(paper.sentences().actions())
        .isEqualTo("600 actions from incidents are open, 10 of them overdue.");
  }

  @Test
  void ofReviewsThoseDueFirstAreKept() {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    shuffled(700).forEach(i -> work.review(review(i)));
    assertThat(paper(work).reviews())
        .containsExactlyElementsOf(
            IntStream.range(0, 500).mapToObj(WorkingListsTest::review).toList());
  }

  /** Lines without an urgency of their own stay as they were handed over. */
  @Test
  void ofSignalsAndClosingsThoseThatCameFirstAreKept() {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    List<Integer> order = shuffled(700);
    order.forEach(i -> work.signal(signal(i)));
    order.forEach(i -> work.closing(closing(i)));
    WorkingGroupPaper paper = paper(work);
    assertThat(paper.signals())
        .containsExactlyElementsOf(
            order.subList(0, 500).stream().map(WorkingListsTest::signal).toList());
    assertThat(paper.closings())
        .containsExactlyElementsOf(
            order.subList(0, 500).stream().map(WorkingListsTest::closing).toList());
  }

  @Test
  void aListCannotHideLines() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Listed<>(List.of("one"), 2))
        .withMessage("1 lines cannot stand for 2");
  }
}
