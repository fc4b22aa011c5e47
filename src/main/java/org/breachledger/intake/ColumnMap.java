package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.intake.FieldPlan.Source;

/**
 * What the columns of a sheet feed.
 *
 * @param fingerprint the same for the same headings in any order
 * @param labels the heading of each column, each once; a column without one is named by its letter
 * @param fields how each field is read, in the order of the sheet
 * @param unmapped the columns that feed no field and are kept with the row as they are
 * @param origins how it came about that a column feeds a field, or that a person said it feeds none
 * @param beside the columns of a table of counts beside the log, which are no part of it
 * @param dates where day, month and year have a column each, by the column they are read in
 */
record ColumnMap(
    String fingerprint,
    List<String> labels,
    List<FieldPlan> fields,
    Set<Integer> unmapped,
    Map<Integer, Origin> origins,
    Set<Integer> beside,
    Map<Integer, DateParts> dates) {

  /** Copies, so that a map never changes. */
  ColumnMap {
    labels = List.copyOf(labels);
    fields = List.copyOf(fields);
    unmapped = Set.copyOf(unmapped);
    origins = Map.copyOf(origins);
    beside = Set.copyOf(beside);
    dates = Map.copyOf(dates);
  }

  /** The field in whose place a column is read; empty where it feeds none. */
  Optional<Field> field(int column) {
    return fields.stream()
        .filter(plan -> plan.sources().stream().anyMatch(source -> source.column() == column))
        .map(FieldPlan::field)
        .findFirst();
  }

  /** Whether any column feeds a field. */
  boolean feeds(Field field) {
    return fields.stream().anyMatch(plan -> plan.field() == field);
  }

  /**
   * What the columns can tell: their fields, and the texts that take what an answer leaves over
   * where no other column could have told them.
   */
  Set<Field> tells(Headings headings) {
    Set<Field> tells = EnumSet.noneOf(Field.class);
    for (FieldPlan plan : fields) {
      tells.add(plan.field());
      plan.sources().stream()
          .map(Source::otherwise)
          .filter(Objects::nonNull)
          .filter(field -> !headings.feed(field))
          .forEach(tells::add);
      if (plan.sources().stream().anyMatch(Source::asksNearMiss)) {
        tells.add(Field.NEAR_MISS);
      }
    }
    return tells;
  }

  /** This map with one column, that fed nothing, guessed to feed a field, that nothing fed. */
  ColumnMap withGuess(int column, Field field) {
    List<FieldPlan> more = new ArrayList<>(fields);
    more.add(new FieldPlan(field, List.of(Source.whole(column, labels.get(column))), null, false));
    Map<Integer, Origin> known = new HashMap<>(origins);
    known.put(column, Origin.CONTENT);
    Set<Integer> left = new HashSet<>(unmapped);
    left.remove(column);
    return new ColumnMap(fingerprint, labels, more, left, known, beside, dates);
  }

  /** This map with columns named by their letters, up to a width. */
  ColumnMap widened(int width) {
    List<String> wide = new ArrayList<>(labels);
    Set<Integer> more = new HashSet<>(unmapped);
    for (int column = labels.size(); column < width; column++) {
      wide.add("column " + letters(column));
      more.add(column);
    }
    return new ColumnMap(fingerprint, wide, fields, more, origins, beside, dates);
  }

  /** This map without columns that are no part of the log. */
  ColumnMap withBeside(Set<Integer> columns) {
    Set<Integer> left = new HashSet<>(unmapped);
    left.removeAll(columns);
    return new ColumnMap(fingerprint, labels, fields, left, origins, columns, dates);
  }

  /** This map without a date whose day, month and year have a column each. */
  ColumnMap withoutDate(int column) {
    Map<Integer, DateParts> others = new HashMap<>(dates);
    DateParts parts = others.remove(column);
    if (parts == null) {
      return this;
    }
    Map<Integer, Origin> known = new HashMap<>(origins);
    Set<Integer> left = new HashSet<>(unmapped);
    for (int part : List.of(parts.day(), parts.month(), parts.year())) {
      known.remove(part);
      left.add(part);
    }
    List<FieldPlan> rest = fields.stream().filter(plan -> plan.first().column() != column).toList();
    return new ColumnMap(fingerprint, labels, rest, left, known, beside, others);
  }

  /** Whether a row holds something, but only beside the log. */
  boolean onlyBeside(GridRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      if (!row.cell(column).blank() && !beside.contains(column)) {
        return false;
      }
    }
    return !beside.isEmpty();
  }

  /** A row as it is read: a day, a month and a year stand together in one cell. */
  GridRow heard(GridRow row) {
    if (dates.isEmpty()) {
      return row;
    }
    List<GridCell> cells = new ArrayList<>(row.cells());
    dates.forEach(
        (column, parts) -> {
          while (cells.size() <= column) {
            cells.add(GridCell.BLANK);
          }
          cells.set(column, parts.join(row));
        });
    return new GridRow(row.number(), cells, row.hidden());
  }

  /** Heading to field of the columns of which a person, or a guess, decided. */
  Map<String, String> decided(boolean said) {
    Map<String, String> decided = new LinkedHashMap<>();
    for (int column = 0; column < labels.size(); column++) {
      Origin origin = origins.get(column);
      boolean guess = origin == Origin.CONTENT || origin == Origin.REMEMBERED_GUESS;
      if (origin != null && (said ? origin.said() : guess)) {
        decided.put(labels.get(column), field(column).map(Field::code).orElse(Mapping.IGNORE));
      }
    }
    return decided;
  }

  /** Heading to field, as summaries show it; several fields are joined by {@code ;}. */
  Map<String, String> mapping() {
    Map<Integer, String> byColumn = new java.util.TreeMap<>();
    for (FieldPlan plan : fields) {
      for (Source source : plan.sources()) {
        byColumn.merge(source.column(), plan.field().code(), (one, two) -> one + ";" + two);
      }
      DateParts parts = dates.get(plan.first().column());
      if (parts != null) {
        byColumn.put(parts.day(), plan.field().code() + " (day)");
        byColumn.put(parts.month(), plan.field().code() + " (month)");
        byColumn.put(parts.year(), plan.field().code() + " (year)");
      }
      Source time = plan.time();
      if (time != null) {
        byColumn.put(time.column(), plan.field().code() + " (time)");
      }
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    byColumn.forEach((column, field) -> mapping.put(labels.get(column), field));
    return mapping;
  }

  /** The headings that feed no field. */
  List<String> unmappedLabels() {
    return unmapped.stream().sorted().map(labels::get).toList();
  }

  /** Whether a row holds these headings over again, as printed logs do on each page. */
  boolean repeats(GridRow row) {
    int filled = 0;
    int same = 0;
    for (int column = 0; column < row.cells().size(); column++) {
      String text = row.cell(column).text();
      if (!text.isEmpty()) {
        filled++;
        boolean equal = column < labels.size() && text.equalsIgnoreCase(labels.get(column));
        same += equal ? 1 : 0;
      }
    }
    return same >= 2 && same * 10 >= filled * 8;
  }

  /** The label of a column, beyond the headings its letter. */
  String label(int column) {
    return column < labels.size() ? labels.get(column) : "column " + letters(column);
  }

  /** The letters by which a spreadsheet names a column, from 0: A, B, … Z, AA. */
  static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + letters(column % 26);
  }

  @Override
  public String toString() {
    return fields.stream().map(plan -> plan.field().code()).collect(Collectors.joining(", "));
  }
}
