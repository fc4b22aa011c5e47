package org.breachledger.reporting.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.breachledger.deadline.Duty;
import org.breachledger.deadline.Untold;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.reporting.DataQuality;
import org.breachledger.reporting.DateUsed;
import org.breachledger.reporting.DelayBands;
import org.breachledger.reporting.DutyPerformance;
import org.breachledger.reporting.FlaggedCase;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.LevelTwoCase;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.Trace;

/** The figures of a set of incidents over two halves, by the comparison's date rule. */
final class HalfFigures {

  private final Imprint imprint;
  private final List<HalfIncident> incidents;
  private final List<UndatedIncident> undated;

  HalfFigures(Imprint imprint, List<HalfIncident> incidents, List<UndatedIncident> undated) {
    this.imprint = imprint;
    this.incidents = incidents;
    this.undated = undated;
  }

  /** Every month either half touches, the oldest first. */
  static List<YearMonth> monthsOf(Halves halves) {
    return halves.windows().months();
  }

  /** The counted incidents of both halves. */
  List<HalfIncident> counted() {
    return incidents.stream().filter(HalfIncident::counted).toList();
  }

  /** Every incident and near miss of both halves. */
  List<HalfIncident> all() {
    return incidents;
  }

  /** Those that no half can count. */
  List<UndatedIncident> undated() {
    return undated;
  }

  int nearMisses(boolean current) {
    return (int)
        incidents.stream()
            .filter(HalfIncident::nearMiss)
            .filter(incident -> inCurrent(incident) == current)
            .count();
  }

  /** The counted incidents of this half. */
  List<HalfIncident> countedNow() {
    return counted().stream().filter(this::inCurrent).toList();
  }

  /** Those of them that must be considered for notification. */
  List<HalfIncident> atLevelTwo() {
    return countedNow().stream()
        .filter(incident -> incident.levelInForce().filter(level -> level == 2).isPresent())
        .toList();
  }

  /** The counted incidents of this half whose level nobody knows. */
  List<HalfIncident> ofUnknownLevel() {
    return countedNow().stream().filter(incident -> incident.levelInForce().isEmpty()).toList();
  }

  /** The band of the time it took to notify the ICO; empty where it was not notified. */
  Optional<String> band(HalfIncident incident, org.breachledger.deadline.DelayBands bands) {
    return bands.find(incident.deadlineFacts(), imprint.dataAsAt());
  }

  List<MonthCount> months(Predicate<YearMonth> submitted) {
    return monthsOf(imprint.halves()).stream()
        .map(
            month ->
                new MonthCount(
                    month,
                    count(month, HalfIncident::counted),
                    count(month, HalfIncident::nearMiss),
                    submitted.test(month)))
        .toList();
  }

  List<DutyPerformance> duties(PaperWords words) {
    return words.timed().stream().map(this::performance).toList();
  }

  List<LevelTwoCase> levelTwo(PaperWords words) {
    return atLevelTwo().stream().map(incident -> levelTwo(incident, words)).toList();
  }

  /** Whatever of this half the Caldicott Guardian or the council has to hear of. */
  List<HalfIncident> flagged() {
    return incidents.stream()
        .filter(this::inCurrent)
        .filter(
            incident ->
                flag(incident, Field.CALDICOTT) || flag(incident, Field.COUNCIL_CONSEQUENCES))
        .toList();
  }

  List<FlaggedCase> flagged(PaperWords words) {
    return flagged().stream()
        .map(
            incident ->
                new FlaggedCase(
                    incident.school(),
                    incident.reference(),
                    occurred(incident),
                    words.type(incident.breachType()),
                    flag(incident, Field.CALDICOTT),
                    flag(incident, Field.COUNCIL_CONSEQUENCES)))
        .toList();
  }

  /** How long it took from aware, else identified, to notifying the ICO, in the table's bands. */
  DelayBands delays(org.breachledger.deadline.DelayBands bands) {
    Map<String, Integer> counts = new TreeMap<>();
    for (HalfIncident incident : countedNow()) {
      band(incident, bands).ifPresent(band -> counts.merge(band, 1, Integer::sum));
    }
    List<DelayBands.Band> list = new ArrayList<>();
    PaperWords.delays(bands)
        .forEach(
            (code, words) -> list.add(new DelayBands.Band(words, counts.getOrDefault(code, 0))));
    return new DelayBands(list);
  }

  /**
   * How good the record is.
   *
   * @param returned rows that went back
   * @param returnedOfWhom further ones that may be of one of these schools
   * @param withoutSchool rows that name no school
   */
  DataQuality quality(int returned, int returnedOfWhom, int withoutSchool) {
    int nearMisses = (int) undated.stream().filter(UndatedIncident::nearMiss).count();
    return new DataQuality(
        incidents.size(),
        (int) incidents.stream().filter(HalfIncident::withGaps).count(),
        returned,
        returnedOfWhom,
        (int) incidents.stream().filter(HalfIncident::needsReview).count(),
        used(DateUsed.OCCURRED),
        used(DateUsed.IDENTIFIED),
        used(DateUsed.REPORTED),
        undated.size() - nearMisses,
        nearMisses,
        ofUnknownLevel().size(),
        withoutSchool);
  }

  private LevelTwoCase levelTwo(HalfIncident incident, PaperWords words) {
    return new LevelTwoCase(
        incident.school(),
        incident.reference(),
        occurred(incident),
        words.type(incident.breachType()),
        incident.score(),
        incident.icoDecision(imprint.dataAsAt()),
        incident.facts().find(Field.ICO_DECISION_REASON).isPresent(),
        incident.daysToDecide(imprint.dataAsAt()).orElse(null));
  }

  private DutyPerformance performance(Duty duty) {
    Map<String, Integer> verdicts = new TreeMap<>();
    Map<Untold, Integer> untold = new EnumMap<>(Untold.class);
    for (HalfIncident incident : countedNow()) {
      String verdict = incident.duties().getOrDefault(duty.code(), "");
      verdicts.merge(verdict, 1, Integer::sum);
      if (verdict.equals("CANNOT_TELL")) {
        untold.merge(
            Untold.of(duty, incident.deadlineFacts(), imprint.dataAsAt()), 1, Integer::sum);
      }
    }
    return new DutyPerformance(
        duty.title(),
        verdicts.getOrDefault("MET", 0),
        verdicts.getOrDefault("LATE", 0),
        verdicts.getOrDefault("OVERDUE", 0),
        verdicts.getOrDefault("RUNNING", 0),
        verdicts.getOrDefault("CANNOT_TELL", 0),
        untold.getOrDefault(Untold.LEVEL_UNKNOWN, 0),
        untold.getOrDefault(Untold.UNDECIDED, 0));
  }

  /** What a trace calls the time of an incident. */
  String half(HalfIncident incident) {
    if (incident.day().isBefore(imprint.halves().start())) {
      return Trace.EARLIER;
    }
    return inCurrent(incident) ? Trace.THIS_HALF : Trace.HALF_BEFORE;
  }

  /** Whether it lies in this half. */
  boolean inCurrent(HalfIncident incident) {
    return incident.in(imprint.halves().middle(), imprint.halves().end());
  }

  private int count(YearMonth month, Predicate<HalfIncident> kind) {
    return (int)
        incidents.stream()
            .filter(kind)
            .filter(incident -> YearMonth.from(incident.day()).equals(month))
            .count();
  }

  private int used(DateUsed date) {
    return (int) counted().stream().filter(incident -> incident.dateUsed() == date).count();
  }

  private static boolean flag(HalfIncident incident, Field field) {
    return incident.facts().answer(field) == Answer.YES;
  }

  private static @org.jspecify.annotations.Nullable LocalDate occurred(HalfIncident incident) {
    return incident.facts().findMoment(Field.OCCURRED).flatMap(Moment::londonDay).orElse(null);
  }
}
