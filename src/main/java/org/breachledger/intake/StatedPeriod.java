package org.breachledger.intake;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The months a log states it covers: by option, else by its titles, else by its tabs, else by its
 * file's name. Titles and names count only where most of the rows agree with them.
 */
final class StatedPeriod {

  private final List<SheetPlan> plans;
  private final DateOrder order;
  private final List<FileNote> notes = new ArrayList<>();
  private final SortedSet<YearMonth> months;

  /**
   * Finds the period.
   *
   * @param asked the months a person stated; empty where nobody did
   * @param names the file's name first; may be empty
   */
  StatedPeriod(
      List<SheetPlan> plans, DateOrder order, SortedSet<YearMonth> asked, List<String> names) {
    this.plans = plans;
    this.order = order;
    this.months = asked.isEmpty() ? found(names) : asked;
  }

  /** The months; empty where none is stated. */
  SortedSet<YearMonth> months() {
    return months;
  }

  /** What the sender is told of it. */
  List<FileNote> notes() {
    return notes;
  }

  private SortedSet<YearMonth> found(List<String> names) {
    SortedSet<YearMonth> titled = titled();
    if (!titled.isEmpty()) {
      return titled;
    }
    SortedSet<YearMonth> tabs = new TreeSet<>();
    boolean each = true;
    for (SheetPlan plan : plans) {
      SortedSet<YearMonth> tab = Periods.in(plan.sheet().name());
      each &= !tab.isEmpty() && plan.mostlyIn(tab, order);
      tabs.addAll(tab);
    }
    return each ? tabs : named(names);
  }

  /** A title that most rows of its sheet contradict is a slip of the pen, to be told. */
  private SortedSet<YearMonth> titled() {
    SortedSet<YearMonth> titled = new TreeSet<>();
    for (SheetPlan plan : plans) {
      SortedSet<YearMonth> own = new TreeSet<>();
      plan.heading().titles().forEach(title -> own.addAll(Periods.in(String.join(" ", title))));
      if (plan.mostlyIn(own, order)) {
        titled.addAll(own);
      } else if (!own.isEmpty()) {
        notes.add(
            new FileNote(
                "period_disagrees",
                where(plan)
                    + " states "
                    + words(own)
                    + ", but most of its rows lie in other months; the statement was not used. State"
                    + " the period when you send the file (--covers)."));
      }
    }
    return titled;
  }

  private static String where(SheetPlan plan) {
    String name = plan.sheet().name();
    return name.isEmpty() ? "The title" : "The title of sheet \"" + name + "\"";
  }

  private static String words(SortedSet<YearMonth> months) {
    return months.size() == 1 ? months.first().toString() : months.first() + " to " + months.last();
  }

  private SortedSet<YearMonth> named(List<String> names) {
    SortedSet<YearMonth> named = names.isEmpty() ? new TreeSet<>() : Periods.in(names.get(0));
    boolean agree = plans.stream().allMatch(plan -> plan.mostlyIn(named, order));
    return agree ? named : new TreeSet<>();
  }
}
