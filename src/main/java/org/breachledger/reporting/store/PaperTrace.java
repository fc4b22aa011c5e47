package org.breachledger.reporting.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.breachledger.casework.store.StoredAction;
import org.breachledger.deadline.DelayBands;
import org.breachledger.incident.RowRef;
import org.breachledger.reporting.DutyPerformance;
import org.breachledger.reporting.Trace;
import org.breachledger.reporting.TraceLine;

/**
 * Finds the incidents behind every number of one paper, out of the figures the paper prints.
 *
 * @param withoutSchool under which rows without a school are kept
 */
record PaperTrace(
    HalfFigures figures, PaperWords words, DelayBands bands, Set<Integer> withoutSchool) {

  /** The line of an incident under a figure. */
  TraceLine line(HalfIncident incident, String figure) {
    return new TraceLine(
        figure,
        figures.half(incident),
        incident.school(),
        incident.reference(),
        incident.day(),
        incident.row());
  }

  /**
   * The trace, with the actions that are open and where their incidents were read.
   *
   * @param further sheets behind what looks further back than both halves
   */
  Trace of(
      List<StoredAction> open,
      Map<Long, RowRef> rows,
      Predicate<StoredAction> overdue,
      List<Trace.Sheet> further) {
    List<Trace.Sheet> sheets = new ArrayList<>(ofHalves(open, rows, overdue));
    sheets.addAll(further);
    return new Trace(sheets);
  }

  private List<Trace.Sheet> ofHalves(
      List<StoredAction> open, Map<Long, RowRef> rows, Predicate<StoredAction> overdue) {
    return List.of(
        new Trace.Sheet(
            "Behind types and months",
            lines(figures.counted(), incident -> words.type(incident.breachType()))),
        new Trace.Sheet(
            "Behind Level 2",
            Stream.concat(
                    lines(figures.atLevelTwo(), incident -> "To be considered").stream(),
                    lines(figures.ofUnknownLevel(), incident -> "Level not known").stream())
                .toList()),
        new Trace.Sheet("Behind deadlines", deadlines()),
        new Trace.Sheet("Behind delays", delays()),
        new Trace.Sheet("Behind flags", lines(figures.flagged(), incident -> "Flagged")),
        new Trace.Sheet(
            "Behind near misses",
            lines(
                figures.all().stream().filter(HalfIncident::nearMiss).toList(),
                incident -> "Near misses")),
        new Trace.Sheet("Behind actions", actions(open, rows, overdue)),
        new Trace.Sheet("Behind the record", record()),
        new Trace.Sheet(
            "Behind people",
            lines(
                figures.counted(),
                incident -> incident.peopleKnown() ? "Number known" : "Number unknown")));
  }

  private List<TraceLine> deadlines() {
    List<TraceLine> lines = new ArrayList<>();
    words
        .timed()
        .forEach(
            duty ->
                DutyPerformance.HEADINGS.forEach(
                    heading ->
                        lines.addAll(
                            lines(
                                figures.countedNow().stream()
                                    .filter(
                                        one ->
                                            heading.verdict().equals(one.duties().get(duty.code())))
                                    .toList(),
                                incident -> duty.title() + ": " + heading.words()))));
    return lines;
  }

  private List<TraceLine> delays() {
    Map<String, String> headings = PaperWords.delays(bands);
    List<TraceLine> lines = new ArrayList<>();
    for (HalfIncident incident : figures.countedNow()) {
      figures
          .band(incident, bands)
          .map(code -> headings.getOrDefault(code, code))
          .ifPresent(heading -> lines.add(line(incident, heading)));
    }
    return lines;
  }

  private List<TraceLine> record() {
    return Stream.of(
            lines(figures.all(), incident -> "On record"),
            lines(
                figures.all().stream().filter(HalfIncident::withGaps).toList(), one -> "With gaps"),
            lines(
                figures.all().stream().filter(HalfIncident::needsReview).toList(),
                one -> "Type to be confirmed"),
            lines(figures.counted(), one -> "Counted on: " + one.dateUsed().words()),
            lines(
                figures.all().stream()
                    .filter(HalfIncident::told)
                    .filter(one -> withoutSchool.contains(one.schoolId()))
                    .toList(),
                one -> "Without a school"),
            figures.undated().stream().map(PaperTrace::undated).toList())
        .flatMap(List::stream)
        .toList();
  }

  private static TraceLine undated(UndatedIncident one) {
    return new TraceLine(
        one.nearMiss() ? "Near miss without a date" : "Incident without a date",
        Trace.ANY_HALF,
        one.school(),
        one.reference(),
        null,
        one.row());
  }

  private static List<TraceLine> actions(
      List<StoredAction> open, Map<Long, RowRef> rows, Predicate<StoredAction> overdue) {
    return Stream.concat(
            open.stream().map(action -> action("Open", action, rows)),
            open.stream().filter(overdue).map(action -> action("Overdue", action, rows)))
        .toList();
  }

  private static TraceLine action(String figure, StoredAction action, Map<Long, RowRef> rows) {
    RowRef row = rows.get(action.incidentId());
    if (row == null) {
      throw new IllegalStateException("an action's incident has no row");
    }
    return new TraceLine(figure, Trace.ANY_HALF, action.school(), action.reference(), null, row);
  }

  private List<TraceLine> lines(
      List<HalfIncident> incidents, Function<HalfIncident, String> figure) {
    return incidents.stream().map(incident -> line(incident, figure.apply(incident))).toList();
  }
}
