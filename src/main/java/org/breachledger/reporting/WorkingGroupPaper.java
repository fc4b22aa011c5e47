package org.breachledger.reporting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The working list behind the board's paper, for the Security Working Group: what is open, overdue,
 * undecided or incomplete, with the row each line was read from [002].
 *
 * @param scope the school's name; {@link AlertPack#ALL} for all of them
 * @param onRecord how many incidents of this half there are, open or not
 * @param incidents those of this half that are open or at Level 2, and those of any time with work
 * @param closings closed with a piece missing
 * @param actions those not done, of whatever half
 * @param reviews those that wait, due first
 * @param types those that did not fall, at each school and over all
 * @param missing each school that did not submit a month
 * @param returned each import of which rows have not come again; empty for one school
 * @param signals those nobody has decided on
 */
public record WorkingGroupPaper(
    String scope,
    Imprint imprint,
    int onRecord,
    List<WorkingIncident> incidents,
    List<WorkingClosing> closings,
    List<WorkingAction> actions,
    List<WorkingReview> reviews,
    List<SchoolTypeCount> types,
    List<MissingMonths> missing,
    List<RowsReturned> returned,
    List<WaitingSignal> signals)
    implements Paper {

  /** In place of a school's name where a type is counted over all of them. */
  public static final String ALL_SCHOOLS = "All schools";

  /** Copies the lists, what is overdue first within its school. */
  public WorkingGroupPaper {
    incidents = incidents.stream().sorted(WorkingIncident.inOrder()).toList();
    closings = closings.stream().sorted(Comparator.comparing(WorkingClosing::school)).toList();
    actions =
        actions.stream()
            .sorted(
                Comparator.comparing(WorkingAction::school)
                    .thenComparing(WorkingAction::overdue, Comparator.reverseOrder())
                    .thenComparing(
                        WorkingAction::due, Comparator.nullsLast(Comparator.naturalOrder())))
            .toList();
    reviews = List.copyOf(reviews);
    types = List.copyOf(types);
    missing = List.copyOf(missing);
    returned = List.copyOf(returned);
    signals = List.copyOf(signals);
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
    TreeSet<String> schools = new TreeSet<>();
    incidents.forEach(one -> schools.add(one.school()));
    closings.forEach(one -> schools.add(one.school()));
    actions.forEach(one -> schools.add(one.school()));
    reviews.forEach(one -> schools.add(one.school()));
    List<SchoolWork> work = new ArrayList<>();
    schools.forEach(school -> work.add(work(school)));
    return work;
  }

  private SchoolWork work(String school) {
    List<WorkingIncident> own =
        incidents.stream().filter(one -> one.school().equals(school)).toList();
    List<WorkingAction> todo = actions.stream().filter(one -> one.school().equals(school)).toList();
    return new SchoolWork(
        school,
        own.size(),
        (int) own.stream().filter(WorkingIncident::open).count(),
        own.stream().mapToInt(WorkingIncident::overdue).sum(),
        (int) own.stream().filter(WorkingIncident::undecided).count(),
        (int) closings.stream().filter(one -> one.school().equals(school)).count(),
        todo.size(),
        (int) todo.stream().filter(WorkingAction::overdue).count(),
        (int) reviews.stream().filter(one -> one.school().equals(school)).count());
  }

  /** Whether nothing at all waits for anybody. */
  public boolean nothingWaits() {
    return Stream.of(incidents, closings, actions, reviews, types, missing, returned, signals)
        .allMatch(List::isEmpty);
  }

  /** The sentences of this paper. */
  public WorkingGroupSentences sentences() {
    return new WorkingGroupSentences(this);
  }
}
