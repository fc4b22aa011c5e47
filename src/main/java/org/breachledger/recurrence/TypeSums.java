package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.incident.BreachType;

/**
 * Sums the counts of a report: whole types with zeros, each followed by the sub-types that
 * happened.
 *
 * @param types the codes of all breach types, in the order of the table
 */
record TypeSums(List<String> types) {

  /** Copies the types. */
  TypeSums {
    types = List.copyOf(types);
  }

  /** The rows of a report; {@code UNTYPED} only where anything at all has no type. */
  List<TypeCount> of(int schoolId, List<TypeCount> counts) {
    Map<String, TypeCount> whole = new LinkedHashMap<>();
    Map<String, TypeCount> parts = new LinkedHashMap<>();
    counts.stream()
        .sorted(Comparator.comparing(TypeCount::subType))
        .forEach(
            count -> {
              whole.merge(count.breachType(), count.named(schoolId, ""), TypeCount::plus);
              if (!count.subType().isEmpty()) {
                parts.merge(key(count), count.named(schoolId, count.subType()), TypeCount::plus);
              }
            });
    List<TypeCount> rows = new ArrayList<>();
    for (String type : ordered(whole.keySet())) {
      TypeCount sum = whole.getOrDefault(type, TypeCount.none(schoolId, type, ""));
      if (types.contains(type) || sum.anything()) {
        rows.add(sum);
        parts.values().stream()
            .filter(part -> part.breachType().equals(type) && part.happened())
            .forEach(rows::add);
      }
    }
    return rows;
  }

  /** Tells a type or sub-type from every other. */
  static String key(TypeCount count) {
    return count.breachType() + "/" + count.subType();
  }

  /** The types of the table, then those only found in counts; what has no type comes last. */
  private Set<String> ordered(Set<String> counted) {
    Set<String> order = new LinkedHashSet<>(types);
    counted.stream().filter(type -> !type.equals(BreachType.UNTYPED)).sorted().forEach(order::add);
    counted.stream().filter(BreachType.UNTYPED::equals).forEach(order::add);
    return order;
  }
}
