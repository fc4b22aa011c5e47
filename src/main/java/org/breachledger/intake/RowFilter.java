package org.breachledger.intake;

import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/** Tells the rows of a log that hold no incident: totals, notes, headings over again. */
final class RowFilter {

  private static final int LONGEST_TOTAL = 40;
  private static final int WORDS_OF_A_NOTE = 4;

  private final SheetPlan plan;
  private final WordLists words;
  private final IdleRow idle;

  RowFilter(SheetPlan plan, WordLists words) {
    this.plan = plan;
    this.words = words;
    this.idle = new IdleRow(plan, words);
  }

  /** Why a row is skipped unread; null where it is to be read. */
  @Nullable String skip(GridRow row) {
    if (plan.heading().columns().repeats(row)) {
      return "headings again";
    }
    if (total(row)) {
      return "total";
    }
    return plan.heading().columns().onlyBeside(row) ? "nothing filled in" : idle.reason(row);
  }

  private boolean total(GridRow row) {
    for (int column = 0; column < row.cells().size(); column++) {
      GridCell cell = row.cell(column);
      if (!cell.blank()) {
        return cell.kind() == GridCell.Kind.TEXT
            && cell.text().length() <= LONGEST_TOTAL
            && (!feeds(column, Field.DESCRIPTION) || onlyWords(row, cell))
            && startsWithTotal(cell.text())
            && !dated(row);
      }
    }
    return false;
  }

  /** "Total" where descriptions stand is a sum's label if numbers are all that stands beside it. */
  private boolean onlyWords(GridRow row, GridCell label) {
    return words.has(Name.TOTAL, label.text())
        && row.cells().stream()
            .allMatch(cell -> cell.blank() || cell == label || cell.text().matches("[\\d,.]+"));
  }

  private boolean startsWithTotal(String text) {
    String folded = FoldedText.of(text);
    int last = folded.length();
    while (last > 0) {
      if (words.has(Name.TOTAL, folded.substring(0, last))) {
        return true;
      }
      last = folded.lastIndexOf(' ', last - 1);
    }
    return false;
  }

  private boolean dated(GridRow row) {
    return plan.columns().keySet().stream()
        .map(row::cell)
        .anyMatch(
            cell -> cell.kind() == GridCell.Kind.DATE || MomentText.parse(cell.text()).isPresent());
  }

  private boolean feeds(int column, Field field) {
    FieldPlan found = plan.plan(field);
    return found != null && found.sources().stream().anyMatch(source -> source.column() == column);
  }

  /** Why a row that was read tells of no incident; null where it may. */
  @Nullable String empty(GridRow row, RowDraft draft) {
    if (Set.of(Field.REFERENCE).containsAll(told(draft)) && draft.gaps().isEmpty()) {
      return draft.has(Field.REFERENCE) ? onlyReference(row, draft) : onlyOther(row);
    }
    return row.filled() == 1 && !draft.gaps().isEmpty() && note(row) ? "note" : null;
  }

  /**
   * What the row tells beyond its school and what every row of the layout says. A No to "Near
   * miss?" is often there before anything else is.
   */
  private Set<Field> told(RowDraft draft) {
    Profile profile = plan.heading().profile();
    Set<Field> told = new java.util.HashSet<>(draft.fields());
    told.remove(Field.SCHOOL);
    told.remove(Field.SCHOOL_URN);
    told.remove(Field.NEAR_MISS);
    if (profile != null) {
      told.removeAll(profile.constants().values().keySet());
    }
    return told;
  }

  private @Nullable String onlyReference(GridRow row, RowDraft draft) {
    if (row.filled() == 1 && note(row)) {
      return "note";
    }
    boolean template = row.filled() == (draft.has(Field.SCHOOL) ? 2 : 1);
    return template ? Outcome.Skipped.NUMBER_ONLY : null;
  }

  private @Nullable String onlyOther(GridRow row) {
    if (row.filled() == 1) {
      return "note";
    }
    boolean sums =
        row.cells().stream().allMatch(cell -> cell.blank() || cell.kind() != GridCell.Kind.TEXT);
    return sums ? "nothing filled in" : null;
  }

  private static boolean note(GridRow row) {
    return row.texts().stream().anyMatch(text -> text.split("\\s+").length >= WORDS_OF_A_NOTE);
  }
}
