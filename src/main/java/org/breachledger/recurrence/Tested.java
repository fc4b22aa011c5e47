package org.breachledger.recurrence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.breachledger.calendar.Windows;

/**
 * One comparison of a report with its test, also corrected for the comparisons beside it: a report
 * is what one reader reads, a school's types or those of all schools; sub-types are corrected among
 * themselves.
 *
 * @param count the counts the verdict compares
 * @param test over these counts
 * @param corrected p after allowing for the comparisons beside it; empty where there is no incident
 * @param beside how many comparisons were allowed for, this one included
 */
record Tested(TypeCount count, RateTest test, OptionalDouble corrected, int beside) {

  /** Tests every comparison of a report, in the order given. */
  static List<Tested> report(List<TypeCount> counts, Windows windows) {
    List<RateTest> tests =
        counts.stream()
            .map(
                count ->
                    RateTest.of(
                        count.previous(),
                        windows.previousDays(),
                        count.current(),
                        windows.currentDays()))
            .toList();
    List<Tested> tested = new ArrayList<>();
    for (int i = 0; i < counts.size(); i++) {
      tested.add(new Tested(counts.get(i), tests.get(i), OptionalDouble.empty(), 0));
    }
    correct(tested, true);
    correct(tested, false);
    return Collections.unmodifiableList(tested);
  }

  private static void correct(List<Tested> tested, boolean whole) {
    List<Integer> places =
        IntStream.range(0, tested.size())
            .filter(i -> tested.get(i).count().subType().isEmpty() == whole)
            .filter(i -> tested.get(i).test().p().isPresent())
            .boxed()
            .toList();
    List<Double> corrected =
        FalseDiscovery.corrected(
            places.stream().map(i -> tested.get(i).test().p().orElseThrow()).toList());
    for (int i = 0; i < places.size(); i++) {
      Tested one = tested.get(places.get(i));
      tested.set(
          places.get(i),
          new Tested(one.count(), one.test(), OptionalDouble.of(corrected.get(i)), places.size()));
    }
  }
}
