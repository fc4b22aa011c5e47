package org.breachledger.intake;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.Headings.Meaning;
import org.breachledger.intake.Target.Part;
import org.jspecify.annotations.Nullable;

/**
 * Gives the columns of a heading row to fields by the table of headings; a heading that tells
 * little ({@code Date}, {@code Month}) is read together with the group heading above it ({@code
 * ICO}).
 */
final class WordMapping {

  private final Headings headings;
  private final GridRow row;
  private final Map<Integer, String> groups;
  private final Assignment columns;
  private final Map<Integer, Optional<Meaning>> meanings = new HashMap<>();

  WordMapping(Headings headings, GridRow row, @Nullable GridRow above, Assignment columns) {
    this.headings = headings;
    this.row = row;
    this.groups = groups(row, above);
    this.columns = columns;
  }

  /** The group heading over each column; one that is merged stands over its first column only. */
  private static Map<Integer, String> groups(GridRow row, @Nullable GridRow above) {
    Map<Integer, String> groups = new HashMap<>();
    if (above == null || above.number() != row.number() - 1 || above.filled() < 2) {
      return groups;
    }
    String group = "";
    for (int column = 0; column < row.cells().size(); column++) {
      group = above.cell(column).blank() ? group : above.cell(column).text();
      groups.put(column, group);
    }
    return groups;
  }

  /**
   * Headings found in incident logs only are placed first, so that a bare "Date" cannot take their
   * field.
   */
  void assign() {
    for (boolean sure : new boolean[] {true, false}) {
      for (int column = 0; column < row.cells().size(); column++) {
        Meaning meaning = meaning(column).orElse(null);
        if (meaning != null && meaning.sure() == sure && !some(meaning)) {
          columns.giveFirst(column, meaning.target(), Origin.WORDS);
        }
      }
    }
    addSome();
    addOthers();
    releaseLoneParts();
    addTimes();
  }

  /**
   * Pupils, staff and parents together are the people affected, where no column has them all. What
   * asks "Staff affected?" is no number.
   */
  private void addSome() {
    for (int column = 0; column < row.cells().size(); column++) {
      Meaning meaning = meaning(column).filter(WordMapping::some).orElse(null);
      if (meaning != null
          && !row.cell(column).text().endsWith("?")
          && !columns.feedsWhole(meaning.target().field())) {
        columns.giveFirst(column, meaning.target(), Origin.WORDS);
      }
    }
  }

  private static boolean some(Meaning meaning) {
    return meaning.target().part() == Part.SOME;
  }

  /** A cell that tells two things feeds both fields, unless the second has a column of its own. */
  private void addOthers() {
    for (int column = 0; column < row.cells().size(); column++) {
      Meaning meaning = meaning(column).orElse(null);
      if (meaning != null && meaning.target().equals(first(column))) {
        for (Target other : meaning.targets().subList(1, meaning.targets().size())) {
          columns.giveToo(column, other);
        }
      }
    }
  }

  private Optional<Meaning> meaning(int column) {
    return meanings.computeIfAbsent(column, this::meant);
  }

  private Optional<Meaning> meant(int column) {
    String text = row.cell(column).text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Meaning> part = headings.findPart(text);
    if (part.isPresent()) {
      return part;
    }
    Optional<Meaning> plain = headings.find(text);
    if (plain.isPresent() && plain.get().sure()) {
      return plain;
    }
    String group = groups.getOrDefault(column, "");
    return headings.find(group + " " + text).or(() -> underGroup(group, plain)).or(() -> plain);
  }

  /** "Month" under "Date of incident" is the month of that date. */
  private Optional<Meaning> underGroup(String group, Optional<Meaning> plain) {
    return plain
        .filter(meaning -> meaning.target().part().ofDate())
        .flatMap(
            meaning ->
                headings
                    .find(group)
                    .flatMap(whole -> Headings.partOf(whole, meaning.target().part())));
  }

  /** Year and quarter alone, or a month beside a whole date, are no date. */
  private void releaseLoneParts() {
    Map<Field, Integer> parts = new EnumMap<>(Field.class);
    for (Assignment.Given given : columns.columns().values()) {
      for (Target target : given.targets()) {
        if (target.part().ofDate()) {
          parts.merge(target.field(), 1, Integer::sum);
        }
      }
    }
    for (int column = 0; column < row.cells().size(); column++) {
      Target target = first(column);
      if (target != null
          && target.part().ofDate()
          && (parts.getOrDefault(target.field(), 0) < 3 || columns.feeds(target.field()))) {
        columns.release(column);
      }
    }
  }

  /** A bare "Time" belongs to the date on its left. */
  private void addTimes() {
    for (int column = 1; column < row.cells().size(); column++) {
      Target left = first(column - 1);
      if (columns.open(column)
          && left != null
          && left.field().kind() == FieldKind.MOMENT
          && left.part() != Part.TIME
          && Headings.key(row.cell(column).text()).equals("time")) {
        columns.give(column, List.of(new Target(left.field(), Part.TIME, null)), Origin.WORDS);
      }
    }
  }

  private @Nullable Target first(int column) {
    Assignment.Given given = columns.columns().get(column);
    return given == null || given.targets().isEmpty() ? null : given.targets().get(0);
  }
}
