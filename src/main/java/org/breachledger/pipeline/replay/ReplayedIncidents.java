package org.breachledger.pipeline.replay;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breachledger.deadline.DutyVerdict;
import org.breachledger.pipeline.exports.DeadlineTable;
import org.breachledger.pipeline.jobs.JudgedTotals;
import org.breachledger.pipeline.jobs.JudgedTotals.Judged;
import org.breachledger.reporting.sheet.TableFile.Outside;
import org.jspecify.annotations.Nullable;

/** Writes {@code incidents.csv} and {@code deadlines.csv} of a replay, and counts what is in it. */
final class ReplayedIncidents {

  private static final List<String> COLUMNS =
      List.of(
          "reference",
          "school",
          "breach_type",
          "sub_type",
          "type_confidence",
          "counted_as",
          "score",
          "category_level",
          "label",
          "repeat_of");

  private final Map<Judged, Integer> totals = new HashMap<>();
  private final Map<Integer, String> schools = new HashMap<>();
  private int incidents;
  private int duties;

  /** Judges every incident again and writes what came out. */
  void write(PastVerdicts verdicts, Path folder) {
    try (ReplayedFile scores = new ReplayedFile(folder, "incidents", COLUMNS);
        ReplayedFile clocks = new ReplayedFile(folder, "deadlines", DeadlineTable.COLUMNS)) {
      verdicts.each(
          judged -> {
            PastIncident incident = judged.incident();
            scores.row(row(judged));
            for (DutyVerdict duty : judged.duties()) {
              clocks.row(DeadlineTable.row(incident.reference(), incident.school(), duty));
            }
            count(judged);
          });
      scores.done();
      clocks.done();
    }
  }

  private void count(PastVerdicts.Judged judged) {
    PastIncident incident = judged.incident();
    schools.put(incident.schoolId(), incident.school());
    incidents++;
    add(
        incident,
        JudgedTotals.SCORE,
        judged.severity().score().map(String::valueOf).orElse(JudgedTotals.UNKNOWN));
    for (DutyVerdict duty : judged.duties()) {
      duties++;
      add(incident, duty.duty().code(), duty.verdict().name());
    }
  }

  private void add(PastIncident incident, String judged, String outcome) {
    totals.merge(new Judged(incident.schoolId(), judged, outcome), 1, Integer::sum);
  }

  private static List<@Nullable Object> row(PastVerdicts.Judged judged) {
    JudgedAgain again = judged.again();
    String reference = judged.incident().reference();
    String repeats = judged.repeats();
    return Arrays.asList(
        reference == null ? null : new Outside(reference),
        new Outside(judged.incident().school()),
        again.type().breachType(),
        again.type().subType(),
        again.type().confidence().name().toLowerCase(Locale.ROOT),
        again.counted().countedAs().code(),
        judged.severity().score().orElse(null),
        judged.severity().categoryLevel().orElse(null),
        judged.severity().label().orElse(null),
        repeats == null ? null : new Outside(repeats));
  }

  /** How many incidents of each school have each score and each verdict of each duty. */
  Map<Judged, Integer> totals() {
    return totals;
  }

  /** A school's name. */
  String school(int schoolId) {
    return schools.getOrDefault(schoolId, "school " + schoolId);
  }

  int incidents() {
    return incidents;
  }

  int duties() {
    return duties;
  }
}
