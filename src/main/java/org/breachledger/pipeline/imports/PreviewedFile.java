package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.FieldChange;
import org.breachledger.intake.store.PreviewRow;
import org.breachledger.intake.store.RowOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What taking a file in would do: its rows, and its gaps by what is wrong and where.
 *
 * @param rows in the order of the file, at most {@link #LIMIT} of each outcome
 * @param leftOut how many rows of an outcome are not in the list; the row sums count all
 * @param gaps the gaps of all rows taken, each kind once, in the order they were met
 */
public record PreviewedFile(List<Row> rows, Map<RowOutcome, Integer> leftOut, List<GapKind> gaps) {

  /** How many rows of each outcome are listed. */
  public static final int LIMIT = 1000;

  /** No row: what a log without incidents would bring. */
  static final PreviewedFile NOTHING = new PreviewedFile(List.of(), Map.of(), List.of());

  /** Copies, so that a preview never changes. */
  public PreviewedFile {
    rows = List.copyOf(rows);
    leftOut = Map.copyOf(leftOut);
    gaps = List.copyOf(gaps);
  }

  /**
   * A row with the sheet it stands in.
   *
   * @param sheet as its tab shows it; empty for text files
   */
  public record Row(String sheet, PreviewRow shown) {}

  /**
   * One kind of gap.
   *
   * @param first an example: the notice of the first row that has it
   * @param read the first few different things that were read there
   * @param times how often it is met
   * @param places the first few rows that have it
   */
  public record GapKind(Notice first, List<String> read, int times, List<String> places) {

    /** Copies the lists. */
    public GapKind {
      read = List.copyOf(read);
      places = List.copyOf(places);
    }
  }

  /** The rows of one outcome, in the order of the file. */
  public List<Row> rows(RowOutcome outcome) {
    return rows.stream().filter(row -> row.shown().outcome() == outcome).toList();
  }

  /** What {@code import --dry-run --json} says beside the row sums. */
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("preview", rows.stream().map(PreviewedFile::json).toList());
    Map<String, Object> left = new LinkedHashMap<>();
    for (RowOutcome outcome : RowOutcome.values()) {
      if (leftOut.containsKey(outcome)) {
        left.put(outcome.code(), leftOut.get(outcome));
      }
    }
    json.put("previewLeftOut", left);
    return json;
  }

  private static Map<String, @Nullable Object> json(Row row) {
    PreviewRow shown = row.shown();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("sheet", row.sheet());
    json.put("row", shown.row());
    json.put("outcome", shown.outcome().code());
    json.put("school", shown.school());
    json.put("reference", shown.reference());
    List<Object> changes = new ArrayList<>();
    shown.changes().forEach(change -> changes.add(json(change)));
    json.put("changes", changes);
    json.put("notices", shown.notices().stream().map(PreviewedFile::json).toList());
    return json;
  }

  private static Map<String, @Nullable Object> json(FieldChange change) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("field", change.field().code());
    json.put("before", change.shownBefore().orElse(null));
    json.put("after", change.shownAfter().orElse(null));
    return json;
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
