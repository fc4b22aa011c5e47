package org.breachledger.intake;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Code;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.incident.FirstWords;
import org.breachledger.incident.Text;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/** Reads answers and words of closed lists; a word that no list knows is a gap, never a default. */
final class WordReader implements FieldReader {

  /** A code that says nothing is known, as {@code pending} in a column of decisions. */
  private static final String NOTHING = "-";

  private static final Pattern BETWEEN = Pattern.compile("^[\\s–—:;,(/.-]+");

  private final WordLists words;

  WordReader(WordLists words) {
    this.words = words;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    for (Source source : plan.sources()) {
      GridCell cell = row.cell(source.column());
      if (cell.kind() == GridCell.Kind.ERROR) {
        draft.gap(plan.field(), Faults.CELL_ERROR.in(source.heading(), cell.text()));
        return;
      }
      if (!cell.blank() && !words.has(Name.BLANK, cell.text())) {
        take(plan.field(), source, cell.text(), draft);
        return;
      }
    }
  }

  private void take(Field field, Source source, String text, RowDraft draft) {
    if (field.name().startsWith("FORM_A_SIGNED")) {
      signature(field, text, draft);
      return;
    }
    boolean doubt = text.endsWith("?");
    if (!doubt && find(field, text, draft)) {
      return;
    }
    String first = FirstWords.of(text);
    Field otherwise = source.otherwise();
    boolean more = !doubt && !first.equals(text) && !another(field, first, text);
    if (more && find(field, first, draft)) {
      reason(otherwise, text.substring(first.length()), draft);
      draft.extra(source.heading(), text);
      return;
    }
    if (field.kind() == FieldKind.ANSWER && words.has(Name.UNKNOWN, text)) {
      draft.put(field, Answer.UNKNOWN);
    } else if (words.has(Name.UNKNOWN, text)) {
      draft.gap(field, Faults.SAID_UNKNOWN.in(source.heading(), text));
    } else if (otherwise != null) {
      draft.put(otherwise, new Text(text));
    } else {
      draft.gap(field, fault(field, source, text));
    }
  }

  /** What stands behind the answer is its reason, where the heading asks for both. */
  private static void reason(@Nullable Field otherwise, String rest, RowDraft draft) {
    String words = BETWEEN.matcher(rest).replaceFirst("").strip();
    boolean bracketed = rest.strip().startsWith("(") && words.indexOf(')') == words.length() - 1;
    words = bracketed && !words.isEmpty() ? words.substring(0, words.length() - 1).strip() : words;
    if (otherwise != null && !words.isEmpty()) {
      draft.put(otherwise, new Text(words));
    }
  }

  /** Whether the words behind the first are another answer, as on a form nobody filled in. */
  private boolean another(Field field, String first, String text) {
    String rest = text.substring(first.length());
    return code(field, rest)
        .filter(found -> !found.equals(code(field, first).orElse("")))
        .isPresent();
  }

  private Optional<String> code(Field field, String text) {
    Optional<String> code = words.find(list(field), text);
    return code.isPresent() || field != Field.STATUS ? code : words.find(Name.CASE_STATE, text);
  }

  /** Whoever signed, that a signature is there is all that is kept. */
  private void signature(Field field, String text, RowDraft draft) {
    Answer answer =
        words.has(Name.UNKNOWN, text) || text.endsWith("?")
            ? Answer.UNKNOWN
            : words.has(Name.NOT_DONE, text) ? Answer.NO : Answer.YES;
    draft.put(field, answer);
  }

  private boolean find(Field field, String text, RowDraft draft) {
    if (field == Field.STATUS && !words.has(Name.STATUS, text)) {
      return find(Field.CASE_STATE, text, draft);
    }
    Optional<String> code = words.find(list(field), text);
    code.filter(found -> !found.equals(NOTHING))
        .ifPresent(
            found ->
                draft.put(
                    field,
                    field.kind() == FieldKind.ANSWER
                        ? Answer.valueOf(found.toUpperCase(Locale.ROOT))
                        : new Code(found)));
    return code.isPresent();
  }

  private Notice fault(Field field, Source source, String text) {
    return list(field) == Name.ANSWER
        ? Faults.UNREADABLE_ANSWER.in(source.heading(), text)
        : Faults.UNKNOWN_WORD.expecting(
            source.heading(), text, "one of " + words.allowed(list(field)));
  }

  private static Name list(Field field) {
    return switch (field) {
      case STATUS -> Name.STATUS;
      case CASE_STATE -> Name.CASE_STATE;
      case DIRECTION -> Name.DIRECTION;
      case MEDIUM -> Name.MEDIUM;
      case ICO_DECISION -> Name.ICO_DECISION;
      case NOT_TOLD_GROUND -> Name.NOT_TOLD_GROUND;
      case CLOSURE_FINDING -> Name.CLOSURE_FINDING;
      default -> Name.ANSWER;
    };
  }
}
