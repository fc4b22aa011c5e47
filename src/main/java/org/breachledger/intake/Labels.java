package org.breachledger.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.incident.Sha256;

/** Names the columns of a heading row, each once, and tells one set of headings from another. */
final class Labels {

  private Labels() {}

  /** The heading of each column; one without a heading is named by its letter. */
  static List<String> of(GridRow row) {
    List<String> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Map<String, Integer> times = new HashMap<>();
    for (int column = 0; column < row.cells().size(); column++) {
      String text = row.cell(column).text().replaceAll("\\s+", " ");
      String label = text.isEmpty() ? "column " + ColumnMap.letters(column) : text;
      String once = label;
      while (!seen.add(once)) {
        once = label + " (" + times.merge(label, 2, (n, two) -> n + 1) + ")";
      }
      labels.add(once);
    }
    return labels;
  }

  /** The same for the same headings in any order, whatever their case and punctuation. */
  static String fingerprint(GridRow row) {
    return Sha256.of(
        row.texts().stream()
            .filter(text -> !text.isEmpty())
            .map(Headings::key)
            .sorted()
            .collect(Collectors.joining("\n")));
  }
}
