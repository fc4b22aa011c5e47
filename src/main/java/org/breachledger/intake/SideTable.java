package org.breachledger.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A table of counts that somebody put beside the log, behind a column without heading and values:
 * none of its headings feeds a field, and either a pivot table's marks stand in it or it is a
 * column of names, each once, with numbers only behind them.
 */
final class SideTable {

  private SideTable() {}

  /**
   * Its columns, the empty one included; none where there is no such table.
   *
   * @param heading the heading row as it is written, by column
   * @param early the first rows below
   */
  static Set<Integer> find(
      Vocabulary vocabulary,
      ColumnMap columns,
      Map<Integer, ColumnContent> contents,
      List<String> heading,
      List<GridRow> early) {
    int gap = gap(columns, contents);
    Set<Integer> beside = new TreeSet<>();
    if (gap >= 0 && (marked(vocabulary, gap, heading, early) || counts(gap, contents))) {
      for (int column = gap; column < columns.labels().size(); column++) {
        beside.add(column);
      }
    }
    return beside;
  }

  /** The leftmost empty column behind which no column feeds a field; −1 where there is none. */
  private static int gap(ColumnMap columns, Map<Integer, ColumnContent> contents) {
    int gap = -1;
    for (int column = columns.labels().size() - 1; column > 0; column--) {
      ColumnContent content = contents.get(column);
      if (content == null) {
        return gap;
      }
      boolean nameless = columns.label(column).equals("column " + ColumnMap.letters(column));
      gap = nameless && content.empty() ? column : gap;
    }
    return gap;
  }

  private static boolean counts(int gap, Map<Integer, ColumnContent> contents) {
    List<ColumnContent> behind =
        contents.entrySet().stream()
            .filter(entry -> entry.getKey() > gap && !entry.getValue().empty())
            .map(Map.Entry::getValue)
            .toList();
    return behind.size() >= 2
        && behind.get(0).eachOnce()
        && behind.stream().skip(1).allMatch(ColumnContent::numbersOnly);
  }

  private static boolean marked(
      Vocabulary vocabulary, int gap, List<String> heading, List<GridRow> early) {
    Set<String> keys = new HashSet<>();
    heading.stream().skip(gap).map(Headings::key).forEach(keys::add);
    early.forEach(row -> row.texts().stream().skip(gap).map(Headings::key).forEach(keys::add));
    return vocabulary.lookalikes().find(keys).isPresent();
  }
}
