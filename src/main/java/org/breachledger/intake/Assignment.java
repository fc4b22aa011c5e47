package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.breachledger.incident.Field;
import org.breachledger.intake.Target.Part;

/** Which columns have been given to which fields so far, and how that came about. */
final class Assignment {

  /** One column's fields. */
  record Given(List<Target> targets, Origin origin) {}

  private final Map<Integer, Given> columns = new TreeMap<>();
  private final Set<Target> taken = new HashSet<>();
  private final Set<Field> said = EnumSet.noneOf(Field.class);

  /** Whether nothing has been decided about a column. */
  boolean open(int column) {
    return !columns.containsKey(column);
  }

  /** Gives a column to a field a person named; nothing else takes that field any more. */
  void say(int column, Target target, Origin origin) {
    columns.put(column, new Given(List.of(target), origin));
    said.add(target.field());
  }

  /** Decides that a column feeds nothing. */
  void ignore(int column, Origin origin) {
    columns.put(column, new Given(List.of(), origin));
  }

  /** Gives a column to fields, those left out that a person gave to another. */
  void give(int column, List<Target> targets, Origin origin) {
    List<Target> left = targets.stream().filter(target -> !said.contains(target.field())).toList();
    if (open(column) && !left.isEmpty()) {
      columns.put(column, new Given(left, origin));
    }
  }

  /** Gives a column to a field that has no column yet; otherwise it stays open. */
  void giveFirst(int column, Target target, Origin origin) {
    if (open(column) && take(target)) {
      columns.put(column, new Given(List.of(target), origin));
    }
  }

  /** Gives a column that feeds one field to another too, where that has no column yet. */
  void giveToo(int column, Target target) {
    Given given = columns.get(column);
    if (given != null && take(target)) {
      List<Target> more = new ArrayList<>(given.targets());
      more.add(target);
      columns.put(column, new Given(List.copyOf(more), given.origin()));
    }
  }

  private boolean take(Target target) {
    return !said.contains(target.field())
        && (taken.add(new Target(target.field(), target.part(), null))
            || target.part() == Part.SOME);
  }

  /** Whether any column feeds a field, as a whole or together with others. */
  boolean feeds(Field field) {
    return feedsWhole(field) || feeds(field, Part.SOME);
  }

  /** Whether one column feeds a field as a whole. */
  boolean feedsWhole(Field field) {
    return feeds(field, Part.WHOLE);
  }

  private boolean feeds(Field field, Part part) {
    return columns.values().stream()
        .flatMap(given -> given.targets().stream())
        .anyMatch(target -> target.field() == field && target.part() == part);
  }

  /** Takes a decision back. */
  void release(int column) {
    columns.remove(column);
  }

  /** The decisions by column, in the order of the sheet. */
  Map<Integer, Given> columns() {
    return columns;
  }
}
