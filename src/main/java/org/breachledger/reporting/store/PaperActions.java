package org.breachledger.reporting.store;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.CaseAction;
import org.breachledger.casework.store.StoredAction;
import org.breachledger.reporting.ActionCounts;
import org.breachledger.reporting.SchoolActions;

/**
 * The actions papers count: all that are open at the paper's date, of whatever half the incident
 * is.
 */
record PaperActions(List<StoredAction> actions, AsOf asOf) {

  /** The open and overdue actions of one school. */
  ActionCounts of(int schoolId) {
    List<StoredAction> open = open(schoolId);
    return new ActionCounts(open.size(), overdue(open));
  }

  /** Each school that has an open action, by name. */
  List<SchoolActions> bySchool() {
    Map<String, List<StoredAction>> bySchool =
        open().stream()
            .collect(
                Collectors.groupingBy(StoredAction::school, TreeMap::new, Collectors.toList()));
    return bySchool.entrySet().stream()
        .map(
            school ->
                new SchoolActions(
                    school.getKey(), school.getValue().size(), overdue(school.getValue())))
        .toList();
  }

  /** The open actions of one school, of all for school 0. */
  List<StoredAction> open(int schoolId) {
    return open().stream()
        .filter(action -> schoolId == 0 || action.schoolId() == schoolId)
        .toList();
  }

  /** Whether an open action is overdue. */
  boolean overdue(StoredAction open) {
    return open.action().state(asOf) == CaseAction.State.OVERDUE;
  }

  private List<StoredAction> open() {
    return actions.stream().filter(stored -> stored.action().open(asOf)).toList();
  }

  private int overdue(List<StoredAction> open) {
    return (int) open.stream().filter(this::overdue).count();
  }
}
