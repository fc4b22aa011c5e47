package org.breachledger.intake;

import java.util.ArrayList;
import java.util.List;
import org.breachledger.incident.Field;

/** What the sender of a log is told about the file as a whole. */
final class LogNotes {

  private final List<FileNote> notes = new ArrayList<>();

  LogNotes(Grid grid, List<SheetPlan> plans, DateOrder order, DateEvidence evidence) {
    notes.addAll(grid.notes());
    for (GridSheet sheet : grid.sheets()) {
      boolean log = plans.stream().anyMatch(plan -> plan.sheet().equals(sheet));
      if (sheet.hidden()) {
        note(
            "hidden_sheet",
            "Sheet \"" + sheet.name() + "\" is hidden" + (log ? "; its log was read" : "") + ".");
      } else if (!log && grid.sheets().size() > 1) {
        note("no_log", "Sheet \"" + sheet.name() + "\" holds no incident log and was not read.");
      }
    }
    plans.forEach(this::sheet);
    dates(order, evidence);
  }

  private void note(String code, String sentence) {
    notes.add(new FileNote(code, sentence));
  }

  private void sheet(SheetPlan plan) {
    String where =
        plan.sheet().name().isEmpty() ? "The log" : "Sheet \"" + plan.sheet().name() + "\"";
    if (plan.hiddenRows() > 0) {
      note("hidden_rows", where + " has " + plan.hiddenRows() + " hidden rows; they were read.");
    }
    if (plan.plan(Field.OCCURRED) == null) {
      note("no_occurred", where + " has no column for when an incident occurred.");
    }
    if (plan.plan(Field.INDIVIDUALS) == null) {
      note("no_individuals", where + " has no column for the number of people affected.");
    }
  }

  private void dates(DateOrder order, DateEvidence evidence) {
    if (order == DateOrder.UNDECIDED && evidence.twoReadings() > 0) {
      note(
          "dates_undecided",
          evidence.twoReadings()
              + " dates can be read with the day or the month first and nothing in the file shows"
              + " which; they are gaps.");
    } else if (evidence.twoReadings() > 0) {
      note("dates_read", "Dates such as 03/04/2024 were read as " + order.words() + ".");
    }
  }

  List<FileNote> list() {
    return List.copyOf(notes);
  }
}
