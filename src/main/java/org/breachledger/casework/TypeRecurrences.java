package org.breachledger.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.breachledger.incident.BreachType;

/** Where a type of incident occurred again at the same school [002]. */
public final class TypeRecurrences {

  private record Place(int schoolId, String breachType) {}

  private final Map<Place, List<CountedIncident>> byPlace = new HashMap<>();

  /** Among these counted incidents, in any order. */
  public TypeRecurrences(List<CountedIncident> counted) {
    counted.forEach(
        incident ->
            byPlace.computeIfAbsent(place(incident), place -> new ArrayList<>()).add(incident));
    byPlace.values().forEach(Collections::sort);
  }

  /**
   * The references of the counted incidents of its type at its school after it, the first first;
   * none where its type is not known.
   *
   * @param lastDay the last day looked at, inclusive
   */
  public List<String> after(CountedIncident incident, LocalDate lastDay) {
    if (incident.breachType().equals(BreachType.UNTYPED)) {
      return List.of();
    }
    List<CountedIncident> all = byPlace.getOrDefault(place(incident), List.of());
    int found = Collections.binarySearch(all, incident);
    return all.subList(found < 0 ? -found - 1 : found + 1, all.size()).stream()
        .takeWhile(later -> !later.day().isAfter(lastDay))
        .map(CountedIncident::reference)
        .toList();
  }

  private static Place place(CountedIncident incident) {
    return new Place(incident.schoolId(), incident.breachType());
  }
}
