package org.breachledger.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.breachledger.deadline.Verdict;
import org.breachledger.incident.CountedAs;
import org.breachledger.incident.RowRef;

/** Fictional working lists of any size, the same each time. */
public final class SampleWorkingLists {

  private static final Instant FIRST_DUE = Instant.parse("2026-03-03T14:00:00Z");
  private static final long DAY = 86_400;
  private static final List<String> PLACES =
      List.of("Alder Brook Primary School", "Birchmere Academy", "Copperfield Lane High School");

  private SampleWorkingLists() {}

  /** A list of so many incidents over three schools, every third with an overdue duty. */
  public static WorkingGroupPaper list(int incidents) {
    return of(AlertPack.ALL, PLACES, incidents);
  }

  /** The same of one school. */
  public static WorkingGroupPaper list(String school, int incidents) {
    return of(school, List.of(school), incidents);
  }

  /** Over schools of these names. */
  public static WorkingGroupPaper over(List<String> schools, int incidents) {
    return of(AlertPack.ALL, schools, incidents);
  }

  private static WorkingGroupPaper of(String scope, List<String> schools, int number) {
    List<WorkingIncident> incidents =
        IntStream.range(0, number).mapToObj(i -> incident(schools, i)).toList();
    WorkingLists.Gathering work = new WorkingLists.Gathering();
    for (WorkingIncident one : incidents) {
      int i = one.line() - 2;
      work.incident(one);
      if (i % 5 == 4) {
        work.closing(closing(one, i));
      }
      if (i % 4 == 0) {
        work.action(action(one, i));
      }
      if (i % 6 == 1) {
        work.review(review(one, i));
      }
    }
    boolean some = number > 0;
    if (some) {
      work.signal(signal(schools.get(0)));
    }
    return new WorkingGroupPaper(
        scope,
        SamplePapers.imprint(),
        (int) incidents.stream().filter(WorkingIncident::thisHalf).count(),
        work.lists(),
        some ? types(scope, schools) : List.of(),
        some ? List.of(missing(schools.get(0))) : List.of(),
        some && scope.equals(AlertPack.ALL) ? returned() : List.of());
  }

  private static WorkingIncident incident(List<String> schools, int i) {
    boolean known = i % 10 != 9;
    boolean levelTwo = known && i % 4 == 3;
    return new WorkingIncident(
        schools.get(i % schools.size()),
        "LLT-2026-" + (100 + i),
        new RowRef(12 + i % 3, 1, 2 + i),
        i % 11 == 10 ? null : SamplePapers.HALVES.middle().plusDays(i * 7L % 180),
        i % 9 != 8,
        i % 13 == 7 ? CountedAs.NEAR_MISS : CountedAs.INCIDENT,
        SamplePapers.TYPES.get(i % SamplePapers.TYPES.size()),
        i % 7 == 5,
        known ? (levelTwo ? 2 : 1) : null,
        i % 5 != 4,
        duties(i, levelTwo),
        levelTwo
            ? List.of("ICO: to be decided", "Individuals: not recorded")
            : List.of("Individuals: told"),
        levelTwo);
  }

  private static List<DutyState> duties(int i, boolean levelTwo) {
    List<DutyState> duties = new ArrayList<>();
    if (levelTwo) {
      duties.add(
          new DutyState("Decision on notifying the ICO", Verdict.RUNNING, due(i).plusSeconds(DAY)));
    }
    if (i % 3 == 0) {
      duties.add(new DutyState("Form A received by the DPO", Verdict.OVERDUE, due(i)));
    }
    if (i % 8 == 7) {
      duties.add(new DutyState("Preliminary investigation", Verdict.LATE, due(i)));
    }
    return duties;
  }

  private static Instant due(int i) {
    return FIRST_DUE.plusSeconds(i * DAY % (100 * DAY));
  }

  private static WorkingClosing closing(WorkingIncident one, int i) {
    return new WorkingClosing(
        one.school(),
        one.reference(),
        one.row(),
        i % 2 == 0
            ? List.of("root cause is missing", "approval by the head is missing")
            : List.of("lessons are missing"));
  }

  private static WorkingAction action(WorkingIncident one, int i) {
    return new WorkingAction(
        one.school(),
        one.reference(),
        one.row(),
        i % 8 == 0 ? "training" : "control",
        i % 12 == 0 ? "" : i % 8 == 0 ? "Headteacher" : "a named person",
        i % 16 == 4 ? null : LocalDate.of(2026, 6, 1).plusDays(i % 60),
        i % 16 != 4 && i % 60 < 30);
  }

  private static WorkingReview review(WorkingIncident one, int i) {
    return new WorkingReview(
        one.school(),
        one.reference(),
        one.row(),
        one.type(),
        i % 12 == 7 ? null : LocalDate.of(2026, 6, 20).plusDays(i % 20),
        i % 12 == 7 ? "No date to count from" : "Overdue",
        i % 3,
        true);
  }

  private static List<SchoolTypeCount> types(String scope, List<String> schools) {
    List<SchoolTypeCount> types = new ArrayList<>();
    if (scope.equals(AlertPack.ALL)) {
      types.add(
          new SchoolTypeCount(
              WorkingGroupPaper.ALL_SCHOOLS,
              SamplePapers.TYPES.get(0),
              4,
              6,
              HalfVerdict.NOT_REDUCED));
    }
    for (String school : schools) {
      types.add(
          new SchoolTypeCount(school, SamplePapers.TYPES.get(0), 2, 2, HalfVerdict.NOT_REDUCED));
      types.add(new SchoolTypeCount(school, SamplePapers.TYPES.get(3), 0, 1, HalfVerdict.NEW));
    }
    return types;
  }

  private static MissingMonths missing(String school) {
    return new MissingMonths(school, List.of(YearMonth.of(2026, 2), YearMonth.of(2026, 3)));
  }

  private static List<RowsReturned> returned() {
    return List.of(
        new RowsReturned(12, LocalDate.of(2026, 5, 4), 3, 0),
        new RowsReturned(14, LocalDate.of(2026, 6, 8), 5, 4));
  }

  private static WaitingSignal signal(String school) {
    return new WaitingSignal(
        7,
        "Many records opened outside opening hours",
        school,
        LocalDate.of(2026, 6, 14),
        new RowRef(15, 1, 4021));
  }
}
