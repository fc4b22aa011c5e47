package org.breachledger.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.MomentCell.State;

/**
 * Looks once at every row below the headings: the first ones settle what columns hold whose heading
 * nobody knows, all of them tell what whole columns of dates mean and whether there is anything of
 * an incident at all.
 */
final class BodySurvey {

  private static final Set<Field> IN_WORDS = Set.of(Field.REPORTED_TYPE, Field.DESCRIPTION);

  private final Vocabulary vocabulary;
  private final MomentCells cells;
  private final GridSheet sheet;
  private final List<GridRow> early = new ArrayList<>();
  private final Map<Integer, ColumnContent> contents = new TreeMap<>();
  private final Map<Integer, ColumnSurvey> columns = new HashMap<>();
  private final Map<Integer, ColumnSurvey> times = new HashMap<>();
  private HeadingRow heading;
  private RowKeys keys;
  private List<String> unclearDates = List.of();
  private boolean settled;
  private boolean told;
  private int lastRow;
  private int hiddenRows;

  BodySurvey(Vocabulary vocabulary, MomentCells cells, GridSheet sheet, HeadingRow heading) {
    this.vocabulary = vocabulary;
    this.cells = cells;
    this.sheet = sheet;
    this.heading = heading;
    this.keys = new RowKeys(heading.columns());
  }

  void see(GridRow row) {
    if (row.number() < heading.bodyFrom()) {
      return;
    }
    lastRow = row.number();
    hiddenRows += row.hidden() ? 1 : 0;
    if (settled) {
      survey(row);
      return;
    }
    early.add(row);
    if (early.size() >= vocabulary.guesses().sampleRows()) {
      settle();
    }
  }

  /** Decides what each column feeds, then looks at the dates of the rows kept so far. */
  private void settle() {
    settled = true;
    if (heading.profile() == null) {
      heading = heading.withColumns(settledColumns());
    }
    for (FieldPlan plan : heading.columns().fields()) {
      Source time = plan.time();
      if (time != null) {
        times.put(time.column(), new ColumnSurvey());
      }
      if (plan.field().kind() == FieldKind.MOMENT) {
        plan.sources().forEach(source -> columns.put(source.column(), new ColumnSurvey()));
      }
    }
    keys = new RowKeys(heading.columns());
    early.forEach(this::survey);
    early.clear();
  }

  private ColumnMap settledColumns() {
    ColumnMap map = heading.columns().widened(width());
    for (Integer column : map.dates().keySet()) {
      map = joined(column) ? map : map.withoutDate(column);
    }
    for (int column : map.unmapped()) {
      if (!map.origins().containsKey(column)) {
        ColumnContent content = new ColumnContent(vocabulary);
        early.forEach(row -> content.see(row.cell(column)));
        contents.put(column, content);
      }
    }
    Set<Integer> beside =
        SideTable.find(
            vocabulary, map, contents, heading.written().get(heading.written().size() - 1), early);
    beside.forEach(contents::remove);
    ContentGuess guess = new ContentGuess(vocabulary.guesses(), map.withBeside(beside), contents);
    unclearDates = guess.unclearDates();
    return guess.columns();
  }

  private int width() {
    int width = 0;
    for (GridRow row : early) {
      for (int column = width; column < row.cells().size(); column++) {
        width = row.cell(column).blank() ? width : column + 1;
      }
    }
    return width;
  }

  /** Whether days of the month are written there; in a column of weekdays none is. */
  private boolean joined(int column) {
    List<String> days =
        early.stream().map(row -> row.cell(column).text()).filter(text -> !text.isEmpty()).toList();
    long numbers =
        days.stream().filter(text -> text.codePoints().anyMatch(Character::isDigit)).count();
    return numbers * 2 >= days.size();
  }

  private void survey(GridRow row) {
    GridRow heard = heading.columns().heard(row);
    columns.forEach(
        (column, survey) -> {
          MomentCell cell = cells.read(heard.cell(column));
          survey.see(cell);
          told |= cell.state() == State.MOMENT;
        });
    times.forEach((column, survey) -> survey.seeTime(heard.cell(column)));
    told = told || inWords(heard, columns.keySet());
    keys.see(heard);
  }

  /** Words in a column of dates are a date nobody can read, and reason enough to say so. */
  private boolean inWords(GridRow row, Set<Integer> moments) {
    return Stream.concat(
            moments.stream(),
            heading.columns().fields().stream()
                .filter(plan -> IN_WORDS.contains(plan.field()))
                .flatMap(plan -> plan.sources().stream())
                .map(Source::column))
        .anyMatch(column -> row.cell(column).text().codePoints().anyMatch(Character::isLetter));
  }

  /** Whether there is no row, or one that holds a date or says in words what happened. */
  boolean tellsSomething() {
    settleLast();
    return told || lastRow == 0 || heading.profile() != null;
  }

  /** The surveyed sheet. */
  SheetPlan plan() {
    settleLast();
    for (FieldPlan plan : heading.columns().fields()) {
      Source time = plan.time();
      if (time != null) {
        columns.remove(time.column());
      }
    }
    columns.putAll(times);
    return new SheetPlan(sheet, heading, lastRow, columns, hiddenRows, findings());
  }

  private void settleLast() {
    if (!settled) {
      settle();
    }
  }

  private Findings findings() {
    ColumnMap map = heading.columns();
    List<Guess> guesses =
        contents.entrySet().stream()
            .filter(entry -> map.origins().get(entry.getKey()) == Origin.CONTENT)
            .map(entry -> guess(map, entry.getKey(), entry.getValue()))
            .toList();
    List<String> beside =
        map.beside().stream().sorted().map(ColumnMap::letters).collect(Collectors.toList());
    return new Findings(guesses, unclearDates, beside, keys);
  }

  private Guess guess(ColumnMap map, int column, ColumnContent content) {
    return new Guess(
        sheet.name(),
        map.label(column),
        map.field(column).map(Field::code).orElse(""),
        content.samples());
  }
}
