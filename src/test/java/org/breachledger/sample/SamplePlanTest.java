package org.breachledger.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SamplePlanTest {

  @Test
  void everySchoolHasWhatThePlanGivesItInEachHalf() {
    Map<String, List<Integer>> planned = new TreeMap<>();
    Plan.list()
        .forEach(line -> planned.put(line.school().key() + " " + line.kind(), line.counts()));
    Map<String, List<Integer>> drawn = new TreeMap<>();
    for (SampleIncident incident : SampleIncidents.list()) {
      List<Integer> counts =
          drawn.computeIfAbsent(
              incident.school().key() + " " + incident.kind(),
              key -> new ArrayList<>(List.of(0, 0, 0, 0)));
      int half = half(incident.day());
      counts.set(half, counts.get(half) + 1);
    }
    planned.values().removeIf(List.of(0, 0, 0, 0)::equals);
    assertThat(drawn).isEqualTo(planned);
  }

  @Test
  void theVerdictsOfThePlanFollowFromItsCounts() {
    for (Plan.Line line : Plan.list()) {
      int previous = line.counts().get(2);
      int current = line.counts().get(3);
      String verdict =
          previous == 0 && current == 0
              ? "NONE"
              : previous == 0
                  ? "NEW"
                  : current == 0 ? "CEASED" : current < previous ? "REDUCED" : "NOT_REDUCED";
      if (!line.verdict().equals("-") && !line.school().key().equals("DUNNOWAY")) {
        assertThat(line.verdict()).as("%s", line).isEqualTo(verdict);
      }
    }
  }

  @Test
  void whatTurnedOutToBeNoneIsClosedBeforeTheEnd() {
    assertThat(SampleIncidents.list())
        .filteredOn(one -> !one.counted() || one.twist().equals("turned"))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.finding(SampleTrust.END)).isNotEmpty());
  }

  @Test
  void theReferenceUsedTwiceStandsForTwoIncidentsWithNothingInCommon() {
    Map<String, List<SampleIncident>> twice =
        SampleIncidents.list().stream()
            .collect(
                Collectors.groupingBy(one -> one.school().key() + one.mis() + one.reference()));
    twice.values().removeIf(incidents -> incidents.size() == 1);
    assertThat(twice.values())
        .singleElement()
        .satisfies(
            incidents -> {
              assertThat(incidents).extracting(SampleIncident::day).doesNotHaveDuplicates();
              assertThat(incidents).extracting(SampleIncident::category).doesNotHaveDuplicates();
              assertThat(incidents).extracting(SampleIncident::text).doesNotHaveDuplicates();
            });
  }

  private static int half(LocalDate day) {
    for (int half = 3; half >= 0; half--) {
      if (!day.isBefore(Plan.HALVES.get(half))) {
        return half;
      }
    }
    throw new IllegalStateException("before the sample: " + day);
  }
}
