package org.breachledger.pipeline.imports;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.Notice;
import org.breachledger.intake.Outcome;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.RowSink;
import org.breachledger.intake.store.IncomingRow;

/**
 * Hands rows that were read on to the register, each with the fields its sheet has a column for.
 */
final class IncomingRows implements RowSink {

  private final Map<Integer, Set<Field>> mapped = new HashMap<>();
  private final Consumer<IncomingRow> register;
  private final Consumer<ReadRow> returned;
  private int numbers;

  IncomingRows(LogSummary summary, Consumer<IncomingRow> register, Consumer<ReadRow> returned) {
    this.register = register;
    this.returned = returned;
    for (LogSheet sheet : summary.sheets()) {
      mapped.put(sheet.number(), Set.copyOf(sheet.fields()));
    }
  }

  /** What their sender is told of rows left out that look like incidents. */
  List<String> notes() {
    return numbers == 0
        ? List.of()
        : List.of(
            numbers == 1
                ? "1 row has a number and tells of no incident; it was skipped."
                : numbers + " rows have a number and tell of no incident; they were skipped.");
  }

  @Override
  public void take(ReadRow row) {
    Set<Field> fields = mapped.getOrDefault(row.sheet(), Set.of());
    if (row.outcome() instanceof Outcome.Taken taken) {
      register.accept(
          new IncomingRow(
              row.sheet(),
              row.row(),
              IncomingRow.Read.TAKEN,
              taken.facts(),
              known(fields, taken.facts()),
              notices(taken.gaps()),
              taken.extra(),
              row.print()));
    } else if (row.outcome() instanceof Outcome.Returned back) {
      returned.accept(row);
      register.accept(untaken(row, row.row(), IncomingRow.Read.RETURNED, notices(back.reasons())));
    } else if (row.outcome() instanceof Outcome.Skipped skipped) {
      numbers += skipped.reason().equals(Outcome.Skipped.NUMBER_ONLY) ? skipped.rows() : 0;
      for (int i = 0; i < skipped.rows(); i++) {
        register.accept(untaken(row, row.row() + i, IncomingRow.Read.SKIPPED, List.of()));
      }
    }
  }

  /** A word may tell a field that its sheet has no column for. */
  private static Set<Field> known(Set<Field> fields, Facts facts) {
    if (fields.containsAll(facts.values().keySet())) {
      return fields;
    }
    Set<Field> known = new HashSet<>(fields);
    known.addAll(facts.values().keySet());
    return known;
  }

  private static IncomingRow untaken(
      ReadRow row, int number, IncomingRow.Read read, List<Map<String, String>> notices) {
    return new IncomingRow(row.sheet(), number, read, Facts.none(), Set.of(), notices, Map.of());
  }

  private static List<Map<String, String>> notices(List<Notice> notices) {
    return notices.stream().map(IncomingRows::json).toList();
  }

  private static Map<String, String> json(Notice notice) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put("code", notice.code());
    json.put("column", notice.column());
    json.put("read", notice.read());
    json.put("expected", notice.expected());
    json.put("toDo", notice.toDo());
    return json;
  }
}
