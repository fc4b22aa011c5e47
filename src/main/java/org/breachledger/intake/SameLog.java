package org.breachledger.intake;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds sheets that are one log at several dates: the same headings, and most rows of the older
 * come again in the newer. They are read from the oldest to the newest, so that the newest speaks
 * last; without references, where a changed row could not be known again, the newest alone speaks
 * for those whose rows it has.
 */
final class SameLog {

  private final GuessRules rules;
  private final SchoolName names;
  private final DateOrder order;
  private final List<SheetPlan> plans = new ArrayList<>();
  private final List<FileNote> notes = new ArrayList<>();

  SameLog(Vocabulary vocabulary, List<SheetPlan> all, DateOrder order) {
    this.rules = vocabulary.guesses();
    this.names = new SchoolName(vocabulary.words());
    this.order = order;
    List<SheetPlan> left = new ArrayList<>(all);
    while (!left.isEmpty()) {
      SheetPlan first = left.remove(0);
      List<SheetPlan> group = group(first, left);
      left.removeAll(group);
      take(group);
    }
  }

  /** The sheets to read, in the order to read them in. */
  List<SheetPlan> plans() {
    return plans;
  }

  /** What the sender is told of it. */
  List<FileNote> notes() {
    return notes;
  }

  private List<SheetPlan> group(SheetPlan first, List<SheetPlan> others) {
    List<SheetPlan> group = new ArrayList<>(List.of(first));
    for (SheetPlan other : others) {
      if (group.stream().anyMatch(member -> same(member, other))) {
        group.add(other);
      }
    }
    group.sort(age(group));
    return group;
  }

  private boolean same(SheetPlan one, SheetPlan two) {
    RowKeys first = one.findings().keys();
    RowKeys second = two.findings().keys();
    int most = Math.max(first.percentIn(second), second.percentIn(first));
    return one.heading().columns().fingerprint().equals(two.heading().columns().fingerprint())
        && most >= rules.sameLogPercent()
        && !ofSchool(one)
        && !ofSchool(two);
  }

  /** A tab of one school is no state of another school's, however alike their rows are. */
  private boolean ofSchool(SheetPlan plan) {
    return !plan.hasSchoolColumn() && names.inTab(plan.sheet().name(), true).isPresent();
  }

  /**
   * By the dates of their names where all have one, else by their last month, then their length.
   */
  private Comparator<SheetPlan> age(List<SheetPlan> group) {
    boolean named = group.stream().allMatch(plan -> day(plan).isPresent());
    return named
        ? Comparator.comparing(plan -> day(plan).orElse(LocalDate.MIN))
        : Comparator.comparing(this::lastMonth).thenComparing(SheetPlan::rowsRead);
  }

  private static Optional<LocalDate> day(SheetPlan plan) {
    return Periods.last(plan.sheet().name());
  }

  private YearMonth lastMonth(SheetPlan plan) {
    return plan.months(order).keySet().stream()
        .max(Comparator.naturalOrder())
        .orElse(YearMonth.of(1, 1));
  }

  private void take(List<SheetPlan> group) {
    if (group.size() == 1) {
      plans.addAll(group);
      return;
    }
    SheetPlan newest = group.get(group.size() - 1);
    List<SheetPlan> older = group.subList(0, group.size() - 1);
    boolean alone =
        !newest.findings().keys().byReference()
            && older.stream().allMatch(plan -> within(plan, newest));
    plans.addAll(alone ? List.of(newest) : group);
    notes.add(alone ? newestAlone(older, newest) : oneAfterTheOther(group));
  }

  private boolean within(SheetPlan plan, SheetPlan newest) {
    return plan.findings().keys().percentIn(newest.findings().keys()) >= rules.supersetPercent();
  }

  private static FileNote newestAlone(List<SheetPlan> older, SheetPlan newest) {
    return new FileNote(
        "same_log_newest",
        names(older)
            + (older.size() == 1 ? " is an older state" : " are older states")
            + " of the log in "
            + names(List.of(newest))
            + ", which was read alone: without references a changed row could not be known again.");
  }

  private static FileNote oneAfterTheOther(List<SheetPlan> group) {
    return new FileNote(
        "same_log",
        names(group)
            + " are the same log at several dates; they were read in this order, so that the last"
            + " one's values stand.");
  }

  private static String names(List<SheetPlan> plans) {
    List<String> names = plans.stream().map(plan -> "\"" + plan.sheet().name() + "\"").toList();
    return (names.size() == 1 ? "Sheet " : "Sheets ") + String.join(", ", names);
  }
}
