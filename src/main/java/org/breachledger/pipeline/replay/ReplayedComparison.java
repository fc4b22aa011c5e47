package org.breachledger.pipeline.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.recurrence.KeptRow;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/**
 * A comparison worked out again beside the one its run kept.
 *
 * @param rows as worked out again
 * @param kept as kept, by {@link KeptRow#key}
 */
record ReplayedComparison(List<Recurrence> rows, Map<String, KeptRow> kept) {

  private static final List<String> COLUMNS =
      List.of(
          "school",
          "breach_type",
          "sub_type",
          "window_start",
          "window_middle",
          "window_end",
          "previous",
          "current",
          "verdict",
          "evidence",
          "kept_previous",
          "kept_current",
          "kept_verdict");

  static ReplayedComparison of(List<Recurrence> rows, List<KeptRow> keptRows) {
    Map<String, KeptRow> kept = new LinkedHashMap<>();
    keptRows.forEach(row -> kept.put(row.key(), row));
    return new ReplayedComparison(List.copyOf(rows), kept);
  }

  /** Writes {@code recurrence.csv}. */
  void write(Path folder) {
    try (ReplayedFile out = new ReplayedFile(folder, "recurrence", COLUMNS)) {
      rows.forEach(row -> out.row(cells(row)));
      out.done();
    }
  }

  private List<@Nullable Object> cells(Recurrence row) {
    KeptRow before = kept.get(KeptRow.of(row).key());
    return Arrays.asList(
        row.schoolId() == 0 ? row.school() : new Outside(row.school()),
        row.breachType(),
        row.subType(),
        row.windows().start().toString(),
        row.windows().middle().toString(),
        row.windows().end().toString(),
        row.previous(),
        row.current(),
        row.verdict().name(),
        row.evidence(),
        before == null ? null : before.previous(),
        before == null ? null : before.current(),
        before == null ? null : before.verdict());
  }

  /** Each row that does not come out as kept. */
  List<String> differences() {
    Map<String, KeptRow> left = new LinkedHashMap<>(kept);
    List<String> differences = new ArrayList<>();
    for (Recurrence row : rows) {
      KeptRow now = KeptRow.of(row);
      KeptRow before = left.remove(now.key());
      if (before == null || !before.agrees(now)) {
        differences.add(
            now.name()
                + ": kept "
                + (before == null ? "nothing" : before.words())
                + "; replayed "
                + now.words());
      }
    }
    left.values()
        .forEach(
            gone -> differences.add(gone.name() + ": kept " + gone.words() + "; replayed nothing"));
    return differences;
  }
}
