package org.breachledger.intake;

import org.breachledger.incident.Code;
import org.breachledger.incident.Field;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.MomentCell.State;

/**
 * Reads the decision on notifying the ICO out of the column that says whether and when it was
 * notified: a recorded notification is a decision to notify. A plain No says only that it was not
 * done so far; it is no decision, but is kept with the row, since blank is not No.
 */
final class NoticeDecision implements FieldReader {

  private static final Code NOTIFY = new Code("notify");

  private final MomentCells cells;

  NoticeDecision(MomentCells cells) {
    this.cells = cells;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    Source source = plan.first();
    GridCell cell = row.cell(source.column());
    State state = cells.read(cell).state();
    if (state == State.MOMENT || state == State.DONE) {
      draft.put(Field.ICO_DECISION, NOTIFY);
    } else if (state == State.NOT_DONE) {
      draft.extra(source.heading(), cell.text());
    }
  }
}
