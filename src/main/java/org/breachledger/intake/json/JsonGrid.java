package org.breachledger.intake.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;

/**
 * JSON objects as one sheet: every key of the file is a heading, in the order in which keys first
 * come; an object without a key has a blank cell there. The headings are row 0, so that the other
 * rows are numbered as the file numbers its lines. A line that is no object is a row of failures.
 */
final class JsonGrid implements Grid {

  private static final GridSheet SHEET = new GridSheet(1, "", false);
  private static final GridCell FAILURE = GridCell.error("#JSON");
  private static final int MOST_KEYS = 2000;

  private final JsonRecords records;
  private final Map<String, Integer> columns;

  private JsonGrid(JsonRecords records, Map<String, Integer> columns) {
    this.records = records;
    this.columns = columns;
  }

  /** The sheet of some objects, whose keys are gathered first. */
  static JsonGrid of(JsonRecords records) throws RefusedFile, IOException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    records.read(
        (number, values) -> {
          if (values != null) {
            values.keySet().forEach(key -> columns.putIfAbsent(key, columns.size()));
          }
          return columns.size() <= MOST_KEYS;
        });
    if (columns.size() > MOST_KEYS) {
      throw new RefusedFile(
          Refusal.BROKEN_TEXT.saying(
              "The objects of this file have more than "
                  + MOST_KEYS
                  + " different keys, so they are no rows of one log; send the log itself."));
    }
    return new JsonGrid(records, columns);
  }

  @Override
  public List<GridSheet> sheets() {
    return List.of(SHEET);
  }

  @Override
  public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException {
    List<GridCell> headings = new ArrayList<>();
    columns.keySet().forEach(key -> headings.add(GridCell.text(key)));
    if (visitor.visit(new GridRow(0, headings, false))) {
      records.read((number, values) -> visitor.visit(new GridRow(number, cells(values), false)));
    }
  }

  private List<GridCell> cells(@org.jspecify.annotations.Nullable Map<String, GridCell> values) {
    List<GridCell> cells = new ArrayList<>(columns.size());
    for (String key : columns.keySet()) {
      cells.add(values == null ? FAILURE : values.getOrDefault(key, GridCell.BLANK));
    }
    return cells;
  }

  @Override
  public boolean dates1904() {
    return false;
  }

  @Override
  public List<FileNote> notes() {
    return List.of();
  }

  @Override
  public void close() {
    // every reading opens and closes the file itself
  }
}
