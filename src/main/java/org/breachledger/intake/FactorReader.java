package org.breachledger.intake;

import java.util.Set;
import java.util.TreeSet;
import org.breachledger.incident.Codes;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;

/**
 * Reads the sensitivity factors of a row, written as codes or words with {@code ;} or line breaks
 * between them [004 6.6]; each that no list knows is a gap, the others count.
 */
final class FactorReader implements FieldReader {

  private final WordLists words;

  FactorReader(WordLists words) {
    this.words = words;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    Set<String> codes = new TreeSet<>();
    for (Source source : plan.sources()) {
      GridCell cell = row.cell(source.column());
      String text = cell.text();
      if (cell.kind() == GridCell.Kind.ERROR) {
        draft.gap(plan.field(), Faults.CELL_ERROR.in(source.heading(), text));
      } else if (!text.isEmpty()
          && !words.has(Name.BLANK, text)
          && !words.has(Name.NOT_DONE, text)) {
        take(plan, source, text, codes, draft);
      }
    }
    if (!codes.isEmpty()) {
      draft.put(plan.field(), Codes.of(codes));
    }
  }

  private void take(FieldPlan plan, Source source, String text, Set<String> codes, RowDraft draft) {
    String whole = words.find(Name.FACTORS, text).orElse(null);
    if (whole != null) {
      codes.add(whole);
      return;
    }
    for (String part : text.split(text.contains(";") || text.contains("\n") ? "[;\n]" : ",", -1)) {
      String factor = part.strip();
      if (!factor.isEmpty()) {
        words
            .find(Name.FACTORS, factor)
            .ifPresentOrElse(codes::add, () -> unknown(plan, source, factor, draft));
      }
    }
  }

  private void unknown(FieldPlan plan, Source source, String factor, RowDraft draft) {
    Faults fault = words.has(Name.UNKNOWN, factor) ? Faults.SAID_UNKNOWN : Faults.UNKNOWN_WORD;
    draft.gap(
        plan.field(),
        fault.expecting(source.heading(), factor, "codes among " + words.allowed(Name.FACTORS)));
  }
}
