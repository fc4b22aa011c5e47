package org.breachledger.independent;

import java.util.Map;
import java.util.TreeMap;
import org.breachledger.sample.Plan;
import org.breachledger.sample.SampleIncident;
import org.breachledger.sample.SampleIncidents;

/**
 * What the six-month comparison must say of {@code sample-data/} at 1 July 2026, from the
 * generator's own plan: no file is read for it.
 */
public final class SampleCounts {

  /** Stands for all schools together. */
  public static final String ALL = "*";

  /**
   * One row of the comparison, whole types only.
   *
   * @param school its full name, or {@code *}
   * @param type a breach type's code or {@code UNTYPED}
   */
  public record Key(String school, String type) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySchool = school.compareTo(other.school);
      return bySchool != 0 ? bySchool : type.compareTo(other.type);
    }
  }

  /** Incidents and near misses in the two windows. */
  public record Counts(int previous, int current, int nearPrevious, int nearCurrent) {

    private Counts plus(Counts other) {
      return new Counts(
          previous + other.previous,
          current + other.current,
          nearPrevious + other.nearPrevious,
          nearCurrent + other.nearCurrent);
    }
  }

  private SampleCounts() {}

  /** The counts for each school and type of the plan, zeros included, and for all schools. */
  public static Map<Key, Counts> counts() {
    Map<Key, Counts> counts = new TreeMap<>();
    for (Plan.Line line : Plan.list()) {
      if (line.counted()) {
        Counts planned = new Counts(line.counts().get(2), line.counts().get(3), 0, 0);
        add(counts, line.school().name(), line.kind(), planned);
      }
    }
    for (SampleIncident incident : SampleIncidents.list()) {
      if (incident.nearMiss() && !incident.day().isBefore(Plan.HALVES.get(2))) {
        boolean current = !incident.day().isBefore(Plan.HALVES.get(3));
        Counts one = new Counts(0, 0, current ? 0 : 1, current ? 1 : 0);
        add(counts, incident.school().name(), incident.type(), one);
      }
    }
    return counts;
  }

  /** The verdict for each school and type of the plan. */
  public static Map<Key, String> verdicts() {
    Map<Key, String> verdicts = new TreeMap<>();
    for (Plan.Line line : Plan.list()) {
      if (!line.verdict().equals("-")) {
        verdicts.put(new Key(line.school().name(), line.kind()), line.verdict());
      }
    }
    return verdicts;
  }

  private static void add(Map<Key, Counts> counts, String school, String type, Counts more) {
    counts.merge(new Key(school, type), more, Counts::plus);
    counts.merge(new Key(ALL, type), more, Counts::plus);
  }
}
