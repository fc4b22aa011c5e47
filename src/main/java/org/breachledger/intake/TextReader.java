package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.incident.FirstWords;
import org.breachledger.incident.Text;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;

/** Reads free text, and the reference under which an incident is known. */
final class TextReader implements FieldReader {

  private static final Set<Field> NAMES = EnumSet.of(Field.REFERENCE, Field.SCHOOL);
  private static final int LONGEST_NAME = 200;
  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
  private static final Pattern NOUGHTS = Pattern.compile("0{2,15}");
  private static final Pattern BREAKS = Pattern.compile("\\s*\\n\\s*");
  private static final Pattern WHOLE = Pattern.compile("(\\d+)\\.0+");

  private final WordLists words;

  TextReader(WordLists words) {
    this.words = words;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    List<String> parts = new ArrayList<>();
    for (Source source : plan.sources()) {
      GridCell cell = row.cell(source.column());
      if (cell.kind() == GridCell.Kind.ERROR) {
        draft.gap(plan.field(), Faults.CELL_ERROR.in(source.heading(), cell.text()));
      } else if (unknown(plan.field(), cell.text())) {
        draft.gap(plan.field(), Faults.SAID_UNKNOWN.in(source.heading(), cell.text()));
      } else if (NAMES.contains(plan.field()) && cell.text().length() > LONGEST_NAME) {
        draft.gap(plan.field(), Faults.TOO_LONG.in(source.heading(), begin(cell.text())));
        draft.extra(source.heading(), cell.text());
      } else if (empty(cell)) {
        continue;
      } else if (plan.field() == Field.DECLARED_REPEAT && saysNo(cell.text())) {
        beside(source, cell.text(), draft);
      } else {
        part(plan, source, text(plan.field(), cell), parts, draft);
      }
    }
    if (!parts.isEmpty()) {
      draft.put(plan.field(), new Text(String.join("; ", parts)));
    }
  }

  private boolean empty(GridCell cell) {
    return cell.blank() || words.has(Name.BLANK, cell.text());
  }

  /** A case that is open may repeat another one: "ongoing, see 24-003" names it. */
  private boolean saysNo(String text) {
    String first = FirstWords.orNumber(text);
    return words.has(Name.NOT_DONE, text)
        || words.has(Name.BLANK, first)
        || words.find(Name.ANSWER, first).filter("no"::equals).isPresent()
        || FirstWords.deny(text);
  }

  /** What is told behind the No is kept. */
  private static void beside(Source source, String text, RowDraft draft) {
    if (!FirstWords.of(text).equals(text)) {
      draft.extra(source.heading(), text);
    }
  }

  private boolean unknown(Field field, String text) {
    return switch (field) {
      case REFERENCE -> noReference(text);
      case DECLARED_REPEAT -> text.endsWith("?") || words.has(Name.UNKNOWN, FirstWords.of(text));
      default -> false;
    };
  }

  private static String begin(String text) {
    return text.substring(0, LONGEST_NAME) + "…";
  }

  /** "TBC" or "pending" is no reference: two rows that say so are two incidents. */
  private boolean noReference(String text) {
    return text.chars().noneMatch(Character::isDigit)
        && !words.has(Name.BLANK, text)
        && (words.has(Name.UNKNOWN, text) || words.has(Name.NOT_DONE, text));
  }

  /** Values only: the words of a heading would be taken for words of the incident. */
  private static void part(
      FieldPlan plan, Source source, String text, List<String> parts, RowDraft draft) {
    if (plan.firstOnly() && !parts.isEmpty()) {
      draft.extra(source.heading(), text);
    } else {
      parts.add(text);
    }
  }

  private static String text(Field field, GridCell cell) {
    return switch (field) {
      case SCHOOL -> BREAKS.matcher(cell.text()).replaceAll(" ");
      case REFERENCE -> reference(cell);
      default -> cell.text();
    };
  }

  /**
   * A number that came as {@code 10,427} or {@code 12.0} is the reference 10427 or 12; one shown
   * with leading noughts has them.
   */
  private static String reference(GridCell cell) {
    String text = cell.text();
    if (NOUGHTS.matcher(cell.format()).matches() && text.matches("\\d+")) {
      return "0".repeat(Math.max(0, cell.format().length() - text.length())) + text;
    }
    String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    return WHOLE.matcher(plain).replaceFirst("$1");
  }
}
