package org.breachledger.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.WordLists.Name;
import org.jspecify.annotations.Nullable;

/**
 * Reads moments with their precision: an instant, a whole day where no time is written or the whole
 * column is at midnight, either reading in October's repeated hour.
 */
final class MomentReader implements FieldReader {

  /** Moments whose bare Yes says nothing: that they happened is why the row was written. */
  private static final Set<Field> NEED_A_DATE =
      EnumSet.of(Field.OCCURRED, Field.IDENTIFIED, Field.AWARE, Field.REPORTED, Field.REGISTERED);

  private final MomentCells cells;
  private final WordLists words;
  private final DateOrder order;
  private final LocalClock clock;
  private final Set<Integer> dayColumns;

  /**
   * A reader for one sheet.
   *
   * @param dayColumns the columns that hold whole days
   */
  MomentReader(
      MomentCells cells,
      WordLists words,
      DateOrder order,
      LocalClock clock,
      Set<Integer> dayColumns) {
    this.cells = cells;
    this.words = words;
    this.order = order;
    this.clock = clock;
    this.dayColumns = dayColumns;
  }

  @Override
  public void read(FieldPlan plan, GridRow row, RowDraft draft) {
    for (Source source : plan.sources()) {
      GridCell cell = row.cell(source.column());
      MomentCell read = cells.read(cell);
      if (read.state() != MomentCell.State.BLANK) {
        take(plan, source, cell, read, row, draft);
        return;
      }
    }
  }

  private void take(
      FieldPlan plan, Source source, GridCell cell, MomentCell read, GridRow row, RowDraft draft) {
    Field field = plan.field();
    if (read.saysMore()) {
      draft.extra(source.heading(), cell.text());
    }
    WrittenMoment written = read.moment();
    switch (read.state()) {
      case MOMENT -> {
        if (written != null) {
          date(plan, source, cell, written, row, draft);
        }
      }
      case REMARKED -> {
        if (written != null && NEED_A_DATE.contains(field)) {
          date(plan, source, cell, written, row, draft);
        } else {
          draft.gap(field, Faults.UNREADABLE_DATE.in(source.heading(), cell.text()));
        }
      }
      case DONE -> {
        if (NEED_A_DATE.contains(field)) {
          draft.gap(field, Faults.UNREADABLE_DATE.in(source.heading(), cell.text()));
        } else {
          draft.put(field, new Moment.Undated());
        }
      }
      case UNKNOWN -> draft.gap(field, Faults.SAID_UNKNOWN.in(source.heading(), cell.text()));
      case UNREADABLE -> draft.gap(field, fault(cell).in(source.heading(), cell.text()));
      case BLANK, NOT_DONE -> {}
    }
    Faults beside = read.fault();
    if (beside != null && draft.has(field)) {
      draft.gap(field, beside.in(source.heading(), cell.text()));
    }
  }

  private static Faults fault(GridCell cell) {
    return cell.kind() == GridCell.Kind.ERROR ? Faults.CELL_ERROR : Faults.UNREADABLE_DATE;
  }

  private void date(
      FieldPlan plan,
      Source source,
      GridCell cell,
      WrittenMoment written,
      GridRow row,
      RowDraft draft) {
    Optional<LocalDate> day = written.date(order);
    if (day.isEmpty()) {
      Faults fault = written.twoReadings() ? Faults.AMBIGUOUS_DATE : Faults.OTHER_ORDER;
      draft.gap(plan.field(), fault.in(source.heading(), cell.text()));
      return;
    }
    LocalTime time = time(plan.time(), plan.field(), written, source, row, draft);
    moment(day.get(), time, written)
        .ifPresentOrElse(
            moment -> draft.put(plan.field(), moment),
            () -> draft.gap(plan.field(), Faults.SKIPPED_HOUR.in(source.heading(), cell.text())));
  }

  private Optional<Moment> moment(LocalDate day, @Nullable LocalTime time, WrittenMoment written) {
    if (time == null) {
      return Optional.of(new Moment.OnDay(day));
    }
    LocalDateTime local = day.atTime(time);
    return written.offset() != null
        ? Optional.of(new Moment.At(local.toInstant(written.offset())))
        : clock.read(local);
  }

  /** The time of day: out of its own column where there is one, otherwise as the cell says. */
  private @Nullable LocalTime time(
      @Nullable Source own,
      Field field,
      WrittenMoment written,
      Source source,
      GridRow row,
      RowDraft draft) {
    if (own == null) {
      return dayColumns.contains(source.column()) ? null : written.time();
    }
    GridCell cell = row.cell(own.column());
    Optional<LocalTime> time = TimeCells.read(cell, written);
    if (time.isPresent()) {
      return dayColumns.contains(own.column()) ? null : time.get();
    }
    if (cell.kind() == GridCell.Kind.ERROR) {
      draft.gap(field, Faults.CELL_ERROR.in(own.heading(), cell.text()));
    } else if (!nothing(cell)) {
      draft.gap(field, Faults.UNREADABLE_TIME.in(own.heading(), cell.text()));
    }
    return written.hasTime() ? written.time() : null;
  }

  private boolean nothing(GridCell cell) {
    return cell.blank()
        || words.has(Name.BLANK, cell.text())
        || words.has(Name.UNKNOWN, cell.text())
        || words.has(Name.NOT_DONE, cell.text());
  }
}
