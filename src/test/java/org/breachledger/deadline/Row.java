package org.breachledger.deadline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.calendar.AsOf;
import org.breachledger.policy.EditedPolicy;
import org.breachledger.policy.PolicyProfile;

/** One row of a deadlines file, judged under the shipped default policy. */
record Row(Map<String, String> cells) {

  private static final EditedPolicy SHIPPED = EditedPolicy.shipped();
  private static final DeadlineRules RULES =
      DeadlineRules.read(SHIPPED, PolicyProfile.read(SHIPPED, PolicyProfile.DEFAULT));

  /**
   * Judges a row.
   *
   * @param written cells as {@code column=value}, separated by blanks
   */
  static Row of(String written, String asOf) {
    return of(RULES, written, asOf);
  }

  static Row of(DeadlineRules rules, String written, String asOf) {
    Map<String, String> given = new HashMap<>();
    for (String cell : written.strip().split(" +", -1)) {
      if (!cell.isEmpty()) {
        String column = cell.substring(0, cell.indexOf('='));
        if (!DeadlinesFile.COLUMNS.contains(column)) {
          throw new IllegalArgumentException("no such column: " + column);
        }
        given.put(column, cell.substring(cell.indexOf('=') + 1));
      }
    }
    DeadlinesFile file = new DeadlinesFile(rules, AsOf.parse(asOf));
    List<String> headings = file.headings();
    List<String> added = file.added(column -> given.getOrDefault(column, ""));
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < headings.size(); i++) {
      cells.put(headings.get(i), added.get(i));
    }
    return new Row(cells);
  }

  String verdict(String duty) {
    return cell(duty + "_verdict");
  }

  String due(String duty) {
    return cell(duty + "_due");
  }

  String hours(String duty) {
    return cell(duty + "_hours");
  }

  String note(String duty) {
    return cell(duty + "_note");
  }

  private String cell(String heading) {
    String cell = cells.get(heading);
    if (cell == null) {
      throw new IllegalArgumentException("no such heading: " + heading);
    }
    return cell;
  }
}
