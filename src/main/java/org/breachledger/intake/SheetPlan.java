package org.breachledger.intake;

import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * One sheet with a log, surveyed from top to bottom.
 *
 * @param sheet the sheet
 * @param heading its heading row
 * @param lastRow the last row that holds anything; before {@code heading.bodyFrom()} where no row
 *     does
 * @param columns what each column of moments tells, by column
 * @param hiddenRows how many rows of the log are hidden
 * @param findings what its rows told beside their dates
 */
record SheetPlan(
    GridSheet sheet,
    HeadingRow heading,
    int lastRow,
    Map<Integer, ColumnSurvey> columns,
    int hiddenRows,
    Findings findings) {

  int rowsRead() {
    return Math.max(0, lastRow - heading.bodyFrom() + 1);
  }

  boolean hasSchoolColumn() {
    return plan(Field.SCHOOL) != null;
  }

  @Nullable FieldPlan plan(Field field) {
    return heading.columns().fields().stream()
        .filter(plan -> plan.field() == field)
        .findFirst()
        .orElse(null);
  }

  /** The columns whose every value is a whole day. */
  Set<Integer> dayColumns() {
    Profile profile = heading.profile();
    boolean all = profile != null && profile.dateOnly();
    return columns.entrySet().stream()
        .filter(entry -> all || entry.getValue().daysOnly())
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** How many rows fall in each month by the first of occurred, identified and reported it has. */
  Map<YearMonth, Integer> months(DateOrder order) {
    for (Field field : new Field[] {Field.OCCURRED, Field.IDENTIFIED, Field.REPORTED}) {
      FieldPlan plan = plan(field);
      ColumnSurvey survey = plan == null ? null : columns.get(plan.first().column());
      if (survey != null && !survey.months(order).isEmpty()) {
        return survey.months(order);
      }
    }
    return new TreeMap<>();
  }

  /**
   * Whether at least half of the dated rows fall in these months; in either reading where day and
   * month are undecided.
   */
  boolean mostlyIn(SortedSet<YearMonth> months, DateOrder order) {
    return order == DateOrder.UNDECIDED
        ? mostly(months, DateOrder.DMY) || mostly(months, DateOrder.MDY)
        : mostly(months, order);
  }

  private boolean mostly(SortedSet<YearMonth> months, DateOrder order) {
    int inside = 0;
    int all = 0;
    for (Map.Entry<YearMonth, Integer> month : months(order).entrySet()) {
      all += month.getValue();
      inside += months.contains(month.getKey()) ? month.getValue() : 0;
    }
    return inside * 2 >= all;
  }
}
