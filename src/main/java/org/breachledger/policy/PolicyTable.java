package org.breachledger.policy;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of the policy in CSV: lines that begin with {@code #} say what a row means, the first
 * other line holds the column names, and each row knows its line so that a refusal can name it.
 *
 * @param name the table's name under {@code jobs/}
 * @param rows in the order of the file
 */
public record PolicyTable(String name, List<Row> rows) {

  /**
   * One row.
   *
   * @param table the table's name
   * @param line the line it begins on, from 1
   * @param cells stripped text by column name, empty where nothing is written
   */
  public record Row(String table, int line, Map<String, String> cells) {

    /** The cell in a column; empty text where nothing is written. */
    public String get(String column) {
      return cells.getOrDefault(column, "");
    }

    /**
     * The cell in a column that may not be empty.
     *
     * @throws RefusedTable where it is
     */
    public String need(String column) {
      String cell = get(column);
      if (cell.isEmpty()) {
        throw refuse("column \"" + column + "\" is empty; write a value");
      }
      return cell;
    }

    /**
     * The whole number in a column.
     *
     * @throws RefusedTable where there is none
     */
    public int number(String column) {
      try {
        return Integer.parseInt(need(column));
      } catch (NumberFormatException e) {
        throw refuse("\"" + get(column) + "\" in column \"" + column + "\" is not a whole number");
      }
    }

    /** A refusal of this row, to be thrown. */
    public RefusedTable refuse(String wrong) {
      return new RefusedTable(table, line, wrong);
    }
  }

  /**
   * Reads a table and checks its columns.
   *
   * @param required the columns that must be there; any other column is refused unless optional
   * @throws RefusedTable naming the line, where the text is no such table
   */
  public static PolicyTable read(
      PolicySource source, String name, Set<String> required, Set<String> optional) {
    List<Row> rows = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(source.get(name))) {
      for (CsvRecord line : reader) {
        int number = (int) line.getStartingLineNumber();
        if (columns.isEmpty()) {
          columns.addAll(line.getFields().stream().map(String::strip).toList());
          checkColumns(name, number, columns, required, optional);
        } else {
          rows.add(row(name, number, columns, line.getFields()));
        }
      }
    } catch (java.io.IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
      throw new RefusedTable(name, 0, "this is not a readable CSV file: " + e.getMessage());
    }
    if (columns.isEmpty()) {
      throw new RefusedTable(name, 0, "this table is empty; its columns are " + required);
    }
    return new PolicyTable(name, List.copyOf(rows));
  }

  private static Row row(String name, int number, List<String> columns, List<String> fields) {
    if (fields.size() != columns.size()) {
      throw new RefusedTable(
          name,
          number,
          "this row has " + fields.size() + " cells, the heading has " + columns.size());
    }
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), fields.get(i).strip());
    }
    return new Row(name, number, cells);
  }

  private static void checkColumns(
      String name, int line, List<String> columns, Set<String> required, Set<String> optional) {
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!required.contains(column) && !optional.contains(column)) {
        throw new RefusedTable(
            name,
            line,
            "column \"" + column + "\" is unknown; allowed are " + required + " and " + optional);
      }
      if (!seen.add(column)) {
        throw new RefusedTable(name, line, "column \"" + column + "\" stands twice");
      }
    }
    for (String column : required) {
      if (!seen.contains(column)) {
        throw new RefusedTable(name, line, "column \"" + column + "\" is missing");
      }
    }
  }
}
