package org.breachledger.incident.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The columns of the register one stage writes beside the facts, in the order of their values. The
 * values travel as text and are read by the database as the column's type.
 *
 * @param columns none twice
 */
public record StageColumns(List<Column> columns) {

  /** No columns at all. */
  public static final StageColumns NONE = new StageColumns(List.of());

  /**
   * A column.
   *
   * @param name in table {@code incident}
   * @param type its PostgreSQL type
   */
  public record Column(String name, String type) {}

  /** Copies the list. */
  public StageColumns {
    columns = List.copyOf(columns);
  }

  /** Columns out of name and type, in turn. */
  public static StageColumns of(String... namesAndTypes) {
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < namesAndTypes.length; i += 2) {
      columns.add(new Column(namesAndTypes[i], namesAndTypes[i + 1]));
    }
    return new StageColumns(columns);
  }

  /** These, then others. */
  public StageColumns and(StageColumns others) {
    List<Column> all = new ArrayList<>(columns);
    all.addAll(others.columns);
    return new StageColumns(all);
  }

  /** A part of a statement for each column, with commas between. */
  public String each(Function<Column, String> part) {
    return columns.stream().map(part).collect(Collectors.joining(", "));
  }
}
