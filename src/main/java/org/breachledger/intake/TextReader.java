package org.breachledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;

/** Reads free text, and the reference under which an incident is known. */
final class TextReader implements FieldReader {

  private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+");
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
      } else if (!empty(plan.field(), cell)) {
        part(plan, source, cell.text(), parts, draft);
      }
    }
    if (!parts.isEmpty()) {
      draft.put(plan.field(), new Text(String.join("; ", parts)));
    }
  }

  private boolean empty(Field field, GridCell cell) {
    return cell.blank()
        || words.has(Name.BLANK, cell.text())
        || (field == Field.DECLARED_REPEAT && words.has(Name.NOT_DONE, cell.text()));
  }

  /** Values only: the words of a heading would be taken for words of the incident. */
  private static void part(
      FieldPlan plan, Source source, String text, List<String> parts, RowDraft draft) {
    if (plan.firstOnly() && !parts.isEmpty()) {
      draft.extra(source.heading(), text);
    } else {
      parts.add(plan.field() == Field.REFERENCE ? reference(text) : text);
    }
  }

  /** A number that came as {@code 10,427} or {@code 12.0} is the reference 10427 or 12. */
  private static String reference(String text) {
    String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
    return WHOLE.matcher(plain).replaceFirst("$1");
  }
}
