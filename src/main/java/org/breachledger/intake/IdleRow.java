package org.breachledger.intake;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows that were filled in and yet hold nothing: a month that had nothing to tell, a sum
 * without a label, a template's No in every column, formulas never calculated.
 */
final class IdleRow {

  private static final Set<Field> WHOSE = EnumSet.of(Field.SCHOOL, Field.SCHOOL_URN);
  private static final Pattern DIGITS = Pattern.compile("[\\d,.]+");
  private static final Pattern ZERO = Pattern.compile("0(?:\\.0+)?");

  private final WordLists words;
  private final Map<Integer, Field> fields = new HashMap<>();

  IdleRow(SheetPlan plan, WordLists words) {
    this.words = words;
    for (FieldPlan field : plan.heading().columns().fields()) {
      field.sources().forEach(source -> fields.putIfAbsent(source.column(), field.field()));
    }
  }

  /** Why the row holds nothing; null where it may hold something. */
  @Nullable String reason(GridRow row) {
    EnumMap<Says, Integer> said = new EnumMap<>(Says.class);
    for (int column = 0; column < row.cells().size(); column++) {
      GridCell cell = row.cell(column);
      if (!cell.blank()) {
        Says says = says(cell, fields.get(column));
        if (says == Says.SOMETHING) {
          return null;
        }
        said.merge(says, 1, Integer::sum);
      }
    }
    if (said.containsKey(Says.NIL)) {
      return said.containsKey(Says.PEOPLE) ? null : "nil return";
    }
    if (said.containsKey(Says.PEOPLE)) {
      return said.size() == 1 ? "total" : null;
    }
    boolean several = said.values().stream().mapToInt(Integer::intValue).sum() > 1;
    return several && !said.containsKey(Says.WHEN) ? "nothing filled in" : null;
  }

  /** What one cell says for the question whether its row tells of an incident. */
  private enum Says {
    WHOSE,
    WHEN,
    NIL,
    NOTHING,
    PEOPLE,
    SOMETHING
  }

  private Says says(GridCell cell, @Nullable Field field) {
    if (WHOSE.contains(field)) {
      return words.has(Name.NIL, cell.text()) ? Says.NIL : Says.WHOSE;
    }
    if (saysNothing(cell, field)) {
      return Says.NOTHING;
    }
    if (words.has(Name.NIL, cell.text())) {
      return Says.NIL;
    }
    if (field == Field.INDIVIDUALS && DIGITS.matcher(cell.text()).matches()) {
      return Says.PEOPLE;
    }
    return field != null && field.kind() == FieldKind.MOMENT ? Says.WHEN : Says.SOMETHING;
  }

  /** A reference is kept whatever it says. */
  private boolean saysNothing(GridCell cell, @Nullable Field field) {
    if (cell.kind() == GridCell.Kind.ERROR) {
      return cell.equals(GridCell.UNCALCULATED);
    }
    String text = cell.text();
    return words.has(Name.BLANK, text)
        || (field != Field.REFERENCE
            && (words.has(Name.NOT_DONE, text) || ZERO.matcher(text).matches()));
  }
}
