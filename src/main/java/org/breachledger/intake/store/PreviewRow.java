package org.breachledger.intake.store;

import java.util.List;
import org.breachledger.intake.Notice;
import org.jspecify.annotations.Nullable;

/**
 * What would become of one row if its file were taken in now.
 *
 * @param sheet the sheet's position, from 1
 * @param row the row as a spreadsheet shows it, from 1
 * @param school as the register names it; null where the row is not taken
 * @param reference as written; null where none is given
 * @param changes what a known incident would have changed, field by field; the reporter also where
 *     the row is else unchanged
 * @param notices the gaps of a taken row or the reasons of a returned one
 */
public record PreviewRow(
    int sheet,
    int row,
    RowOutcome outcome,
    @Nullable String school,
    @Nullable String reference,
    List<FieldChange> changes,
    List<Notice> notices) {

  /** Copies the lists. */
  public PreviewRow {
    changes = List.copyOf(changes);
    notices = List.copyOf(notices);
  }
}
