package org.breachledger.reporting.store;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.breachledger.deadline.DeadlineFacts;
import org.breachledger.incident.Answer;
import org.breachledger.incident.Field;
import org.breachledger.incident.Moment;
import org.breachledger.reporting.DataQuality;
import org.breachledger.reporting.DateUsed;
import org.breachledger.reporting.DelayBands;
import org.breachledger.reporting.DutyPerformance;
import org.breachledger.reporting.FlaggedCase;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.IcoDecision;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.LevelTwoCase;
import org.breachledger.reporting.MonthCount;
import org.breachledger.reporting.Trace;

/** The figures of a set of incidents over two halves, by the comparison's date rule. */
final class HalfFigures {

  private final Imprint imprint;
  private final List<HalfIncident> incidents;

  HalfFigures(Imprint imprint, List<HalfIncident> incidents) {
    this.imprint = imprint;
    this.incidents = incidents;
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

  /** The band of the time it took to notify the ICO; empty where it was not notified. */
  Optional<String> band(HalfIncident incident, org.breachledger.deadline.DelayBands bands) {
    return bands.find(
        DeadlineFacts.from(incident.facts(), Optional.ofNullable(incident.level())),
        imprint.dataAsAt());
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
    return words.duties().entrySet().stream()
        .map(duty -> performance(duty.getKey(), duty.getValue()))
        .toList();
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

  /** How long it took from aware, else identified, to notifying the ICO, in the ICO's bands. */
  DelayBands delays(org.breachledger.deadline.DelayBands bands) {
    Map<String, Integer> counts = new TreeMap<>();
    for (HalfIncident incident : countedNow()) {
      band(incident, bands).ifPresent(band -> counts.merge(band, 1, Integer::sum));
    }
    List<Integer> inOrder =
        bands.bands().stream().map(band -> counts.getOrDefault(band.code(), 0)).toList();
    return new DelayBands(
        inOrder.get(0),
        inOrder.get(1),
        inOrder.get(2),
        inOrder.get(3),
        counts.getOrDefault(org.breachledger.deadline.DelayBands.CANNOT_TELL, 0));
  }

  DataQuality quality(int returned) {
    return new DataQuality(
        incidents.size(),
        (int) incidents.stream().filter(HalfIncident::withGaps).count(),
        returned,
        (int) incidents.stream().filter(HalfIncident::needsReview).count(),
        used(DateUsed.OCCURRED),
        used(DateUsed.IDENTIFIED),
        used(DateUsed.REPORTED));
  }

  private LevelTwoCase levelTwo(HalfIncident incident, PaperWords words) {
    return new LevelTwoCase(
        incident.school(),
        incident.reference(),
        occurred(incident),
        words.type(incident.breachType()),
        incident.score(),
        incident.icoDecision(),
        incident.facts().find(Field.ICO_DECISION_REASON).isPresent(),
        daysToDecide(incident).orElse(null));
  }

  private Optional<Integer> daysToDecide(HalfIncident incident) {
    Optional<LocalDate> from =
        incident.facts().findMoment(Field.IDENTIFIED).flatMap(Moment::londonDay);
    Optional<LocalDate> to =
        incident.icoDecision() == IcoDecision.UNDECIDED
            ? Optional.of(today())
            : incident
                .facts()
                .findMoment(Field.ICO_DECIDED)
                .or(() -> incident.facts().findMoment(Field.ICO_NOTIFIED))
                .flatMap(Moment::londonDay);
    if (from.isEmpty() || to.isEmpty() || to.get().isBefore(from.get())) {
      return Optional.empty();
    }
    return Optional.of((int) ChronoUnit.DAYS.between(from.get(), to.get()));
  }

  private DutyPerformance performance(String duty, String words) {
    Map<String, Integer> verdicts = new TreeMap<>();
    for (HalfIncident incident : countedNow()) {
      verdicts.merge(incident.duties().getOrDefault(duty, ""), 1, Integer::sum);
    }
    return new DutyPerformance(
        words,
        verdicts.getOrDefault("MET", 0),
        verdicts.getOrDefault("LATE", 0),
        verdicts.getOrDefault("OVERDUE", 0),
        verdicts.getOrDefault("RUNNING", 0),
        verdicts.getOrDefault("CANNOT_TELL", 0));
  }

  /** Whether it lies in this half. */
  /** What a trace calls the time of an incident. */
  String half(HalfIncident incident) {
    if (incident.day().isBefore(imprint.halves().start())) {
      return Trace.EARLIER;
    }
    return inCurrent(incident) ? Trace.THIS_HALF : Trace.HALF_BEFORE;
  }

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

  private LocalDate today() {
    return imprint.dataAsAt().day();
  }

  private static boolean flag(HalfIncident incident, Field field) {
    return incident.facts().answer(field) == Answer.YES;
  }

  private static @org.jspecify.annotations.Nullable LocalDate occurred(HalfIncident incident) {
    return incident.facts().findMoment(Field.OCCURRED).flatMap(Moment::londonDay).orElse(null);
  }
}
