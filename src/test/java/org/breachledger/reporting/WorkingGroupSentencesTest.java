package org.breachledger.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.RowRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a working list says, with nothing, one and many to do. */
class WorkingGroupSentencesTest {

  private static final Instant TUESDAY_3_MARCH_1400 = Instant.parse("2026-03-03T14:00:00Z");
  private static final DutyState OVERDUE =
      new DutyState("Form A received by the DPO", Verdict.OVERDUE, TUESDAY_3_MARCH_1400);
  private static final DutyState RUNNING =
      new DutyState(
          "Decision on notifying the ICO", Verdict.RUNNING, TUESDAY_3_MARCH_1400.plusSeconds(1));
  private static final DutyState LATE =
      new DutyState(
          "Preliminary investigation", Verdict.LATE, Instant.parse("2026-07-01T22:59:59Z"));

  private static WorkingIncident incident(
      String school, String reference, boolean open, boolean undecided, DutyState... duties) {
    return incident(CountedAs.INCIDENT, school, reference, open, undecided, duties);
  }

  private static WorkingIncident incident(
      CountedAs countedAs,
      String school,
      String reference,
      boolean open,
      boolean undecided,
      DutyState... duties) {
    return new WorkingIncident(
        school,
        reference,
        new RowRef(3, 1, 7),
        LocalDate.of(2026, 3, 2),
        true,
        countedAs,
        "Lost in transit",
        false,
        undecided ? 2 : 1,
        open,
        List.of(duties),
        List.of(),
        undecided);
  }

  private static WorkingGroupPaper paper(int onRecord, WorkingIncident... incidents) {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    List.of(incidents).forEach(work::incident);
    return paper(onRecord, work, List.of());
  }

  private static WorkingGroupPaper paper(
      int onRecord, WorkingLists.Gathering work, List<MissingMonths> missing) {
    return new WorkingGroupPaper(
        AlertPack.ALL,
        SamplePapers.imprint(),
        onRecord,
        work.lists(),
        List.of(),
        missing,
        List.of());
  }

  /** No part is larger than the whole it is a part of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | 2 | 0 | 0 | 2 incidents of this half are on record, 2 of them open.
          3 | 2 | 3 | 0 | 3 incidents of this half are on record, 2 of them open; 3 near misses of it are open.
          3 | 0 | 1 | 0 | 3 incidents of this half are on record, none of them open; 1 near miss of it is open.
          0 | 0 | 2 | 0 | No incident is on record for this half; 2 near misses of it are open.
          0 | 0 | 0 | 1 | No incident is on record for this half; 1 case of another's information received is open.
          1 | 1 | 1 | 2 | 1 incident of this half is on record, 1 of them open; 1 near miss of it and 2 cases of another's information received are open.
          """)
  void whatCountsApartIsOpenApart(
      int onRecord, int open, int nearMisses, int inbound, String sentence) {
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    add(work, CountedAs.INCIDENT, open);
    add(work, CountedAs.NEAR_MISS, nearMisses);
    add(work, CountedAs.INBOUND, inbound);
    add(work, CountedAs.NON_EVENT, 1);
    assertThat(paper(onRecord, work, List.of()).sentences().summary()).startsWith(sentence);
  }

  private static void add(WorkingLists.Gathering work, CountedAs countedAs, int number) {
    for (int i = 0; i < number; i++) {
      work.incident(incident(countedAs, "Elm", countedAs.code() + i, true, false));
    }
  }

  @Test
  void withNothingToDoItSaysSo() {
    WorkingGroupPaper paper = paper(0);
    assertThat(paper.sentences().headline())
        .isEqualTo("Nothing waits: no incident is open, and nothing is overdue or missing.");
    assertThat(paper.sentences().summary())
        .containsExactly(
            "No incident is on record for this half.",
            "No incident was closed with a piece missing.",
            "No action from an incident is open.",
            "No incident waits for its review.",
            "No type is known not to have fallen.",
            "Every school submitted every month of both halves.",
            "No returned row waits to be sent again.",
            "No signal of an access log waits for a decision.");
    assertThat(paper.sentences().incidents())
        .isEqualTo(
            "No incident is on the list: none of this half is open or at Category Level 2, and none"
                + " of any time is open, overdue, undecided or of a type to check.");
    assertThat(paper.bySchool()).isEmpty();
  }

  /** Silence is not success: a school that did not submit is work. */
  @Test
  void withoutIncidentsASilentSchoolIsStillWork() {
    WorkingGroupPaper silent =
        paper(
            0,
            new WorkingLists.Gathering(),
            List.of(new MissingMonths("Birchmere", List.of(YearMonth.of(2026, 2)))));
    assertThat(silent.sentences().headline())
        .isEqualTo("No incident is open or overdue, but other work waits.");
    assertThat(silent.sentences().summary())
        .contains("1 school sent neither a log nor a nil return for at least one month.");
  }

  @Test
  void oneIncident() {
    WorkingGroupPaper calm = paper(1, incident("Elm", "E1", true, false));
    assertThat(calm.sentences().headline()).isEqualTo("1 incident needs work; no duty is overdue.");
    assertThat(calm.sentences().summary())
        .startsWith(
            "1 incident of this half is on record, 1 of them open.",
            "No incident on the list is at Category Level 2.",
            "No duty is overdue, and none runs.",
            "No type has to be checked.");
    WorkingGroupPaper late = paper(1, incident("Elm", "E1", true, true, RUNNING, OVERDUE));
    assertThat(late.sentences().headline())
        .isEqualTo("1 incident needs work, and has an overdue duty.");
    assertThat(late.sentences().summary())
        .contains(
            "1 incident on the list is at Category Level 2. For 1 incident the decision on the"
                + " Information Commissioner, or the notification decided on, is not on record.",
            "1 duty of 1 incident is overdue, and 1 runs.");
  }

  @Test
  void manyIncidents() {
    WorkingGroupPaper paper = SampleWorkingLists.list(40);
    assertThat(paper.sentences().headline())
        .isEqualTo("40 incidents need work; 14 have an overdue duty.");
    assertThat(paper.sentences().summary())
        .containsExactly(
            "36 incidents of this half are on record, 25 of them open; 3 near misses of it are open. 4"
                + " incidents of another time still need work.",
            "8 incidents on the list are at Category Level 2. For 8 incidents the decision on the"
                + " Information Commissioner, or the notification decided on, is not on record.",
            "14 duties of 14 incidents are overdue, and 8 run.",
            "The type of 5 incidents has yet to be checked by a person.",
            "8 incidents were closed with a piece missing.",
            "10 actions from incidents are open, 6 of them overdue.",
            "7 incidents wait for their review.",
            "Types that did not fall or are new: 1 over all schools, 6 at single schools.",
            "1 school sent neither a log nor a nil return for at least one month.",
            "4 returned rows of 2 imports have not been sent again.",
            "1 signal of access logs waits for a decision.");
  }

  /** A school's own list speaks of the school, and of no import: imports are of many schools. */
  @Test
  void aListOfOneSchool() {
    WorkingGroupPaper paper = SampleWorkingLists.list("Birchmere Academy", 4);
    assertThat(paper.title()).isEqualTo("Working list: Birchmere Academy");
    assertThat(paper.sentences().summary())
        .contains(
            "2 types did not fall or are new.",
            "The school sent neither a log nor a nil return for February 2026 to March 2026.")
        .noneMatch(sentence -> sentence.contains("returned row"));
  }

  @Test
  void whatIsOverdueComesFirstThenWhatIsDueNext() {
    WorkingIncident one = incident("Elm", "E1", true, false, LATE, RUNNING, OVERDUE);
    assertThat(one.dutyWords())
        .isEqualTo(
            """
            Form A received by the DPO: overdue since 3 March 2026, 14:00;
            Decision on notifying the ICO: due 3 March 2026, 14:00;
            Preliminary investigation: done after 1 July 2026, 23:59""");
    assertThat(
            paper(
                    4,
                    incident("Oak", "O1", true, false, OVERDUE),
                    incident("Elm", "E2", true, false),
                    incident("Elm", "E3", true, false, RUNNING),
                    incident("Elm", "E4", true, false, OVERDUE))
                .incidents())
        .extracting(WorkingIncident::reference)
        .containsExactly("E4", "E3", "E2", "O1");
  }

  @Test
  void eachSchoolIsSummedUp() {
    assertThat(
            paper(
                    3,
                    incident("Oak", "O1", true, true, OVERDUE, OVERDUE),
                    incident("Elm", "E1", false, false, RUNNING),
                    incident("Elm", "E2", true, false, OVERDUE))
                .bySchool())
        .containsExactly(
            new SchoolWork("Elm", 2, 1, 1, 0, 0, 0, 0, 0),
            new SchoolWork("Oak", 1, 1, 2, 1, 0, 0, 0, 0));
  }

  @Test
  void rowsThatCameAgainNoLongerWait() {
    assertThat(new RowsReturned(12, LocalDate.of(2026, 5, 4), 3, 0).waiting()).isEqualTo(3);
    assertThat(new RowsReturned(12, LocalDate.of(2026, 5, 4), 3, 2).waiting()).isEqualTo(1);
    assertThat(new RowsReturned(12, LocalDate.of(2026, 5, 4), 3, 5).waiting()).isZero();
  }
}
