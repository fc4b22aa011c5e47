package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What a working list says in plain sentences, made of its numbers alone. */
public final class WorkingGroupSentences {

  private final WorkingGroupPaper paper;

  /** The sentences of one paper. */
  public WorkingGroupSentences(WorkingGroupPaper paper) {
    this.paper = paper;
  }

  /** The one sentence to remember. */
  public String headline() {
    int all = count(WorkCount.INCIDENTS);
    if (all == 0) {
      return paper.nothingWaits()
          ? "Nothing waits: no incident is open, and nothing is overdue or missing."
          : "No incident is open or overdue, but other work waits.";
    }
    int late = count(WorkCount.LATE);
    String opening =
        Words.capitalCount(all, "incident") + (all == 1 ? " needs" : " need") + " work";
    if (late == 0) {
      return opening + "; no duty is overdue.";
    }
    if (late == all) {
      return opening
          + (all == 1 ? ", and has an overdue duty." : ", and each has an overdue duty.");
    }
    return opening
        + "; "
        + Words.grouped(late)
        + (late == 1 ? " has" : " have")
        + " an overdue duty.";
  }

  /** What waits, kind by kind; kinds without work are left out. */
  public List<String> summary() {
    List<String> all = new ArrayList<>();
    all.add(onRecord());
    if (!paper.incidents().isEmpty()) {
      all.add(levelTwo());
      all.add(duties());
      all.add(typesToCheck());
    }
    all.add(closings());
    all.add(actions());
    all.add(reviews());
    all.add(types());
    all.add(missing());
    if (!paper.ofOneSchool()) {
      all.add(returned());
    }
    all.add(signals());
    return all;
  }

  /** This half, and what was carried over. */
  private String onRecord() {
    int half = paper.onRecord();
    if (half == 0) {
      return "No incident is on record for this half" + countedApart() + others();
    }
    int open = count(WorkCount.OPEN_THIS_HALF);
    return Words.capitalCount(half, "incident")
        + " of this half "
        + Words.is(half)
        + " on record, "
        + (open == 0 ? "none" : Words.grouped(open))
        + " of them open"
        + countedApart()
        + others();
  }

  /** The open ones of this half that are no part of those on record. */
  private String countedApart() {
    int nearMisses = count(WorkCount.NEAR_MISSES_OPEN);
    int inbound = count(WorkCount.INBOUND_OPEN);
    List<String> parts = new ArrayList<>();
    if (nearMisses > 0) {
      parts.add(
          Words.grouped(nearMisses)
              + (nearMisses == 1 ? " near miss of it" : " near misses of it"));
    }
    if (inbound > 0) {
      parts.add(
          Words.grouped(inbound)
              + (inbound == 1 ? " case" : " cases")
              + " of another's information received");
    }
    return parts.isEmpty()
        ? "."
        : "; " + Words.joined(parts) + " " + Words.is(nearMisses + inbound) + " open.";
  }

  private String others() {
    int others = count(WorkCount.OF_ANOTHER_TIME);
    if (others == 0) {
      return "";
    }
    return " "
        + Words.capitalCount(others, "incident")
        + " of another time still "
        + (others == 1 ? "needs" : "need")
        + " work.";
  }

  private String levelTwo() {
    String label = paper.imprint().titles().levelTwo();
    int all = count(WorkCount.LEVEL_TWO);
    if (all == 0) {
      return "No incident on the list is at " + label + ".";
    }
    int open = count(WorkCount.UNDECIDED);
    return Words.capitalCount(all, "incident")
        + " on the list "
        + Words.is(all)
        + " at "
        + label
        + ". "
        + (open == 0
            ? "Every decision on the Information Commissioner is on record."
            : "For "
                + Words.count(open, "incident")
                + " the decision on the Information Commissioner, or the notification decided on,"
                + " is not on record.");
  }

  private String duties() {
    int overdue = count(WorkCount.OVERDUE);
    int running = count(WorkCount.RUNNING);
    String late =
        overdue == 0
            ? "No duty is overdue"
            : duties(overdue)
                + " of "
                + Words.count(count(WorkCount.LATE), "incident")
                + " "
                + Words.is(overdue)
                + " overdue";
    return late
        + (running == 0
            ? ", and none runs."
            : ", and " + Words.grouped(running) + (running == 1 ? " runs." : " run."));
  }

  private static String duties(int number) {
    return number == 1 ? "1 duty" : Words.grouped(number) + " duties";
  }

  private String typesToCheck() {
    int number = count(WorkCount.TO_CHECK);
    return number == 0
        ? "No type has to be checked."
        : "The type of " + Words.count(number, "incident") + " has yet to be checked by a person.";
  }

  /** What stands in the table of incidents. */
  public String incidents() {
    return paper.incidents().isEmpty()
        ? "No incident is on the list: none of this half is open or at "
            + paper.imprint().titles().levelTwo()
            + ", and none of any time is open, overdue, undecided or of a type to check."
        : "Incidents of this half that are open or at "
            + paper.imprint().titles().levelTwo()
            + ", and those of any time that are open, overdue, undecided or of a type to check."
            + " At each school the longest overdue comes first. Import, sheet and row say where"
            + " a line was read."
            + paper
                .work()
                .incidents()
                .cut(
                    "the longest overdue, then those due next",
                    "on the page Incidents and in the tables that \u201cexport incidents\u201d and"
                        + " \u201cexport deadlines\u201d write");
  }

  /** What was closed with a piece missing. */
  public String closings() {
    int number = count(WorkCount.CLOSINGS);
    return number == 0
        ? "No incident was closed with a piece missing."
        : Words.capitalCount(number, "incident")
            + " "
            + Words.was(number)
            + " closed with a piece missing.";
  }

  /** The same above their table. */
  public String closingsNote() {
    return closings()
        + paper
            .work()
            .closings()
            .cut(
                "school by school, the earliest first",
                "in the table that \u201cexport closing\u201d writes");
  }

  /** What is to be done. */
  public String actions() {
    return CaseSentences.actions(count(WorkCount.ACTIONS), count(WorkCount.ACTIONS_OVERDUE));
  }

  /** The same above their table. */
  public String actionsNote() {
    return actions()
        + paper
            .work()
            .actions()
            .cut(
                "the longest overdue, then those due next",
                "in the table that \u201cexport actions\u201d writes");
  }

  /** What is back for review. */
  public String reviews() {
    int number = count(WorkCount.REVIEWS);
    return number == 0
        ? "No incident waits for its review."
        : Words.capitalCount(number, "incident")
            + (number == 1 ? " waits for its review." : " wait for their review.");
  }

  /** The same above their table. */
  public String reviewsNote() {
    return reviews()
        + paper
            .work()
            .reviews()
            .cut(
                "those nobody can tell the day of, then those due first",
                "in the table that \u201cexport reviews\u201d writes");
  }

  /** Where types did not fall. */
  public String types() {
    int number = paper.types().size();
    if (number == 0) {
      return "No type is known not to have fallen.";
    }
    return paper.ofOneSchool()
        ? Words.capitalCount(number, "type") + " did not fall or " + Words.is(number) + " new."
        : "Types that did not fall or are new: "
            + types(WorkingGroupPaper.ALL_SCHOOLS::equals)
            + " over all schools, "
            + types(school -> !school.equals(WorkingGroupPaper.ALL_SCHOOLS))
            + " at single schools.";
  }

  /** The same above their table. */
  public String typesNote() {
    return types()
        + Listed.of(paper.types())
            .cut(
                "those over all schools, then school by school",
                "in the table that \u201cexport recurrence\u201d writes");
  }

  private String types(Predicate<String> school) {
    int number = (int) paper.types().stream().filter(one -> school.test(one.school())).count();
    return number == 0 ? "none" : Words.grouped(number);
  }

  /** Which schools kept silent. */
  public String missing() {
    int number = paper.missing().size();
    if (number == 0) {
      return paper.ofOneSchool()
          ? "The school submitted every month of both halves."
          : "Every school submitted every month of both halves.";
    }
    return paper.ofOneSchool()
        ? "The school sent neither a log nor a nil return for "
            + paper.missing().get(0).monthWords()
            + "."
        : Words.capitalCount(number, "school")
            + " sent neither a log nor a nil return for at least one month.";
  }

  /** The same above their table. */
  public String missingNote() {
    return missing()
        + Listed.of(paper.missing())
            .cut("school by school", "in the working lists of single schools");
  }

  /** What went back and did not come again. */
  public String returned() {
    int rows = paper.returned().stream().mapToInt(RowsReturned::waiting).sum();
    if (rows == 0) {
      return "No returned row waits to be sent again.";
    }
    return Words.capitalCount(rows, "returned row")
        + " of "
        + Words.count(paper.returned().size(), "import")
        + (rows == 1 ? " has" : " have")
        + " not been sent again.";
  }

  /** The same above its table. */
  public String returnedNote() {
    return returned()
        + " A row counts as sent again where the workbook of rows to fix came back under its own"
        + " name; rows sent again in another file still stand here."
        + Listed.of(paper.returned())
            .cut(
                "the earliest imports",
                "on the page Imports and in the table that \u201cexport imports\u201d writes");
  }

  /** Which signals nobody has decided on. */
  public String signals() {
    int number = paper.work().signals().all();
    return number == 0
        ? "No signal of an access log waits for a decision."
        : Words.capitalCount(number, "signal")
            + " of access logs "
            + (number == 1 ? "waits" : "wait")
            + " for a decision.";
  }

  /** The same above their table. */
  public String signalsNote() {
    return signals()
        + " Whom a signal is about stays in the record; import, sheet and row say where its first"
        + " line stands."
        + paper.work().signals().cut("those that began first", "on the page Signals");
  }

  private int count(WorkCount what) {
    return paper.work().counts().of(what);
  }
}
