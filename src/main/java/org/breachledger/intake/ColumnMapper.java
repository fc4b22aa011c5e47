package org.breachledger.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breachledger.incident.Field;
import org.breachledger.incident.FieldKind;
import org.breachledger.intake.FieldPlan.Source;
import org.jspecify.annotations.Nullable;

/**
 * Decides what each column of a heading row feeds: by the profile's words alone where there is one,
 * otherwise by the table of headings; a heading that tells little ({@code Date}) is read together
 * with the group heading above it ({@code ICO}).
 */
final class ColumnMapper {

  private final Headings headings;

  ColumnMapper(Headings headings) {
    this.headings = headings;
  }

  ColumnMap map(GridRow row, @Nullable GridRow above, @Nullable Profile profile) {
    List<String> labels = labels(row);
    Map<Integer, List<Target>> targets =
        profile == null ? byWords(row, groups(row, above)) : byProfile(row, profile);
    List<FieldPlan> plans = plans(labels, targets, profile);
    Set<Integer> unmapped = new TreeSet<>();
    for (int column = 0; column < labels.size(); column++) {
      unmapped.add(column);
    }
    for (FieldPlan plan : plans) {
      plan.sources().forEach(source -> unmapped.remove(source.column()));
      Source time = plan.time();
      if (time != null) {
        unmapped.remove(time.column());
      }
    }
    return new ColumnMap(labels, plans, unmapped);
  }

  private static List<String> labels(GridRow row) {
    List<String> labels = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int column = 0; column < row.cells().size(); column++) {
      String text = row.cell(column).text().replaceAll("\\s+", " ");
      String label = text.isEmpty() ? "column " + ColumnMap.letters(column) : text;
      String once = label;
      for (int n = 2; !seen.add(once); n++) {
        once = label + " (" + n + ")";
      }
      labels.add(once);
    }
    return labels;
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

  private static Map<Integer, List<Target>> byProfile(GridRow row, Profile profile) {
    Map<Integer, List<Target>> targets = new TreeMap<>();
    Set<String> taken = new HashSet<>();
    Map<String, List<Target>> byKey = new HashMap<>();
    profile.columns().forEach((heading, fields) -> byKey.put(Headings.key(heading), fields));
    for (int column = 0; column < row.cells().size(); column++) {
      String key = Headings.key(row.cell(column).text());
      List<Target> fields = byKey.get(key);
      if (fields != null && taken.add(key)) {
        targets.put(column, fields);
      }
    }
    return targets;
  }

  /**
   * Headings found in incident logs only are placed first, so that a bare "Date" cannot take their
   * field.
   */
  private Map<Integer, List<Target>> byWords(GridRow row, Map<Integer, String> groups) {
    Map<Integer, List<Target>> targets = new TreeMap<>();
    Set<Target> taken = new HashSet<>();
    for (boolean sure : new boolean[] {true, false}) {
      for (int column = 0; column < row.cells().size(); column++) {
        Headings.Meaning meaning = meaning(row, column, groups).orElse(null);
        if (meaning != null
            && meaning.sure() == sure
            && taken.add(new Target(meaning.target().field(), meaning.target().part(), null))) {
          targets.put(column, List.of(meaning.target()));
        }
      }
    }
    addTimes(row, targets);
    return targets;
  }

  private Optional<Headings.Meaning> meaning(GridRow row, int column, Map<Integer, String> groups) {
    String text = row.cell(column).text();
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<Headings.Meaning> plain = headings.find(text);
    if (plain.isPresent() && plain.get().sure()) {
      return plain;
    }
    Optional<Headings.Meaning> grouped =
        headings.find(groups.getOrDefault(column, "") + " " + text);
    return grouped.isPresent() ? grouped : plain;
  }

  /** A bare "Time" belongs to the date on its left. */
  private static void addTimes(GridRow row, Map<Integer, List<Target>> targets) {
    for (int column = 1; column < row.cells().size(); column++) {
      List<Target> left = targets.get(column - 1);
      if (!targets.containsKey(column)
          && left != null
          && left.get(0).field().kind() == FieldKind.MOMENT
          && left.get(0).part() == Target.Part.WHOLE
          && Headings.key(row.cell(column).text()).equals("time")) {
        targets.put(column, List.of(new Target(left.get(0).field(), Target.Part.TIME, null)));
      }
    }
  }

  private static List<FieldPlan> plans(
      List<String> labels, Map<Integer, List<Target>> targets, @Nullable Profile profile) {
    Map<Field, List<Source>> sources = new EnumMap<>(Field.class);
    Map<Field, Source> times = new EnumMap<>(Field.class);
    List<Field> order = new ArrayList<>();
    targets.forEach(
        (column, fed) -> {
          for (Target target : fed) {
            Source source = new Source(column, labels.get(column), target.otherwise());
            if (target.part() == Target.Part.TIME) {
              times.put(target.field(), source);
            } else {
              sources.computeIfAbsent(target.field(), field -> new ArrayList<>()).add(source);
              order.add(target.field());
            }
          }
        });
    return order.stream()
        .distinct()
        .map(
            field ->
                new FieldPlan(
                    field,
                    named(sources.getOrDefault(field, List.of()), profile),
                    times.get(field),
                    profile == null || profile.firstOf().contains(field)))
        .toList();
  }

  /** Of several columns the one the profile names first comes first. */
  private static List<Source> named(List<Source> sources, @Nullable Profile profile) {
    if (profile == null) {
      return List.copyOf(sources);
    }
    List<String> order = profile.columns().keySet().stream().map(Headings::key).toList();
    return sources.stream()
        .sorted(
            java.util.Comparator.comparingInt(
                source -> order.indexOf(Headings.key(source.heading()))))
        .toList();
  }
}
