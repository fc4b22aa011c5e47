package org.breachledger.reporting;

import java.util.List;
import java.util.stream.Stream;

/**
 * The working list behind the board's paper, for the Security Working Group: what is open, overdue,
 * undecided or incomplete, with the row each line was read from [002].
 *
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param onRecord how many incidents of this half are counted, open or not
 * @param work the lists that grow with the record
 * @param types those that did not fall, at each school and over all
 * @param missing each school that did not submit a month
 * @param returned each import of which rows have not come again; empty for one school
 */
public record WorkingGroupPaper(
    String scope,
    Imprint imprint,
    int onRecord,
    WorkingLists work,
    List<SchoolTypeCount> types,
    List<MissingMonths> missing,
    List<RowsReturned> returned)
    implements Paper {

  /** In place of a school's name where a type is counted over all of them. */
  public static final String ALL_SCHOOLS = "All schools";

  /** Copies the lists. */
  public WorkingGroupPaper {
    types = List.copyOf(types);
    missing = List.copyOf(missing);
    returned = List.copyOf(returned);
  }

  /** Those of this half that are open or at Level 2, and those of any time with work. */
  public List<WorkingIncident> incidents() {
    return work.incidents().lines();
  }

  /** Those closed with a piece missing. */
  public List<WorkingClosing> closings() {
    return work.closings().lines();
  }

  /** Actions not done, of whatever half. */
  public List<WorkingAction> actions() {
    return work.actions().lines();
  }

  /** Reviews that wait, due first. */
  public List<WorkingReview> reviews() {
    return work.reviews().lines();
  }

  /** Signals nobody has decided on. */
  public List<WaitingSignal> signals() {
    return work.signals().lines();
  }

  /** The lines of a whole list that are printed. */
  public <T> List<T> printed(List<T> whole) {
    return Listed.of(whole).lines();
  }

  @Override
  public String template() {
    return "working-group";
  }

  @Override
  public String about() {
    return scope;
  }

  @Override
  public String title() {
    return "Working list: " + (ofOneSchool() ? scope : imprint.trust());
  }

  /** Whether it is about one school, so that its rows need not name it. */
  public boolean ofOneSchool() {
    return !scope.equals(AlertPack.ALL);
  }

  /** What each school's incidents ask for; schools without any work are left out. */
  public List<SchoolWork> bySchool() {
    return work.counts().schools();
  }

  /** Whether nothing at all waits for anybody. */
  public boolean nothingWaits() {
    return Stream.of(
            incidents(), closings(), actions(), reviews(), types, missing, returned, signals())
        .allMatch(List::isEmpty);
  }

  /** The sentences of this paper. */
  public WorkingGroupSentences sentences() {
    return new WorkingGroupSentences(this);
  }
}
