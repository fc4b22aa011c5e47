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
 * without a label, a template's No in every column with or without its running number, formulas
 * never calculated.
 */
final class IdleRow {

  private static final Set<Field> WHOSE = EnumSet.of(Field.SCHOOL, Field.SCHOOL_URN);

  /** Without a column of these a sheet holds answers to incidents that stand on another. */
  private static final Set<Field> INCIDENT =
      EnumSet.of(Field.OCCURRED, Field.IDENTIFIED, Field.REPORTED_TYPE, Field.DESCRIPTION);

  /** What somebody decides on an incident, also where the word for it is a No. */
  private static final Set<Field> FOUND = EnumSet.of(Field.ICO_DECISION, Field.CLOSURE_FINDING);

  private static final Pattern DIGITS = Pattern.compile("[\\d,.]+");
  private static final Pattern PLACE = Pattern.compile("\\d+");
  private static final int WORDS = 4;
  private static final Pattern ZERO = Pattern.compile("0(?:\\.0+)?");

  private final WordLists words;
  private final Map<Integer, Field> fields = new HashMap<>();
  private final boolean tellsOfIncidents;

  IdleRow(SheetPlan plan, WordLists words) {
    this.words = words;
    for (FieldPlan field : plan.heading().columns().fields()) {
      field.sources().forEach(source -> fields.putIfAbsent(source.column(), field.field()));
    }
    this.tellsOfIncidents = fields.values().stream().anyMatch(INCIDENT::contains);
  }

  /** Why the row holds nothing; null where it may hold something. */
  @Nullable String reason(GridRow row) {
    EnumMap<Says, Integer> said = new EnumMap<>(Says.class);
    for (int column = 0; column < row.cells().size(); column++) {
      GridCell cell = row.cell(column);
      if (!cell.blank()) {
        Field field = fields.get(column);
        Says says = says(cell, field);
        if (says == Says.SOMETHING
            && !said.containsKey(Says.NUMBER)
            && numbers(cell, field, said.isEmpty())) {
          says = Says.NUMBER;
        } else if (says == Says.NOTHING && !plainNo(cell, field)) {
          says = Says.NOT_YET;
        }
        if (says == Says.SOMETHING) {
          return null;
        }
        said.merge(says, 1, Integer::sum);
      }
    }
    if (said.containsKey(Says.NUMBER)) {
      return numbered(said.keySet()) ? Outcome.Skipped.NUMBER_ONLY : null;
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

  /** What is open or pending has begun, and a formula never worked out may hold anything. */
  private boolean numbered(Set<Says> said) {
    return tellsOfIncidents
        && said.contains(Says.NOTHING)
        && EnumSet.of(Says.NUMBER, Says.WHOSE, Says.NOTHING).containsAll(said);
  }

  /** A No to a question; a level, a score or a decision that says nothing is a finding. */
  private boolean plainNo(GridCell cell, @Nullable Field field) {
    return cell.kind() != GridCell.Kind.ERROR
        && (words.has(Name.BLANK, cell.text())
            || (asked(field)
                && words.find(Name.ANSWER, cell.text()).filter("no"::equals).isPresent()));
  }

  private static boolean asked(@Nullable Field field) {
    return field == null || (!FOUND.contains(field) && field.kind() != FieldKind.WHOLE);
  }

  /** What somebody wrote where the reference belongs is no number, nor is a figure behind. */
  private boolean numbers(GridCell cell, @Nullable Field field, boolean first) {
    String text = cell.text().strip();
    return field == Field.REFERENCE
        ? text.chars().anyMatch(Character::isDigit)
            && text.split("\\s+", WORDS).length < WORDS
            && !words.has(Name.UNKNOWN, text)
        : field == null && first && PLACE.matcher(text).matches();
  }

  private static boolean digits(GridCell cell) {
    return DIGITS.matcher(cell.text()).matches();
  }

  /** What one cell says for the question whether its row tells of an incident. */
  private enum Says {
    WHOSE,
    NUMBER,
    WHEN,
    NIL,
    NOTHING,
    NOT_YET,
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
    if (field == Field.INDIVIDUALS && digits(cell)) {
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
