package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.breachledger.incident.Facts;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * Turns one row of a surveyed sheet into facts with gaps, a return, or a skip. It is more important
 * that an incident is taken than that all of it is known [002], so only a row that tells nothing is
 * returned.
 */
final class RowReader {

  private static final Set<Field> USABLE =
      EnumSet.of(Field.REFERENCE, Field.REPORTED_TYPE, Field.DESCRIPTION);

  private static final int LONGEST_ANSWER = 2_000;

  /** One field and what reads it. */
  private record Column(FieldPlan plan, FieldReader reader) {}

  private final SheetPlan plan;
  private final RowFilter filter;
  private final HeardRow hearing;
  private final RowCompletion completion;
  private final List<Column> columns;

  RowReader(SheetPlan plan, Vocabulary vocabulary, MomentReader moments, @Nullable String school) {
    this.plan = plan;
    WordLists words = vocabulary.words();
    this.filter = new RowFilter(plan, words);
    this.hearing = new HeardRow(plan, words);
    this.completion = new RowCompletion(plan, vocabulary, school);
    this.columns =
        plan.heading().columns().fields().stream()
            .map(field -> new Column(field, reader(field, moments, words)))
            .toList();
  }

  /** One column may tell both whether the ICO was notified and that it was decided to. */
  private FieldReader reader(FieldPlan field, MomentReader moments, WordLists words) {
    FieldPlan notified = plan.plan(Field.ICO_NOTIFIED);
    boolean same =
        field.field() == Field.ICO_DECISION
            && notified != null
            && notified.first().column() == field.first().column();
    if (same) {
      return new NoticeDecision(new MomentCells(words, false));
    }
    return field.asksNearMiss() ? new NearMissReader(words) : reader(field.field(), moments, words);
  }

  /** What becomes of a row that is not blank. */
  Outcome read(GridRow row) {
    String skip = filter.skip(row);
    if (skip != null) {
      return new Outcome.Skipped(skip, 1);
    }
    Profile profile = plan.heading().profile();
    RowDraft draft = new RowDraft(profile == null ? Facts.none() : profile.constants());
    GridRow heard = hearing.of(plan.heading().columns().heard(row), draft);
    GridRow brief = within(heard);
    for (Column column : columns) {
      boolean prose =
          column.plan().field().kind() == FieldKind.TEXT && column.plan().field() != Field.SCHOOL;
      column.reader().read(column.plan(), prose ? heard : brief, draft);
    }
    String empty = filter.empty(row, draft);
    if (empty != null) {
      return new Outcome.Skipped(empty, 1);
    }
    if (!usable(draft)) {
      return returned(row, draft);
    }
    completion.complete(row, draft);
    return draft.taken();
  }

  /** Dates, numbers and answers are short; of a longer text the rest is not looked at. */
  private static GridRow within(GridRow row) {
    if (row.cells().stream().allMatch(cell -> cell.text().length() <= LONGEST_ANSWER)) {
      return row;
    }
    List<GridCell> cells =
        row.cells().stream()
            .map(
                cell ->
                    cell.text().length() <= LONGEST_ANSWER
                        ? cell
                        : GridCell.text(cell.text().substring(0, LONGEST_ANSWER)))
            .toList();
    return new GridRow(row.number(), cells, row.hidden());
  }

  private static FieldReader reader(Field field, MomentReader moments, WordLists words) {
    return switch (field.kind()) {
      case MOMENT -> moments;
      case TEXT -> new TextReader(words);
      case CODE, ANSWER -> new WordReader(words);
      case CODES -> new FactorReader(words);
      case WHOLE, INDIVIDUALS -> new NumberReader(words);
    };
  }

  private static boolean usable(RowDraft draft) {
    return draft.fields().stream()
        .anyMatch(field -> USABLE.contains(field) || field.kind() == FieldKind.MOMENT);
  }

  private static Outcome returned(GridRow row, RowDraft draft) {
    List<Notice> reasons = new ArrayList<>();
    reasons.add(Faults.NOTHING_USABLE.in("", ""));
    reasons.addAll(draft.gaps());
    return new Outcome.Returned(reasons, row.cells());
  }
}
