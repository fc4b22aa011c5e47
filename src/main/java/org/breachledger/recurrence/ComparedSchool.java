package org.breachledger.recurrence;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.breachledger.calendar.Windows;

/**
 * A school in the comparison and the months it submitted by a log or a nil return.
 *
 * @param name as confirmed, or as written
 * @param given false for that under which the rows without a school stand: it is none, and nobody
 *     can send its months
 */
public record ComparedSchool(int schoolId, String name, Set<YearMonth> submitted, boolean given) {

  /** A school that was given. */
  public ComparedSchool(int schoolId, String name, Set<YearMonth> submitted) {
    this(schoolId, name, submitted, true);
  }

  /** Copies the months. */
  public ComparedSchool {
    submitted = Set.copyOf(submitted);
  }

  /** The months of either half that were not submitted, the oldest first. */
  public List<YearMonth> missing(Windows windows) {
    return windows.months().stream().filter(month -> !submitted.contains(month)).toList();
  }
}
