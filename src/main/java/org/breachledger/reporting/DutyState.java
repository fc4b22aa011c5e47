package org.breachledger.reporting;

import java.time.Instant;
import java.util.Comparator;
import org.breachledger.calendar.AsOf;
import org.breachledger.deadline.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A duty of one incident that runs or was broken.
 *
 * @param title the duty's title
 * @param verdict overdue, running or late
 * @param due the last second that can still be in time; null where nobody can tell
 */
public record DutyState(String title, Verdict verdict, @Nullable Instant due) {

  private static final Comparator<DutyState> URGENT_FIRST =
      Comparator.comparing(DutyState::rank)
          .thenComparing(DutyState::dueOrLast)
          .thenComparing(DutyState::title);

  /** Refuses a duty that neither runs nor was broken. */
  public DutyState {
    if (!shown(verdict)) {
      throw new IllegalArgumentException("a duty that is " + verdict + " asks for no work");
    }
  }

  /** Whether a duty of that verdict runs or was broken. */
  public static boolean shown(Verdict verdict) {
    return verdict == Verdict.RUNNING || verdict.late();
  }

  /** What is overdue first, then what runs, then what was done late; each by its due moment. */
  static Comparator<DutyState> urgentFirst() {
    return URGENT_FIRST;
  }

  /** Whether it is not done, and its moment has passed. */
  public boolean overdue() {
    return verdict == Verdict.OVERDUE;
  }

  /** Whether it is not done, and its moment has not certainly passed. */
  public boolean running() {
    return verdict == Verdict.RUNNING;
  }

  /** The duty, how it stands and its due moment. */
  public String words() {
    String moment = due == null ? "" : Words.moment(new AsOf(due));
    return title
        + ": "
        + switch (verdict) {
          case OVERDUE -> due == null ? "overdue" : "overdue since " + moment;
          case RUNNING -> due == null ? "running" : "due " + moment;
          default -> due == null ? "done late" : "done after " + moment;
        };
  }

  Instant dueOrLast() {
    return due == null ? Instant.MAX : due;
  }

  private int rank() {
    return overdue() ? 0 : running() ? 1 : 2;
  }
}
