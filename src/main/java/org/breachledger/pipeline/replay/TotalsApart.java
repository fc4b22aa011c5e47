package org.breachledger.pipeline.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breachledger.pipeline.jobs.JudgedTotals.Judged;

/** Where scores and verdicts worked out again do not add up to those a run kept. */
final class TotalsApart {

  private static final Comparator<Judged> ORDER =
      Comparator.comparing(Judged::schoolId)
          .thenComparing(Judged::judged)
          .thenComparing(Judged::outcome);

  private TotalsApart() {}

  /** One sentence for each total that differs, by school; empty where all agree. */
  static List<String> of(Map<Judged, Integer> kept, ReplayedIncidents replayed) {
    Map<Judged, Integer> now = replayed.totals();
    Set<Judged> all = new HashSet<>(kept.keySet());
    all.addAll(now.keySet());
    List<String> apart = new ArrayList<>();
    for (Judged judged : all.stream().sorted(ORDER).toList()) {
      int before = kept.getOrDefault(judged, 0);
      int after = now.getOrDefault(judged, 0);
      if (before != after) {
        apart.add(
            replayed.school(judged.schoolId())
                + ", "
                + judged.judged()
                + " "
                + judged.outcome()
                + ": kept "
                + before
                + "; replayed "
                + after);
      }
    }
    return apart;
  }
}
