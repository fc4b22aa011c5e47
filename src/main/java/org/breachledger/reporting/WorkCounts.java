package org.breachledger.reporting;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much work there is, printed line by line or not.
 *
 * @param bySchool by the school's name; schools without work are left out
 */
record WorkCounts(SortedMap<String, Map<WorkCount, Integer>> bySchool) {

  /** Copies the counts. */
  WorkCounts {
    SortedMap<String, Map<WorkCount, Integer>> copy = new TreeMap<>();
    bySchool.forEach((school, counts) -> copy.put(school, new EnumMap<>(counts)));
    bySchool = Collections.unmodifiableSortedMap(copy);
  }

  /** How many there are at all schools together. */
  int of(WorkCount what) {
    return bySchool.keySet().stream().mapToInt(school -> at(school, what)).sum();
  }

  /** What each school's incidents ask for. */
  List<SchoolWork> schools() {
    return bySchool.keySet().stream().map(this::work).toList();
  }

  private SchoolWork work(String school) {
    return new SchoolWork(
        school,
        at(school, WorkCount.INCIDENTS),
        at(school, WorkCount.OPEN),
        at(school, WorkCount.OVERDUE),
        at(school, WorkCount.UNDECIDED),
        at(school, WorkCount.CLOSINGS),
        at(school, WorkCount.ACTIONS),
        at(school, WorkCount.ACTIONS_OVERDUE),
        at(school, WorkCount.REVIEWS));
  }

  private int at(String school, WorkCount what) {
    return bySchool.getOrDefault(school, Map.of()).getOrDefault(what, 0);
  }
}
