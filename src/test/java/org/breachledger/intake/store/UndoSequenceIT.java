package org.breachledger.intake.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is imported, undone and imported again in whatever order: the register is always the one
 * into which only the imports still standing were taken, in their order.
 */
class UndoSequenceIT {

  private static final int STEPS = 30;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void theRegisterIsAlwaysThatOfTheStandingImports(long seed) {
    try (TestDatabase database = TestDatabase.fresh()) {
      Random random = new Random(seed);
      RandomLogs logs = new RandomLogs(seed);
      UndoLedger ledger = new UndoLedger(database, database.trustId());
      TreeMap<Long, UndoLedger.File> standing = new TreeMap<>();
      List<UndoLedger.File> undone = new ArrayList<>();
      List<String> steps = new ArrayList<>();
      for (int step = 1; step <= STEPS; step++) {
        int choice = random.nextInt(10);
        if (choice < 4 && !standing.isEmpty()) {
          undo(ledger, random, standing, undone, steps);
        } else if (choice < 6 && !undone.isEmpty()) {
          UndoLedger.File again = undone.remove(random.nextInt(undone.size()));
          standing.put(ledger.take(again), again);
          steps.add("again " + again.name());
        } else {
          UndoLedger.File file = logs.next();
          standing.put(ledger.take(file), file);
          steps.add("take " + file.name());
        }
        UndoLedger fresh = new UndoLedger(database, database.found("after step " + step));
        standing.values().forEach(fresh::take);
        assertThat(ledger.shown())
            .as("seed %d, after %s", seed, steps)
            .containsExactlyInAnyOrderElementsOf(fresh.shown());
      }
      assertThat(steps).anyMatch(step -> step.startsWith("undo"));
      assertThat(steps).anyMatch(step -> step.startsWith("again"));
    }
  }

  private static void undo(
      UndoLedger ledger,
      Random random,
      SortedMap<Long, UndoLedger.File> standing,
      List<UndoLedger.File> undone,
      List<String> steps) {
    long chosen = new ArrayList<>(standing.keySet()).get(random.nextInt(standing.size()));
    Map<Long, List<String>> later = ledger.later(chosen);
    assertThat(standing.tailMap(chosen + 1).keySet()).containsAll(later.keySet());
    if (!later.isEmpty() && random.nextBoolean()) {
      steps.add("refused import " + chosen);
      return;
    }
    List<Long> gone = ledger.undo(chosen).stream().map(Undo.Undone::importId).toList();
    assertThat(gone).contains(chosen).containsAll(later.keySet());
    steps.add("undo imports " + gone);
    for (long each : gone) {
      undone.add(Objects.requireNonNull(standing.remove(each)));
    }
  }
}
