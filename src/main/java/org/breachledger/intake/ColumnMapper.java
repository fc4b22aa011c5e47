package org.breachledger.intake;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.Field;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each column of a heading row feeds. What a person says of a heading comes first;
 * then the words of the layout alone, where there is one; else what a person said of the same
 * headings before, the table of headings, and what was guessed of them before.
 */
final class ColumnMapper {

  private final Headings headings;
  private final ReadingOptions options;

  ColumnMapper(Headings headings, ReadingOptions options) {
    this.headings = headings;
    this.options = options;
  }

  ColumnMap map(GridRow row, @Nullable GridRow above, @Nullable Profile profile) {
    List<String> labels = Labels.of(row);
    String fingerprint = Labels.fingerprint(row);
    Assignment columns = new Assignment();
    said(labels, options.stated(), Origin.STATED, columns);
    if (profile != null) {
      byProfile(row, profile, columns);
    } else {
      KnownMapping known = options.remembered().getOrDefault(fingerprint, KnownMapping.none());
      said(labels, known.stated(), Origin.REMEMBERED, columns);
      new WordMapping(headings, row, above, columns).assign();
      guessedBefore(labels, known.guessed(), columns);
    }
    return new ColumnPlans(labels, columns, profile).map(fingerprint);
  }

  private void said(List<String> labels, Mapping said, Origin origin, Assignment columns) {
    for (int column = 0; column < labels.size() && !said.isEmpty(); column++) {
      String code = columns.open(column) ? said.find(labels.get(column)).orElse(null) : null;
      Field field = code == null ? null : Field.find(code).orElse(null);
      if (field != null) {
        columns.say(column, said(labels.get(column), field), origin);
      } else if (code != null) {
        columns.ignore(column, origin);
      }
    }
  }

  /**
   * Where the table of headings says the same, words the field does not know go where it says, and
   * what asks "Near miss?" asks just that.
   */
  private Target said(String label, Field field) {
    return headings
        .find(label)
        .map(Headings.Meaning::target)
        .filter(target -> target.field() == field)
        .map(
            target ->
                target.part() == Target.Part.NEAR_MISS
                    ? target
                    : new Target(field, Target.Part.WHOLE, target.otherwise()))
        .orElseGet(() -> Target.of(field));
  }

  private static void byProfile(GridRow row, Profile profile, Assignment columns) {
    Set<String> taken = new HashSet<>();
    Map<String, List<Target>> byKey = new HashMap<>();
    profile.columns().forEach((heading, fields) -> byKey.put(Headings.key(heading), fields));
    for (int column = 0; column < row.cells().size(); column++) {
      String key = Headings.key(row.cell(column).text());
      List<Target> fields = byKey.get(key);
      if (fields != null && taken.add(key)) {
        columns.give(column, fields, Origin.PROFILE);
      }
    }
  }

  private static void guessedBefore(List<String> labels, Mapping guessed, Assignment columns) {
    for (int column = 0; column < labels.size() && !guessed.isEmpty(); column++) {
      Field field = guessed.find(labels.get(column)).flatMap(Field::find).orElse(null);
      if (field != null) {
        columns.giveFirst(column, Target.of(field), Origin.REMEMBERED_GUESS);
      }
    }
  }
}
