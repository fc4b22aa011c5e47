package org.breachledger.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.breachledger.incident.Field;
import org.breachledger.intake.FieldPlan.Source;
import org.breachledger.intake.Target.Part;
import org.jspecify.annotations.Nullable;

/** Turns columns given to fields into fields read from columns. */
final class ColumnPlans {

  private final List<String> labels;
  private final @Nullable Profile profile;
  private final Map<Field, List<Source>> sources = new EnumMap<>(Field.class);
  private final Map<Field, Source> times = new EnumMap<>(Field.class);
  private final Map<Field, Map<Part, Integer>> parts = new EnumMap<>(Field.class);
  private final List<Field> order = new ArrayList<>();
  private final Map<Integer, Origin> origins = new TreeMap<>();
  private final Set<Integer> unmapped = new TreeSet<>();

  ColumnPlans(List<String> labels, Assignment columns, @Nullable Profile profile) {
    this.labels = labels;
    this.profile = profile;
    for (int column = 0; column < labels.size(); column++) {
      unmapped.add(column);
    }
    columns
        .columns()
        .forEach(
            (column, given) -> {
              origins.put(column, given.origin());
              given.targets().forEach(target -> add(column, target));
            });
  }

  private void add(int column, Target target) {
    Source source = new Source(column, labels.get(column), target.otherwise(), target.part());
    unmapped.remove(column);
    if (target.part() == Part.TIME) {
      times.put(target.field(), source);
    } else if (target.part().ofDate()) {
      parts
          .computeIfAbsent(target.field(), field -> new EnumMap<>(Part.class))
          .put(target.part(), column);
      order.add(target.field());
    } else {
      sources.computeIfAbsent(target.field(), field -> new ArrayList<>()).add(source);
      order.add(target.field());
    }
  }

  ColumnMap map(String fingerprint) {
    Map<Integer, DateParts> dates = new HashMap<>();
    parts.forEach((field, columns) -> date(field, columns, dates));
    return new ColumnMap(
        fingerprint,
        labels,
        order.stream().distinct().filter(sources::containsKey).map(this::plan).toList(),
        unmapped,
        origins,
        Set.of(),
        dates);
  }

  /** Three columns that make one date are read at the place of the first of them. */
  private void date(Field field, Map<Part, Integer> columns, Map<Integer, DateParts> dates) {
    Integer day = columns.get(Part.DAY);
    Integer month = columns.get(Part.MONTH);
    Integer year = columns.get(Part.YEAR);
    if (day == null || month == null || year == null || sources.containsKey(field)) {
      unmapped.addAll(columns.values());
      return;
    }
    sources.put(field, List.of(Source.whole(day, labels.get(day))));
    dates.put(day, new DateParts(day, month, year));
  }

  private FieldPlan plan(Field field) {
    return new FieldPlan(
        field,
        named(sources.getOrDefault(field, List.of())),
        times.get(field),
        profile != null && profile.firstOf().contains(field));
  }

  /** Of several columns the one the profile names first comes first. */
  private List<Source> named(List<Source> several) {
    if (profile == null) {
      return List.copyOf(several);
    }
    List<String> headings = profile.columns().keySet().stream().map(Headings::key).toList();
    return several.stream()
        .sorted(Comparator.comparingInt(source -> headings.indexOf(Headings.key(source.heading()))))
        .toList();
  }
}
