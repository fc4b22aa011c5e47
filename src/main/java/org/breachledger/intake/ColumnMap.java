package org.breachledger.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.intake.FieldPlan.Source;

/**
 * What the columns of a sheet feed.
 *
 * @param labels the heading of each column, each once; a column without one is named by its letter
 * @param fields how each field is read, in the order of the sheet
 * @param unmapped the columns that feed no field and are kept with the row as they are
 */
record ColumnMap(List<String> labels, List<FieldPlan> fields, Set<Integer> unmapped) {

  /** Heading to field, as summaries show it; several fields are joined by {@code ;}. */
  Map<String, String> mapping() {
    Map<Integer, String> byColumn = new java.util.TreeMap<>();
    for (FieldPlan plan : fields) {
      for (Source source : plan.sources()) {
        byColumn.merge(source.column(), plan.field().code(), (one, two) -> one + ";" + two);
      }
      Source time = plan.time();
      if (time != null) {
        byColumn.put(time.column(), plan.field().code() + " (time)");
      }
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    byColumn.forEach((column, field) -> mapping.put(labels.get(column), field));
    return mapping;
  }

  /** The headings that feed no field. */
  List<String> unmappedLabels() {
    return unmapped.stream().sorted().map(labels::get).toList();
  }

  /** Whether a row holds these headings over again, as printed logs do on each page. */
  boolean repeats(GridRow row) {
    int filled = 0;
    int same = 0;
    for (int column = 0; column < row.cells().size(); column++) {
      String text = row.cell(column).text();
      if (!text.isEmpty()) {
        filled++;
        boolean equal = column < labels.size() && text.equalsIgnoreCase(labels.get(column));
        same += equal ? 1 : 0;
      }
    }
    return same >= 2 && same * 10 >= filled * 8;
  }

  /** The label of a column, beyond the headings its letter. */
  String label(int column) {
    return column < labels.size() ? labels.get(column) : "column " + letters(column);
  }

  /** The letters by which a spreadsheet names a column, from 0: A, B, … Z, AA. */
  static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + letters(column % 26);
  }

  @Override
  public String toString() {
    return fields.stream().map(plan -> plan.field().code()).collect(Collectors.joining(", "));
  }
}
