package org.breachledger.intake;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.IndividualsText;
import org.breachledger.incident.Whole;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;

/**
 * Reads numbers of people, declared scores and levels. Several columns of people (pupils, staff)
 * are added up; one that cannot be read leaves the sum unknown.
 */
final class NumberReader implements FieldReader {

  /** Words that explain the number before them and are no other number. */
  private static final String MORE = "(\\s*\\(.*|\\s+[–—-]\\s*\\p{L}.*|\\s*[–—:;,]\\s*\\p{L}.*)?";

  private static final Pattern WHOLE =
      pattern("(?:score\\s*:?\\s*)?([+-]?\\d{1,3})(?:\\.0+)?" + MORE);
  private static final Pattern LEVEL =
      pattern("(?:(?:category|cat|level|lvl|cl)[\\s.:-]*){0,4}([012])(?:\\.0+)?" + MORE);

  private static Pattern pattern(String regex) {
    return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  private final WordLists words;

  NumberReader(WordLists words) {
    this.words = words;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    int lower = 0;
    int upper = 0;
    boolean any = false;
    for (Source source : plan.sources()) {
      GridCell cell = row.cell(source.column());
      boolean failure = cell.kind() == GridCell.Kind.ERROR;
      if (cell.blank() || (!failure && words.has(Name.BLANK, cell.text()))) {
        continue;
      }
      if (plan.field() != Field.INDIVIDUALS) {
        whole(plan.field(), source, cell, draft);
        return;
      }
      Optional<Individuals> people = people(cell);
      if (people.isEmpty()) {
        draft.gap(plan.field(), fault(cell, Faults.UNREADABLE_NUMBER, source));
        return;
      }
      any = true;
      lower += people.get().lower();
      upper += people.get().upper();
    }
    if (any) {
      draft.put(plan.field(), new Individuals(lower, upper));
    }
  }

  private static Optional<Individuals> people(GridCell cell) {
    return switch (cell.kind()) {
      case NUMBER -> plainNumber(cell.text());
      case TEXT -> IndividualsText.parse(cell.text());
      case BLANK, DATE, ERROR -> Optional.empty();
    };
  }

  /** A number cell is a number of people where it is whole and not below zero. */
  private static Optional<Individuals> plainNumber(String digits) {
    boolean whole = digits.length() <= 9 && digits.chars().allMatch(Character::isDigit);
    return whole ? Optional.of(Individuals.of(Integer.parseInt(digits))) : Optional.empty();
  }

  private void whole(Field field, Source source, GridCell cell, RowDraft draft) {
    boolean level = field != Field.DECLARED_SCORE;
    String text = cell.text().replace('−', '-').strip();
    Matcher match = (level ? LEVEL : WHOLE).matcher(text);
    String digits =
        match.matches()
            ? match.group(1)
            : level ? words.find(Name.DECLARED_LEVEL, text).orElse("") : "";
    if (digits.isEmpty()) {
      Faults usual = level ? Faults.UNREADABLE_LEVEL : Faults.UNREADABLE_WHOLE;
      draft.gap(field, fault(cell, usual, source));
    } else {
      draft.put(field, new Whole(Integer.parseInt(digits)));
      if (match.matches() && match.group(2) != null) {
        draft.extra(source.heading(), text);
      }
    }
  }

  private Notice fault(GridCell cell, Faults usual, Source source) {
    Faults fault =
        cell.kind() == GridCell.Kind.ERROR
            ? Faults.CELL_ERROR
            : words.has(Name.UNKNOWN, cell.text()) ? Faults.SAID_UNKNOWN : usual;
    return fault.in(source.heading(), cell.text());
  }
}
