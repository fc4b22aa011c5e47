package org.breachledger.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.breachledger.incident.Field;

/** What the sender of a log is told about the file as a whole. */
final class LogNotes {

  private final List<FileNote> notes = new ArrayList<>();

  /** Begins with what the file itself hides. */
  LogNotes(Grid grid) {
    notes.addAll(grid.notes());
  }

  /** Tells which sheets were not read, or are hidden. */
  LogNotes sheets(List<SheetPlan> plans, List<OtherSheet> others) {
    for (SheetPlan plan : plans) {
      if (plan.sheet().hidden()) {
        note("hidden_sheet", name(plan.sheet()) + " is hidden; its log was read.");
      }
    }
    for (OtherSheet other : others) {
      if (other.sheet().hidden()) {
        note("hidden_sheet", name(other.sheet()) + " is hidden.");
      } else if (!plans.isEmpty()) {
        note("no_log", name(other.sheet()) + " holds no incident log and was not read.");
      }
    }
    return this;
  }

  private static String name(GridSheet sheet) {
    return "Sheet \"" + sheet.name() + "\"";
  }

  private void note(String code, String sentence) {
    notes.add(new FileNote(code, sentence));
  }

  /** Tells how columns were read of which the headings alone say nothing, and which are missing. */
  LogNotes columns(List<SheetPlan> plans) {
    plans.forEach(this::columns);
    return this;
  }

  private void columns(SheetPlan plan) {
    String where = plan.sheet().name().isEmpty() ? "The log" : name(plan.sheet());
    if (plan.plan(Field.OCCURRED) == null) {
      note("no_occurred", where + " has no column for when an incident occurred.");
    }
    if (plan.plan(Field.INDIVIDUALS) == null) {
      note("no_individuals", where + " has no column for the number of people affected.");
    }
    mapped(plan, where);
    Findings findings = plan.findings();
    if (!findings.unclearDates().isEmpty() && plan.plan(Field.OCCURRED) == null) {
      note(
          "dates_unclear",
          where
              + " has dates in "
              + quoted(findings.unclearDates())
              + ", but nothing says what happened then; say it when you send the file (--map"
              + " \"HEADING=occurred\").");
    }
    if (!findings.beside().isEmpty()) {
      note(
          "table_beside",
          where
              + " has a table of counts beside the log, in columns "
              + findings.beside().get(0)
              + " to "
              + findings.beside().get(findings.beside().size() - 1)
              + "; it was not read.");
    }
  }

  /** One sentence for each column that was guessed or is known from an earlier import. */
  private void mapped(SheetPlan plan, String where) {
    ColumnMap columns = plan.heading().columns();
    for (int column = 0; column < columns.labels().size(); column++) {
      Origin origin = columns.origins().get(column);
      String label = columns.label(column);
      String field = columns.field(column).map(Field::code).orElse("");
      if (origin == Origin.CONTENT) {
        note("column_guessed", new Guess(plan.sheet().name(), label, field, List.of()).note());
      } else if (origin == Origin.REMEMBERED || origin == Origin.REMEMBERED_GUESS) {
        note(
            "column_remembered",
            where
                + ": \""
                + label
                + "\" was "
                + (field.isEmpty() ? "left aside" : "read as " + field.replace('_', ' '))
                + ", as in an earlier import with the same headings.");
      }
    }
  }

  private static String quoted(List<String> labels) {
    return labels.stream().map(label -> "\"" + label + "\"").collect(Collectors.joining(", "));
  }

  /** Tells how dates that can be read twice were read. */
  LogNotes dates(DateOrder order, DateEvidence evidence) {
    if (order == DateOrder.UNDECIDED && evidence.twoReadings() > 0) {
      note(
          "dates_undecided",
          (evidence.twoReadings() == 1 ? "1 date" : evidence.twoReadings() + " dates")
              + " can be read with the day or the month first and nothing in the file shows which; "
              + (evidence.twoReadings() == 1 ? "it is a gap." : "they are gaps."));
    } else if (evidence.twoReadings() > 0) {
      note("dates_read", "Dates such as 03/04/2024 were read as " + order.words() + ".");
    }
    return this;
  }

  /** Adds what others have to tell. */
  LogNotes add(List<FileNote> more) {
    notes.addAll(more);
    return this;
  }

  List<FileNote> list() {
    return List.copyOf(notes);
  }
}
