package org.breachledger.intake;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;
import org.breachledger.intake.GridCell.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a sheet without a log seems to be, so that its sender knows what to do: a form about one
 * incident, totals, a cross-tab, a table that the program wrote.
 */
final class Semblance {

  private static final int FEW = 3;
  private static final int ANSWERS_OF_A_FORM = 4;
  private static final Pattern PERIOD =
      Pattern.compile(
          "(?:19|20)\\d{2}(?:\\s?[-/–]\\s?(?:\\d{2}|\\d{4}))?"
              + "|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?"
              + "(?:[\\s'-]*(?:\\d{4}|\\d{2}))?"
              + "|(?:q|qtr|quarter)\\s?[1-4](?:\\s.*)?",
          Pattern.CASE_INSENSITIVE);

  private static final String FORM =
      "this seems to be a form about one incident, its questions one below the other; enter it as"
          + " one row of the log and send that.";
  private static final String TOTALS =
      "this seems to be a table of totals by year or month; it holds counts and no incidents. Send"
          + " the log it was made from.";
  private static final String CROSS_TAB =
      "this seems to be a cross-tab; it holds counts and no incidents. Send the log it was made"
          + " from.";
  static final String NOTHING_TOLD =
      "headings of a log are there, but no row below them holds a date or says in words what"
          + " happened. Send the log itself.";

  private final Vocabulary vocabulary;
  private final List<GridRow> top;

  /**
   * Looks at a sheet.
   *
   * @param top its first filled rows
   */
  Semblance(Vocabulary vocabulary, List<GridRow> top) {
    this.vocabulary = vocabulary;
    this.top = top;
  }

  /** What it seems to be and what to do; null where nobody could tell. */
  @Nullable String sentence() {
    String known = lookalike(false);
    if (known != null) {
      return known;
    }
    if (form()) {
      return FORM;
    }
    return counts();
  }

  private @Nullable String counts() {
    List<GridRow> counted = top.stream().filter(Semblance::countsOnly).toList();
    boolean mostly = counted.size() >= FEW && counted.size() * 2 >= top.size();
    if (mostly && counted.stream().filter(Semblance::byPeriod).count() * 2 >= counted.size()) {
      return TOTALS;
    }
    boolean wide = top.stream().anyMatch(row -> row.filled() > FEW);
    return (mostly && wide) || periodsAcross() ? CROSS_TAB : null;
  }

  /**
   * The table the program or its sender knows by its headings.
   *
   * @param blocking only tables that never hold a log
   */
  @Nullable String lookalike(boolean blocking) {
    return top.stream()
        .map(row -> row.texts().stream().map(Headings::key).collect(Collectors.toSet()))
        .flatMap(keys -> vocabulary.lookalikes().find(keys).stream())
        .filter(found -> found.blocks() || !blocking)
        .map(Lookalikes.Lookalike::sentence)
        .findFirst()
        .orElse(null);
  }

  /** Questions of an incident one below the other, each with its answer beside or below it. */
  private boolean form() {
    Set<Field> asked = EnumSet.noneOf(Field.class);
    List<GridRow> pairs = top.stream().filter(row -> row.filled() <= FEW).toList();
    for (GridRow row : pairs) {
      first(row)
          .flatMap(vocabulary.headings()::find)
          .ifPresent(meaning -> asked.add(meaning.target().field()));
    }
    return asked.size() >= ANSWERS_OF_A_FORM && pairs.size() * 2 >= top.size();
  }

  private static Optional<String> first(GridRow row) {
    return row.texts().stream().filter(text -> !text.isEmpty()).findFirst();
  }

  /** A row of one name or period and numbers only. */
  private static boolean countsOnly(GridRow row) {
    long numbers = row.cells().stream().filter(Semblance::number).count();
    long filled = row.filled();
    return filled >= 2 && numbers >= filled - 1;
  }

  private static boolean number(GridCell cell) {
    return cell.kind() == Kind.NUMBER || cell.text().matches("[+-]?[\\d,]+(?:\\.\\d+)?%?");
  }

  private static boolean byPeriod(GridRow row) {
    return first(row).filter(text -> PERIOD.matcher(text).matches()).isPresent();
  }

  /** A row of years, months or quarters. */
  private boolean periodsAcross() {
    return top.stream()
        .anyMatch(
            row ->
                row.texts().stream().filter(text -> PERIOD.matcher(text).matches()).count() >= FEW);
  }
}
