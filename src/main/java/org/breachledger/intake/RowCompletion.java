package org.breachledger.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.breachledger.incident.Code;
import org.breachledger.incident.Field;
import org.breachledger.incident.Text;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/**
 * Completes a row that tells of an incident: cells that no field takes, whose incident it is, a
 * near miss named among the types, and the gaps of what should have been told.
 */
final class RowCompletion {

  private static final int REMEMBERED = 1_000;

  /**
   * Fields of which one should be told.
   *
   * @param first the first of them that the sheet has a column for
   */
  private record Essential(List<Field> fields, FieldPlan first) {}

  private final SheetPlan plan;
  private final WordLists words;
  private final List<Essential> essential;
  private final Map<String, Optional<Code>> statusOfType = new HashMap<>();
  private final @Nullable String school;

  RowCompletion(SheetPlan plan, Vocabulary vocabulary, @Nullable String school) {
    this.plan = plan;
    this.words = vocabulary.words();
    this.school = school;
    this.essential =
        vocabulary.rules().essential().stream().flatMap(fields -> essential(plan, fields)).toList();
  }

  /** A log without any such column is noted once, not in every row. */
  private static Stream<Essential> essential(SheetPlan plan, List<Field> fields) {
    return fields.stream()
        .map(plan::plan)
        .filter(Objects::nonNull)
        .findFirst()
        .map(first -> new Essential(fields, first))
        .stream();
  }

  /** Adds what the row does not say by itself to what was read of it. */
  void complete(GridRow row, RowDraft draft) {
    ColumnMap map = plan.heading().columns();
    for (int column = 0; column < row.cells().size(); column++) {
      if (column >= map.labels().size() || map.unmapped().contains(column)) {
        draft.extra(map.label(column), row.cell(column).text());
      }
    }
    nearMiss(draft);
    whose(draft);
    essential.forEach(fields -> essential(fields, draft));
  }

  /**
   * A near miss or a non-event is often said in the column of types. Where another column says that
   * it was no near miss, that stands, and the contradiction is a gap.
   */
  private void nearMiss(RowDraft draft) {
    if (!draft.settled(Field.STATUS)) {
      String type = draft.text(Field.REPORTED_TYPE).orElse("");
      if (statusOfType.size() > REMEMBERED) {
        statusOfType.clear();
      }
      statusOfType.computeIfAbsent(type, this::statusOf).ifPresent(code -> said(code, type, draft));
    }
  }

  private void said(Code code, String type, RowDraft draft) {
    if (NearMissReader.denied(draft) && code.written().equals(NearMissReader.NEAR_MISS)) {
      draft.gap(Field.STATUS, Faults.CONTRADICTED.in(heading(Field.REPORTED_TYPE), type));
    } else {
      draft.put(Field.STATUS, code);
    }
  }

  private Optional<Code> statusOf(String type) {
    return Stream.of("near-miss", "non-event")
        .filter(code -> words.hasWithin(Name.STATUS, type, code))
        .findFirst()
        .map(Code::new);
  }

  private void whose(RowDraft draft) {
    if (!draft.settled(Field.SCHOOL) && !draft.has(Field.SCHOOL_URN)) {
      if (school != null) {
        draft.put(Field.SCHOOL, new Text(school));
      } else {
        draft.gap(Field.SCHOOL, Faults.NO_SCHOOL.in(heading(Field.SCHOOL), ""));
      }
    }
  }

  /** An empty cell of an essential column is a gap. */
  private static void essential(Essential needed, RowDraft draft) {
    if (needed.fields().stream().noneMatch(draft::settled)) {
      FieldPlan first = needed.first();
      draft.gap(first.field(), Faults.BLANK.in(first.first().heading(), ""));
    }
  }

  private String heading(Field field) {
    FieldPlan found = plan.plan(field);
    return found == null ? "" : found.first().heading();
  }
}
