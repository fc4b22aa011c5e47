package org.breachledger.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.FoldedText;

/**
 * By what the rows of a sheet are known again in another sheet of the same headings: reference with
 * day or with words; without a reference day, type, words and number together. Only so many rows
 * are kept, as marks that tell nothing of what they say.
 */
final class RowKeys {

  private static final int MOST = 5_000;

  private final ColumnMap columns;
  private final boolean references;
  private final List<List<Integer>> rows = new ArrayList<>();
  private final Set<Integer> all = new HashSet<>();

  RowKeys(ColumnMap columns) {
    this.columns = columns;
    this.references = columns.feeds(Field.REFERENCE);
  }

  void see(GridRow row) {
    if (rows.size() >= MOST) {
      return;
    }
    String day =
        text(row, Field.OCCURRED)
            + "|"
            + text(row, Field.IDENTIFIED)
            + "|"
            + text(row, Field.REPORTED);
    String type = text(row, Field.REPORTED_TYPE);
    String words = text(row, Field.DESCRIPTION);
    String reference = text(row, Field.REFERENCE);
    List<Integer> keys = new ArrayList<>();
    if (!reference.isEmpty()) {
      keys.add(Objects.hash(reference, 1, day));
      keys.add(Objects.hash(reference, 2, type, words));
    } else if (!(day + type + words).equals("||")) {
      keys.add(Objects.hash(day, type, words, text(row, Field.INDIVIDUALS)));
    }
    if (!keys.isEmpty()) {
      rows.add(keys);
      all.addAll(keys);
    }
  }

  private String text(GridRow row, Field field) {
    return columns.fields().stream()
        .filter(plan -> plan.field() == field)
        .map(plan -> FoldedText.of(row.cell(plan.first().column()).text()))
        .findFirst()
        .orElse("");
  }

  /** Whether rows are known by their references. */
  boolean byReference() {
    return references;
  }

  /** How many of a hundred rows are in the other sheet too; 0 where there is no row. */
  int percentIn(RowKeys other) {
    long found = rows.stream().filter(keys -> keys.stream().anyMatch(other.all::contains)).count();
    return rows.isEmpty() ? 0 : (int) (found * 100 / rows.size());
  }
}
