package org.breachledger.reporting.store;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.casework.store.CaseActions;
import org.breachledger.casework.store.StoredAction;
import org.breachledger.deadline.DeadlineRules;
import org.breachledger.deadline.DelayBands;
import org.breachledger.recurrence.batch.ChartRegister;
import org.breachledger.reporting.AlertPack;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.IncidentBehind;
import org.breachledger.reporting.MissingMonths;
import org.breachledger.reporting.NearMisses;
import org.breachledger.reporting.SchoolTypeCount;
import org.breachledger.reporting.SmallNumbers;
import org.breachledger.reporting.SubTypeCount;
import org.breachledger.reporting.Trace;
import org.breachledger.reporting.TypeVerdict;
import org.breachledger.reporting.WorkingGroupPaper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The contents of every paper about two halves, out of one reading of the register, so that papers
 * of one run never disagree.
 */
public final class PaperSource {

  private final Imprint imprint;
  private final PaperWords words;
  private final DelayBands bands;
  private final List<ComparedType> compared;
  private final List<HalfIncident> incidents;
  private final List<HalfRegister.School> schools;
  private final Map<Integer, Set<YearMonth>> submitted;
  private final Map<Integer, Set<YearMonth>> destroyed;
  private final Set<Integer> known;
  private final Set<Integer> withoutSchool;
  private final List<UndatedIncident> undated;
  private final List<ReturnedRows> returned;
  private final PaperActions actions;
  private final EarlierPapers earlier;
  private final PaperCharts charts;
  private final PaperAlerts alerts;
  private final PeopleFigures people;
  private final HalfRegister register;
  private final WorkingRows rows;

  private PaperSource(
      Imprint imprint,
      PaperWords words,
      DelayBands bands,
      DeadlineRules deadlines,
      List<ComparedType> compared,
      JdbcClient jdbc,
      PaperActions actions,
      PaperCharts charts,
      SmallNumbers small) {
    this.actions = actions;
    this.bands = bands;
    this.imprint = imprint;
    this.words = words;
    this.compared = List.copyOf(compared);
    this.register = new HalfRegister(jdbc, deadlines, imprint.dataAsAt());
    this.rows = new WorkingRows(jdbc);
    this.incidents = register.incidents(imprint.halves());
    this.schools = register.schools();
    this.submitted = register.submitted();
    this.destroyed = register.destroyed();
    this.known = compared.stream().map(ComparedType::schoolId).collect(Collectors.toSet());
    this.withoutSchool =
        schools.stream()
            .filter(school -> !school.given())
            .map(HalfRegister.School::schoolId)
            .collect(Collectors.toSet());
    this.undated = register.undated();
    this.returned = register.returned(imprint.halves(), imprint.dataAsAt());
    this.charts = charts;
    this.people = new PeopleFigures(imprint.halves(), words, small, incidents);
    this.alerts = new PaperAlerts(jdbc, imprint.halves().end(), compared, words);
    this.earlier =
        new EarlierPapers(
            jdbc, imprint.halves(), words, compared, incidents, HalfRegister.School.names(schools));
  }

  /** Reads the register within the running transaction. */
  public static PaperSource read(
      JdbcClient jdbc,
      Imprint imprint,
      PaperWords words,
      DelayBands bands,
      DeadlineRules deadlines,
      List<ComparedType> compared,
      CaseActions actions,
      ChartRegister charts,
      SmallNumbers small) {
    return new PaperSource(
        imprint,
        words,
        bands,
        deadlines,
        compared,
        jdbc,
        new PaperActions(actions.list(), imprint.dataAsAt()),
        new PaperCharts(charts, imprint.halves(), words),
        small);
  }

  /** The schools that get a paper of their own: confirmed ones. */
  public List<Integer> confirmedSchools() {
    return schools.stream()
        .filter(school -> school.confirmed() && known.contains(school.schoolId()))
        .map(HalfRegister.School::schoolId)
        .toList();
  }

  /** The name of a school; {@link AlertPack#ALL} for school 0. */
  public String school(int schoolId) {
    return schools.stream()
        .filter(school -> school.schoolId() == schoolId)
        .map(HalfRegister.School::name)
        .findFirst()
        .orElse(AlertPack.ALL);
  }

  /** What the governors of one school are told. */
  public GovernorPaper governors(int schoolId) {
    HalfFigures figures = ofSchool(schoolId);
    return new GovernorPaper(
        school(schoolId),
        imprint,
        verdicts(schoolId),
        figures.months(month -> months(schoolId).contains(month)),
        figures.duties(words),
        figures.levelTwo(words),
        nearMisses(figures),
        actions.of(schoolId),
        figures.quality(
            returned(log -> log.ownOf(schoolId)),
            returned(log -> log.perhapsOf(schoolId, withoutSchool)),
            0),
        notSubmitted(schoolId),
        earlier.of("governors", schoolId, nearMisses(figures)),
        charts.of(schoolId),
        alerts.of(schoolId, this::school),
        people.of(schoolId));
  }

  /** What the board is told about all schools. */
  public BoardPaper board() {
    HalfFigures figures = ofSchool(0);
    List<MissingMonths> missing = missing();
    return new BoardPaper(
        imprint,
        verdicts(0),
        grid(),
        figures.months(
            month -> missing.stream().noneMatch(school -> school.months().contains(month))),
        figures.levelTwo(words),
        figures.duties(words),
        figures.delays(bands),
        actions.bySchool(),
        figures.flagged(words),
        nearMisses(figures),
        figures.quality(returned(log -> true), 0, rowsWithoutSchool()),
        missing,
        earlier.of("board", 0, nearMisses(figures)),
        charts.of(0),
        alerts.of(0, this::school),
        people.of(0));
  }

  /** The incidents behind every number of the paper of one school; of the board's for school 0. */
  public Trace trace(int schoolId) {
    List<StoredAction> open = actions.open(schoolId);
    HalfFigures figures = ofSchool(schoolId);
    PaperTrace trace =
        new PaperTrace(figures, words, bands, schoolId == 0 ? withoutSchool : Set.of());
    String report = schoolId == 0 ? "board" : "governors";
    return trace.of(
        open,
        rows.of(open.stream().map(StoredAction::incidentId).collect(Collectors.toSet())),
        actions::overdue,
        List.of(
            new Trace.Sheet(
                "Behind charts", new ChartTrace(register, schools, charts, trace).of(schoolId)),
            new Trace.Sheet(
                "Behind changed numbers",
                earlier.since(
                    report,
                    schoolId,
                    earlier.of(report, schoolId, nearMisses(figures)),
                    trace::line))));
  }

  /** What the papers say about themselves. */
  Imprint imprint() {
    return imprint;
  }

  /** The types that did not fall or are new at one school; for school 0 over all, then at each. */
  List<SchoolTypeCount> typesThatDidNotFall(int schoolId) {
    List<SchoolTypeCount> types = new ArrayList<>();
    if (schoolId == 0) {
      alerts(0, WorkingGroupPaper.ALL_SCHOOLS).forEach(types::add);
    }
    for (HalfRegister.School school : schools) {
      if (schoolId == 0 || school.schoolId() == schoolId) {
        alerts(school.schoolId(), school.name()).forEach(types::add);
      }
    }
    return types;
  }

  private Stream<SchoolTypeCount> alerts(int schoolId, String name) {
    return TypeVerdict.urgentFirst(verdicts(schoolId)).stream()
        .filter(type -> type.verdict().alert())
        .map(
            type ->
                new SchoolTypeCount(
                    name,
                    type.title(),
                    type.judged().previous(),
                    type.judged().current(),
                    type.verdict()));
  }

  /** The months a school did not submit; those of each school for school 0. */
  List<MissingMonths> silent(int schoolId) {
    return missing().stream()
        .filter(one -> schoolId == 0 || one.school().equals(school(schoolId)))
        .toList();
  }

  /** The pack about one type at one school, or over all of them for school 0. */
  public AlertPack pack(int schoolId, String breachType) {
    HalfFigures figures =
        figures(
            incident ->
                incident.breachType().equals(breachType)
                    && (schoolId == 0 || incident.schoolId() == schoolId));
    return new AlertPack(
        school(schoolId),
        imprint,
        verdict(schoolId, breachType),
        subTypes(schoolId, breachType),
        figures.months(
            month ->
                schoolId == 0
                    ? missing().stream().noneMatch(school -> school.months().contains(month))
                    : months(schoolId).contains(month)),
        behind(figures));
  }

  /** How many counted incidents of both halves a pack names. */
  public int incidentsBehind(int schoolId, String breachType) {
    return (int)
        incidents.stream()
            .filter(HalfIncident::counted)
            .filter(incident -> incident.breachType().equals(breachType))
            .filter(incident -> schoolId == 0 || incident.schoolId() == schoolId)
            .count();
  }

  /** The figures of one school; of all for school 0. */
  private HalfFigures ofSchool(int schoolId) {
    return new HalfFigures(
        imprint,
        incidents.stream().filter(one -> schoolId == 0 || one.schoolId() == schoolId).toList(),
        undated.stream().filter(one -> schoolId == 0 || one.schoolId() == schoolId).toList());
  }

  private HalfFigures figures(Predicate<HalfIncident> wanted) {
    return new HalfFigures(imprint, incidents.stream().filter(wanted).toList(), List.of());
  }

  private int returned(Predicate<ReturnedRows> wanted) {
    return returned.stream().filter(wanted).mapToInt(ReturnedRows::rows).sum();
  }

  private int rowsWithoutSchool() {
    return (int)
        incidents.stream()
            .filter(HalfIncident::told)
            .filter(one -> withoutSchool.contains(one.schoolId()))
            .count();
  }

  private List<TypeVerdict> verdicts(int schoolId) {
    return compared.stream()
        .filter(row -> row.schoolId() == schoolId && row.whole())
        .map(row -> row.titled(words.type(row.breachType())))
        .toList();
  }

  private TypeVerdict verdict(int schoolId, String breachType) {
    return compared.stream()
        .filter(row -> row.schoolId() == schoolId && row.whole())
        .filter(row -> row.breachType().equals(breachType))
        .map(row -> row.titled(words.type(breachType)))
        .findFirst()
        .orElseThrow();
  }

  /** The sub-types with the incidents whose words name none, so that the sums are right. */
  private List<SubTypeCount> subTypes(int schoolId, String breachType) {
    List<SubTypeCount> counts = new ArrayList<>();
    TypeVerdict whole = verdict(schoolId, breachType);
    int previous = whole.previous();
    int current = whole.current();
    for (ComparedType row : compared) {
      if (row.schoolId() == schoolId && !row.whole() && row.breachType().equals(breachType)) {
        counts.add(new SubTypeCount(words.subType(row.subType()), row.previous(), row.current()));
        previous -= row.previous();
        current -= row.current();
      }
    }
    if (!counts.isEmpty() && previous + current > 0) {
      counts.add(new SubTypeCount(words.subType(""), previous, current));
    }
    return counts;
  }

  private List<SchoolTypeCount> grid() {
    List<SchoolTypeCount> grid = new ArrayList<>();
    for (HalfRegister.School school : schools) {
      if (!school.given() && rowsWithoutSchool() == 0) {
        continue;
      }
      for (TypeVerdict type : verdicts(school.schoolId())) {
        grid.add(
            new SchoolTypeCount(
                school.name(), type.title(), type.previous(), type.current(), type.verdict()));
      }
    }
    return grid;
  }

  private List<IncidentBehind> behind(HalfFigures figures) {
    return figures.counted().stream()
        .map(
            incident ->
                new IncidentBehind(
                    incident.school(),
                    incident.reference(),
                    incident.day(),
                    incident.dateUsed(),
                    incident.subType().isEmpty() ? "" : words.subType(incident.subType()),
                    incident.row()))
        .toList();
  }

  private static NearMisses nearMisses(HalfFigures figures) {
    return new NearMisses(figures.nearMisses(false), figures.nearMisses(true));
  }

  private Set<YearMonth> months(int schoolId) {
    Set<YearMonth> months = new java.util.HashSet<>(submitted.getOrDefault(0, Set.of()));
    months.addAll(submitted.getOrDefault(schoolId, Set.of()));
    months.removeAll(destroyed.getOrDefault(schoolId, Set.of()));
    return months;
  }

  private List<YearMonth> notSubmitted(int schoolId) {
    Set<YearMonth> months = months(schoolId);
    return HalfFigures.monthsOf(imprint.halves()).stream()
        .filter(month -> !months.contains(month))
        .toList();
  }

  private List<MissingMonths> missing() {
    return schools.stream()
        .filter(school -> school.given() && known.contains(school.schoolId()))
        .map(school -> new MissingMonths(school.name(), notSubmitted(school.schoolId())))
        .filter(school -> !school.months().isEmpty())
        .toList();
  }
}
