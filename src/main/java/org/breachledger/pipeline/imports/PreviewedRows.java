package org.breachledger.pipeline.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.intake.LogSheet;
import org.breachledger.intake.Notice;
import org.breachledger.intake.store.PreviewRow;
import org.breachledger.intake.store.RowOutcome;
import org.breachledger.pipeline.imports.PreviewedFile.GapKind;
import org.breachledger.pipeline.imports.PreviewedFile.Row;

/** Gathers the rows of a preview as they come, and keeps no more than a person can read. */
final class PreviewedRows {

  private static final int PLACES = 5;
  private static final int SAMPLES = 3;

  private final Map<Integer, String> sheets = new LinkedHashMap<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<RowOutcome, Integer> met = new EnumMap<>(RowOutcome.class);
  private final Map<List<String>, GapCount> gaps = new LinkedHashMap<>();

  PreviewedRows(List<LogSheet> sheets) {
    for (LogSheet sheet : sheets) {
      this.sheets.put(sheet.number(), sheet.name());
    }
  }

  /** The name of the sheet a row stands in. */
  String sheet(PreviewRow row) {
    return sheets.getOrDefault(row.sheet(), "");
  }

  void add(PreviewRow row) {
    if (met.merge(row.outcome(), 1, Integer::sum) <= PreviewedFile.LIMIT) {
      rows.add(new Row(sheet(row), row));
    }
    if (row.outcome() != RowOutcome.RETURNED) {
      for (Notice notice : row.notices()) {
        gaps.computeIfAbsent(List.of(notice.code(), notice.column()), kind -> new GapCount(notice))
            .add(notice.read(), place(row));
      }
    }
  }

  private String place(PreviewRow row) {
    return sheets.size() > 1 ? sheet(row) + " row " + row.row() : Integer.toString(row.row());
  }

  PreviewedFile done() {
    Map<RowOutcome, Integer> leftOut = new EnumMap<>(RowOutcome.class);
    met.forEach(
        (outcome, count) -> {
          if (count > PreviewedFile.LIMIT) {
            leftOut.put(outcome, count - PreviewedFile.LIMIT);
          }
        });
    return new PreviewedFile(rows, leftOut, gaps.values().stream().map(GapCount::kind).toList());
  }

  /** How often one kind of gap was met, and where first. */
  private static final class GapCount {

    private final Notice first;
    private final Set<String> read = new LinkedHashSet<>();
    private final List<String> places = new ArrayList<>();
    private int times;

    private GapCount(Notice first) {
      this.first = first;
    }

    private void add(String cell, String place) {
      times++;
      if (read.size() < SAMPLES && !cell.isEmpty()) {
        read.add(cell);
      }
      if (places.size() < PLACES) {
        places.add(place);
      }
    }

    private GapKind kind() {
      return new GapKind(first, List.copyOf(read), times, places);
    }
  }
}
