package org.breachledger.intake;

import java.util.List;
import java.util.Optional;
import org.breachledger.incident.Code;
import org.breachledger.incident.Field;
import org.breachledger.incident.FirstWords;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;

/**
 * Reads a status beside a column that asks "Near miss?": Yes is one, No is kept as that and says
 * nothing else of the status, and words are read as a status. Where two columns contradict each
 * other neither is believed.
 */
final class NearMissReader implements FieldReader {

  static final String NEAR_MISS = "near-miss";
  private static final String NO = "no";

  private final WordLists words;
  private final WordReader reader;

  NearMissReader(WordLists words) {
    this.words = words;
    this.reader = new WordReader(words);
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    List<Source> others = plan.sources().stream().filter(source -> !source.asksNearMiss()).toList();
    reader.read(plan.from(others), row, draft);
    for (Source source : plan.sources()) {
      if (source.asksNearMiss()) {
        ask(plan, source, row, draft);
      }
    }
  }

  private void ask(FieldPlan plan, Source source, GridRow row, RowDraft draft) {
    GridCell cell = row.cell(source.column());
    Optional<String> before = draft.text(Field.STATUS);
    String answer = answer(cell).orElse("");
    switch (answer) {
      case "yes" -> draft.put(Field.STATUS, new Code(NEAR_MISS));
      case "no" -> deny(source, cell, draft);
      default -> reader.read(plan.from(List.of(source)), row, draft);
    }
    if (!answer.isEmpty() && words.find(Name.ANSWER, cell.text()).isEmpty()) {
      draft.extra(source.heading(), cell.text());
    }
    if (!answer.equals("no") && before.isPresent() && !before.equals(draft.text(Field.STATUS))) {
      draft.takeBack(Field.STATUS, Faults.CONTRADICTED.in(source.heading(), cell.text()));
    }
  }

  /** Whether a row says that it was no near miss. */
  static boolean denied(RowDraft draft) {
    return draft.text(Field.NEAR_MISS).filter(NO::equals).isPresent();
  }

  private static void deny(Source source, GridCell cell, RowDraft draft) {
    if (draft.text(Field.STATUS).filter(NEAR_MISS::equals).isPresent()) {
      draft.takeBack(Field.STATUS, Faults.CONTRADICTED.in(source.heading(), cell.text()));
    } else {
      draft.put(Field.NEAR_MISS, new Code(NO));
    }
  }

  /** Yes or no; empty where neither is plainly said. */
  private Optional<String> answer(GridCell cell) {
    String text = cell.text();
    if (cell.kind() == GridCell.Kind.ERROR || text.endsWith("?")) {
      return Optional.empty();
    }
    String first = FirstWords.of(text);
    boolean two = words.find(Name.ANSWER, text.substring(first.length())).isPresent();
    return words
        .find(Name.ANSWER, text)
        .or(() -> two ? Optional.empty() : words.find(Name.ANSWER, first))
        .filter(code -> code.equals("yes") || code.equals("no"));
  }
}
