package org.breachledger.reporting;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breachledger.incident.CountedAs;

/**
 * The lists of a working list that grow with the record: of each the lines that are printed, with
 * the counts of all.
 *
 * @param incidents by school; there the longest overdue first
 * @param closings by school
 * @param actions by school; there what is overdue first
 * @param reviews due first
 * @param signals as they began
 */
public record WorkingLists(
    WorkCounts counts,
    Listed<WorkingIncident> incidents,
    Listed<WorkingClosing> closings,
    Listed<WorkingAction> actions,
    Listed<WorkingReview> reviews,
    Listed<WaitingSignal> signals) {

  /**
   * Takes the lines one by one, counts all of them, and keeps those that are printed: the work of a
   * large record needs no more memory than that of a small one.
   */
  public static final class Gathering {

    private static final Comparator<WorkingAction> ACTION =
        Comparator.comparing(WorkingAction::overdue, Comparator.reverseOrder())
            .thenComparing(WorkingAction::due, Comparator.nullsLast(Comparator.naturalOrder()));
    private static final Comparator<WorkingReview> REVIEW =
        Comparator.comparing(WorkingReview::due, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final SortedMap<String, Map<WorkCount, Integer>> bySchool = new TreeMap<>();
    private final Foremost<WorkingIncident> incidents =
        new Foremost<>(WorkingIncident.urgentFirst());
    private final Foremost<WorkingClosing> closings = new Foremost<>(asTheyCame());
    private final Foremost<WorkingAction> actions = new Foremost<>(ACTION);
    private final Foremost<WorkingReview> reviews = new Foremost<>(REVIEW);
    private final Foremost<WaitingSignal> signals = new Foremost<>(asTheyCame());

    private static <T> Comparator<T> asTheyCame() {
      return (one, other) -> 0;
    }

    /** One on the list; the longest overdue is printed first, then what is due next. */
    public void incident(WorkingIncident one) {
      incidents.add(one);
      String school = one.school();
      count(school, WorkCount.INCIDENTS, 1);
      count(school, WorkCount.OPEN, one.open());
      count(school, WorkCount.OPEN_THIS_HALF, one.openThisHalf(CountedAs.INCIDENT));
      count(school, WorkCount.NEAR_MISSES_OPEN, one.openThisHalf(CountedAs.NEAR_MISS));
      count(school, WorkCount.INBOUND_OPEN, one.openThisHalf(CountedAs.INBOUND));
      count(school, WorkCount.OF_ANOTHER_TIME, !one.thisHalf());
      count(school, WorkCount.LATE, one.overdue() > 0);
      count(school, WorkCount.OVERDUE, one.overdue());
      count(school, WorkCount.RUNNING, one.running());
      count(school, WorkCount.LEVEL_TWO, one.levelTwo());
      count(school, WorkCount.UNDECIDED, one.undecided());
      count(school, WorkCount.TO_CHECK, one.toCheck());
    }

    /** One closed with a piece missing; the first handed over is printed first. */
    public void closing(WorkingClosing one) {
      closings.add(one);
      count(one.school(), WorkCount.CLOSINGS, 1);
    }

    /** One not done; the longest overdue is printed first, then what is due next. */
    public void action(WorkingAction one) {
      actions.add(one);
      count(one.school(), WorkCount.ACTIONS, 1);
      count(one.school(), WorkCount.ACTIONS_OVERDUE, one.overdue());
    }

    /** One that waits; one nobody can tell the day of is printed first, then what is due first. */
    public void review(WorkingReview one) {
      reviews.add(one);
      count(one.school(), WorkCount.REVIEWS, 1);
    }

    /** One nobody has decided on; the first handed over is printed first. */
    public void signal(WaitingSignal one) {
      signals.add(one);
    }

    private void count(String school, WorkCount what, boolean it) {
      count(school, what, it ? 1 : 0);
    }

    private void count(String school, WorkCount what, int number) {
      bySchool
          .computeIfAbsent(school, name -> new EnumMap<>(WorkCount.class))
          .merge(what, number, Integer::sum);
    }

    /** What was gathered. */
    public WorkingLists lists() {
      return new WorkingLists(
          new WorkCounts(bySchool),
          incidents.listed(WorkingIncident.inOrder()),
          closings.listed(Comparator.comparing(WorkingClosing::school)),
          actions.listed(Comparator.comparing(WorkingAction::school).thenComparing(ACTION)),
          reviews.listed(asTheyCame()),
          signals.listed(asTheyCame()));
    }
  }
}
