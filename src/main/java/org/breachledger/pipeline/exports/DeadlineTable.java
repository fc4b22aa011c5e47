package org.breachledger.pipeline.exports;

import java.util.Arrays;
import java.util.List;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/** The table of duties: one row a duty of an incident, with its clock, due moment and verdict. */
public final class DeadlineTable {

  /** Its columns, on which scripts rely. */
  public static final List<String> COLUMNS =
      List.of(
          "reference",
          "school",
          "duty",
          "starts",
          "due",
          "done",
          "verdict",
          "hours",
          "precision",
          "note");

  private DeadlineTable() {}

  /**
   * One row.
   *
   * @param reference as written; null where none was given
   */
  public static List<@Nullable Object> row(
      @Nullable String reference, String school, DutyVerdict verdict) {
    return Arrays.asList(
        reference == null ? null : new Outside(reference),
        new Outside(school),
        verdict.duty().code(),
        verdict.start().map(MomentColumn::of).orElse(null),
        verdict.dueText(),
        verdict.done().map(MomentColumn::of).orElse(null),
        verdict.verdict().name(),
        verdict.hoursText(),
        verdict.precision(),
        verdict.noteText());
  }
}
