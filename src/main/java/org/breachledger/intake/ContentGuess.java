package org.breachledger.intake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.GuessRules.Alone;
import org.breachledger.intake.GuessRules.Rule;

/**
 * Guesses from its values what a column holds whose heading no table knows: only for a field that
 * nothing feeds, only where the heading or the place gives reason, never where two columns could be
 * meant.
 */
final class ContentGuess {

  private final GuessRules rules;
  private final Map<Integer, ContentKind> kinds = new TreeMap<>();
  private ColumnMap columns;

  /**
   * Guesses.
   *
   * @param contents what the columns that feed nothing hold
   */
  ContentGuess(GuessRules rules, ColumnMap columns, Map<Integer, ColumnContent> contents) {
    this.rules = rules;
    this.columns = columns;
    contents.forEach((column, content) -> kinds.put(column, content.kind()));
    rules.rules().forEach(this::apply);
  }

  /** The columns with what could be guessed. */
  ColumnMap columns() {
    return columns;
  }

  /** The columns of dates of which nothing says what happened then. */
  List<String> unclearDates() {
    return open(ContentKind.DATES).stream().map(columns::label).toList();
  }

  private List<Integer> open(ContentKind kind) {
    return kinds.entrySet().stream()
        .filter(entry -> entry.getValue() == kind)
        .map(Map.Entry::getKey)
        .filter(column -> columns.unmapped().contains(column))
        .toList();
  }

  private void apply(Rule rule) {
    if (columns.feeds(rule.field())) {
      return;
    }
    List<Integer> open = open(rule.kind());
    List<Integer> named =
        open.stream().filter(column -> rule.speaksFor(columns.label(column))).toList();
    if (named.size() == 1) {
      guess(rule.field(), named.get(0));
    } else if (named.isEmpty() && rule.alone() != Alone.NEVER) {
      alone(rule, open);
    }
  }

  private void alone(Rule rule, List<Integer> open) {
    boolean one = open.size() == 1 && !rule.speaksAgainst(columns.label(open.get(0)));
    boolean others =
        rule.kind() == ContentKind.DATES
            && columns.fields().stream().anyMatch(plan -> plan.field().kind() == FieldKind.MOMENT);
    if (one && !others && (rule.alone() == Alone.ONLY || leads(open.get(0)))) {
      guess(rule.field(), open.get(0));
    }
  }

  /**
   * Whether a column stands left of all that feed a field, or has no heading that speaks for it.
   */
  private boolean leads(int column) {
    boolean first =
        columns.fields().stream()
            .flatMap(plan -> plan.sources().stream())
            .allMatch(source -> source.column() > column);
    return first || columns.label(column).equals("column " + ColumnMap.letters(column));
  }

  private void guess(Field field, int column) {
    columns = columns.withGuess(column, field);
  }
}
