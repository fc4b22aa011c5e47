package org.breachledger.reporting;

import static org.breachledger.reporting.HalfVerdict.CEASED;
import static org.breachledger.reporting.HalfVerdict.INSUFFICIENT_DATA;
import static org.breachledger.reporting.HalfVerdict.NEW;
import static org.breachledger.reporting.HalfVerdict.NONE;
import static org.breachledger.reporting.HalfVerdict.NOT_REDUCED;
import static org.breachledger.reporting.HalfVerdict.REDUCED;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.incident.RowRef;
import org.breachledger.policy.AccentColour;
import org.breachledger.recurrence.ControlCharts;
import org.breachledger.recurrence.EvidenceRules;

/** Fictional papers of any size, the same each time. */
public final class SamplePapers {

  /** 1 July 2025 to 30 June 2026. */
  public static final Halves HALVES = new Halves(Windows.at(LocalDate.of(2026, 7, 1), 6));

  /** The titles of the breach types, as the pages show them. */
  public static final List<String> TYPES =
      List.of(
          "Disclosed in error",
          "Lost or stolen paperwork",
          "Lost or stolen hardware",
          "Lost in transit",
          "Uploaded to website in error",
          "Unauthorised access",
          "Technical security failing (including hacking)",
          "Corruption or inability to recover electronic data",
          "Insecure disposal of hardware",
          "Insecure disposal of paperwork",
          "Other",
          "Type not yet known");

  /** The look a fresh home has, and two schools with a colour of their own. */
  public static final HouseStyle STYLE =
      new HouseStyle(
          new AccentColour(0x0B5563),
          Map.of(
              "Birchmere Academy", new AccentColour(0x7A1F3D),
              "Dunlin Marsh High School", new AccentColour(0x4B2E83)),
          4);

  private SamplePapers() {}

  /** What the papers say about themselves. */
  public static Imprint imprint() {
    return new Imprint(
        "Larkfield Learning Trust",
        HALVES,
        AsOf.parse("2026-07-01T03:00"),
        "Category levels",
        "2026.1",
        new Titles(
            "Headteacher",
            "Data Protection Lead",
            "Schools Data Protection Officer",
            "governing body",
            "Category Level 2"),
        1,
        "4f1c92ab07de",
        STYLE);
  }

  /** A governor paper with so many incidents in this half. */
  public static GovernorPaper governors(String school, int incidents) {
    return new GovernorPaper(
        school,
        imprint(),
        types(incidents),
        months(incidents, List.of()),
        duties(incidents),
        levelTwo(school, incidents / 5),
        new NearMisses(incidents == 0 ? 1 : 2, incidents == 0 ? 0 : 4),
        new ActionCounts(incidents == 0 ? 0 : 3, incidents == 0 ? 0 : 1),
        new DataQuality(
            incidents * 2 + 4,
            incidents / 4,
            incidents / 10,
            incidents / 50,
            1,
            incidents * 2,
            1,
            0,
            incidents / 30,
            0,
            incidents / 20,
            0),
        List.of(),
        Restatement.none(),
        charts(1, incidents),
        earlier(1, incidents),
        people(incidents));
  }

  /** The same paper in another house's look. */
  public static GovernorPaper in(HouseStyle style, GovernorPaper paper) {
    return new GovernorPaper(
        paper.school(),
        in(style),
        paper.types(),
        paper.months(),
        paper.duties(),
        paper.levelTwo(),
        paper.nearMisses(),
        paper.actions(),
        paper.dataQuality(),
        paper.notSubmitted(),
        paper.restatement(),
        paper.charts(),
        paper.alerts(),
        paper.people());
  }

  /** The same imprint in another house's look. */
  private static Imprint in(HouseStyle style) {
    Imprint own = imprint();
    return new Imprint(
        own.trust(),
        own.halves(),
        own.dataAsAt(),
        own.policyName(),
        own.policyVersion(),
        own.titles(),
        own.edition(),
        own.auditHead(),
        style);
  }

  /** A governor paper with two silent months. */
  public static GovernorPaper silent(String school) {
    List<YearMonth> missing = List.of(YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    List<TypeVerdict> types =
        TYPES.stream()
            .map(
                title ->
                    new TypeVerdict(
                        title,
                        title.startsWith("Disclosed") ? 5 : 0,
                        title.startsWith("Disclosed") ? 1 : 0,
                        INSUFFICIENT_DATA,
                        "February and March 2026 were not submitted."))
            .toList();
    return new GovernorPaper(
        school,
        imprint(),
        types,
        months(5, 1, missing),
        duties(1),
        List.of(),
        new NearMisses(0, 0),
        new ActionCounts(0, 0),
        new DataQuality(6, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0),
        missing,
        Restatement.none(),
        TypeCharts.none(),
        EarlierAlerts.none(),
        PeopleAffected.none());
  }

  /** The months of both halves. */
  public static List<MonthCount> months(int incidents, List<YearMonth> missing) {
    int before = types(incidents).stream().mapToInt(TypeVerdict::previous).sum();
    return months(before, incidents, missing);
  }

  private static List<MonthCount> months(int before, int incidents, List<YearMonth> missing) {
    return IntStream.range(0, 12)
        .mapToObj(
            i -> {
              YearMonth month = YearMonth.of(2025, 7).plusMonths(i);
              boolean sent = !missing.contains(month);
              int share = sent ? share(i < 6 ? before : incidents, i % 6, 6) : 0;
              return new MonthCount(month, share, sent ? nearMisses(i, incidents) : 0, sent);
            })
        .toList();
  }

  private static int nearMisses(int month, int incidents) {
    int[] some = {0, 0, 1, 0, 1, 0, 0, 1, 0, 2, 1, 0};
    return incidents > 0 ? some[month] : month == 2 ? 1 : 0;
  }

  private static int share(int all, int at, int parts) {
    int[] weights = {3, 1, 4, 1, 5, 2};
    int before = IntStream.range(0, at).map(i -> all * weights[i % 6] / 16).sum();
    return at == parts - 1 ? all - before : all * weights[at % 6] / 16;
  }

  /** Every breach type, the incidents spread over them. */
  public static List<TypeVerdict> types(int incidents) {
    List<TypeVerdict> all = new ArrayList<>();
    int left = incidents;
    for (int i = 0; i < TYPES.size(); i++) {
      int current = i == 3 ? 0 : Math.min(left, Math.max(1, incidents / (2 << i)));
      current = i == TYPES.size() - 1 ? left : current;
      left -= current;
      int previous = incidents == 0 ? (i == 0 ? 2 : 0) : previous(i, current);
      all.add(verdict(TYPES.get(i), previous, current));
    }
    return all;
  }

  private static int previous(int type, int current) {
    return switch (type) {
      case 0 -> current + 3;
      case 1 -> current;
      case 2 -> 0;
      case 3 -> 2;
      default -> current == 0 ? 0 : current - type % 2;
    };
  }

  private static TypeVerdict verdict(String title, int previous, int current) {
    if (previous == 0 && current == 0) {
      return new TypeVerdict(title, 0, 0, NONE, "");
    }
    if (previous == 0) {
      return new TypeVerdict(title, 0, current, NEW, "None in the half before.");
    }
    if (current == 0) {
      return new TypeVerdict(title, previous, 0, CEASED, "Too few to tell from chance.");
    }
    return current < previous
        ? new TypeVerdict(
            title, previous, current, REDUCED, "0.70 times the earlier rate; too few to tell.")
        : new TypeVerdict(
            title, previous, current, NOT_REDUCED, "As often as before; could be chance.");
  }

  /**
   * The people affected, as a paper prints them; some numbers small, some withheld, one unknown.
   */
  public static PeopleAffected people(int incidents) {
    List<TypeVerdict> happened = types(incidents).stream().filter(TypeVerdict::happened).toList();
    List<PeopleAffected.Row> rows = new ArrayList<>();
    List<String> printed = List.of("1,204", "1 to 4", PeopleAffected.WITHHELD, "12", "0");
    for (int i = 0; i < happened.size(); i++) {
      rows.add(
          new PeopleAffected.Row(
              happened.get(i).title(),
              printed.get(i % printed.size()),
              i == 3 ? PeopleAffected.NOT_KNOWN : printed.get((i + 1) % printed.size())));
    }
    rows.add(new PeopleAffected.Row("All types", "1,480", PeopleAffected.WITHHELD));
    return incidents == 0
        ? PeopleAffected.none()
        : new PeopleAffected(rows, new SmallNumbers(4), incidents / 8, incidents / 4, true);
  }

  /** Each duty's performance. */
  public static List<DutyPerformance> duties(int incidents) {
    if (incidents == 0) {
      return List.of(new DutyPerformance("Preliminary investigation", 0, 0, 0, 0, 0, 0, 0));
    }
    return List.of(
        new DutyPerformance(
            "Preliminary investigation, same day",
            incidents - incidents / 4,
            incidents / 4,
            0,
            0,
            0,
            0,
            0),
        new DutyPerformance(
            "Form A to the Data Protection Officer, 24 hours",
            incidents / 2,
            incidents / 5,
            incidents / 10,
            1,
            incidents / 8,
            0,
            0),
        new DutyPerformance("Decision on notification, 72 hours", incidents / 5, 0, 1, 1, 0, 0, 0),
        new DutyPerformance("Notification to the regulator, 72 hours", 0, 0, 0, 1, 2, 0, 1),
        new DutyPerformance("Re-evaluation after six months", 1, 0, 0, incidents, 0, 0, 0));
  }

  /** So many Level 2 incidents. */
  public static List<LevelTwoCase> levelTwo(String school, int number) {
    IcoDecision[] decisions = IcoDecision.values();
    return IntStream.range(0, number)
        .mapToObj(
            i ->
                new LevelTwoCase(
                    school,
                    "LLT-2026-" + (100 + i),
                    i % 7 == 6 ? null : LocalDate.of(2026, 1, 3).plusDays(i * 11L % 170),
                    TYPES.get(i % TYPES.size()),
                    i % 5 == 4 ? null : 3 + i % 3,
                    decisions[i % decisions.length],
                    i % 3 != 2,
                    i % 6 == 5 ? null : i % 9))
        .toList();
  }

  /** A board paper over so many schools. */
  public static BoardPaper board(int schools, int incidents) {
    List<String> names = IntStream.range(0, schools).mapToObj(SamplePapers::school).toList();
    List<SchoolTypeCount> grid = new ArrayList<>();
    for (int s = 0; s < schools; s++) {
      for (int t = 0; t < TYPES.size(); t++) {
        TypeVerdict one =
            verdict(TYPES.get(t), (s + t) % 4 == 0 ? 1 + s % 3 : 0, (s * t) % 5 == 1 ? 2 : t % 2);
        grid.add(
            new SchoolTypeCount(
                names.get(s), one.title(), one.previous(), one.current(), one.verdict()));
      }
    }
    return new BoardPaper(
        imprint(),
        types(incidents),
        grid,
        months(incidents, List.of()),
        schools == 0 ? List.of() : levelTwo(names.get(0), incidents / 5),
        duties(incidents),
        new DelayBands(
            List.of(
                new DelayBands.Band("Less than 24 hours", incidents / 10),
                new DelayBands.Band("24 hours to 72 hours", incidents / 8),
                new DelayBands.Band("More than 72 hours to 1 week", incidents / 20),
                new DelayBands.Band("More than 1 week", 0),
                new DelayBands.Band(DelayBands.CANNOT_TELL, incidents / 20))),
        names.stream().limit(incidents / 3).map(name -> new SchoolActions(name, 3, 1)).toList(),
        flagged(names, incidents / 8),
        new NearMisses(3, incidents / 2),
        new DataQuality(
            incidents * 2,
            incidents / 4,
            1,
            0,
            2,
            incidents * 2,
            3,
            1,
            incidents / 30,
            incidents / 100,
            incidents / 20,
            0),
        names.stream()
            .limit(schools / 5)
            .map(name -> new MissingMonths(name, List.of(YearMonth.of(2026, 2))))
            .toList(),
        Restatement.none(),
        charts(schools, incidents),
        earlier(schools, incidents),
        people(incidents));
  }

  private static List<FlaggedCase> flagged(List<String> schools, int number) {
    return IntStream.range(0, schools.isEmpty() ? 0 : number)
        .mapToObj(
            i ->
                new FlaggedCase(
                    schools.get(i % schools.size()),
                    "LLT-2026-" + (300 + i),
                    LocalDate.of(2026, 2, 1).plusDays(i),
                    TYPES.get(i % TYPES.size()),
                    i % 2 == 0,
                    i % 3 != 1))
        .toList();
  }

  private static String school(int number) {
    List<String> places =
        List.of("Alder Brook", "Birchmere", "Copperfield Lane", "Dunlin Marsh", "Elmhurst Rise");
    String kind =
        number % 3 == 0 ? " Primary School" : number % 3 == 1 ? " Academy" : " High School";
    String place = places.get(number % places.size());
    int round = number / places.size();
    return place + kind + (round == 0 ? "" : " " + (round + 1));
  }

  /** A decision register of so many incidents, every third with a gap, every fifth closed. */
  public static DecisionPaper decisions(String school, int incidents) {
    List<DecisionRow> rows = new ArrayList<>();
    List<MissingPiece> missing = new ArrayList<>();
    for (int i = 1; i <= incidents; i++) {
      LocalDate day = HALVES.middle().plusDays(i % 180);
      boolean gap = i % 3 == 0;
      String by = gap ? "" : "Schools Data Protection Officer";
      rows.add(
          new DecisionRow(
              school,
              "D-" + i,
              "Notification of the ICO",
              gap ? "nobody recorded it" : "not to be notified",
              by,
              gap ? null : day,
              gap ? "" : "given",
              gap));
      if (i % 5 == 0) {
        missing.add(new MissingPiece(school, "D-" + i, "root cause is missing", "004 8.3.1"));
      }
    }
    return new DecisionPaper(school, imprint(), incidents, rows, missing);
  }

  /** A retention annex with so many incidents due, every third held; no setting at none. */
  public static RetentionPaper retention(String school, int due) {
    List<String> schools =
        school.equals(AlertPack.ALL)
            ? IntStream.range(0, Math.max(1, due / 4)).mapToObj(SamplePapers::school).toList()
            : List.of(school);
    return new RetentionPaper(
        school,
        imprint(),
        IntStream.range(0, schools.size()).mapToObj(i -> kept(schools.get(i), i, due)).toList(),
        IntStream.rangeClosed(1, due)
            .mapToObj(
                i ->
                    new RetentionDue(
                        schools.get(i % schools.size()),
                        "K-" + i,
                        i % 9 == 8 ? null : HALVES.middle().minusYears(6).plusDays(i),
                        HALVES.middle().plusDays(i),
                        i % 3 == 2))
            .toList(),
        new RetentionPaper.ListName("0f3a9c55d1e2", due - due / 3));
  }

  /** A certificate of so many incidents. */
  public static DestructionCertificate certificate(String school, int incidents) {
    return new DestructionCertificate(
        3,
        school,
        imprint(),
        "0f3a9c55d1e2".repeat(5) + "0f3a",
        "Schools Data Protection Officer",
        HALVES.middle(),
        "Headteacher",
        HALVES.middle().plusDays(2),
        incidents / 20,
        new DestructionCertificate.Backups(
            incidents % 2 == 0 ? 90 : null,
            incidents % 3 == 0 ? HALVES.middle() : null,
            incidents % 5 == 0
                ? new DestructionCertificate.Restored(HALVES.middle(), HALVES.middle().minusDays(1))
                : null),
        IntStream.rangeClosed(1, incidents)
            .mapToObj(
                i ->
                    new DestroyedIncident(
                        school.equals(AlertPack.ALL) ? school(i % 7) : school,
                        "K-" + i,
                        i % 5 == 0 ? "" : "Disclosed in error",
                        i % 9 == 8 ? null : HALVES.middle().minusYears(6).plusDays(i),
                        HALVES.middle().minusDays(i),
                        "6 years"))
            .toList());
  }

  private static RetentionSchool kept(String school, int number, int due) {
    boolean set = due > 0 && number % 4 != 3;
    return new RetentionSchool(
        school,
        set ? "6 years" : "",
        set ? "Schools Data Protection Officer" : "",
        set ? HALVES.start() : null,
        number % 2 == 0,
        due + 1_200,
        due + 4,
        set ? due / 2 : 0,
        set ? due : 0,
        due / 3,
        number % 5 == 4 ? 2 : 0);
  }

  /** A review queue of so many incidents, every second overdue. */
  public static ReviewPaper reviews(String school, int incidents) {
    List<ReviewRow> rows =
        IntStream.rangeClosed(1, incidents)
            .mapToObj(
                i ->
                    new ReviewRow(
                        school,
                        "R-" + i,
                        TYPES.get(i % TYPES.size()),
                        i % 7 == 0 ? null : HALVES.end().minusDays(i % 90),
                        i % 2 == 0 ? "Overdue" : "Due",
                        HalfVerdict.NOT_REDUCED.words(),
                        "",
                        IntStream.range(0, i % 12).mapToObj(n -> "R-" + (i + n + 1)).toList(),
                        i % 3))
            .toList();
    return new ReviewPaper(school, imprint(), rows, incidents / 2, 3, 5);
  }

  /** An alert pack with so many incidents behind it. */
  public static AlertPack alert(String school, int incidents) {
    List<IncidentBehind> behind =
        IntStream.range(0, incidents)
            .mapToObj(
                i ->
                    new IncidentBehind(
                        school.equals(AlertPack.ALL) ? school(i % 6) : school,
                        "LLT-" + (2025 + i % 2) + "-" + (200 + i),
                        LocalDate.of(2025, 7, 2).plusDays(i * 13L % 360),
                        i % 9 == 8 ? DateUsed.IDENTIFIED : DateUsed.OCCURRED,
                        i % 4 == 3 ? "" : "E-mail to wrong recipient",
                        new RowRef(12 + i % 4, 1, 7 + i)))
            .toList();
    int now = (incidents + 1) / 2;
    return new AlertPack(
        school,
        imprint(),
        new TypeVerdict(
            TYPES.get(0),
            incidents - now,
            now,
            incidents - now == 0 ? NEW : NOT_REDUCED,
            "1.25 times the earlier rate; too few to tell from chance."),
        incidents == 0
            ? List.of()
            : List.of(
                new SubTypeCount("E-mail to wrong recipient", incidents - now, now / 2),
                new SubTypeCount("Failure to redact", 0, now - now / 2)),
        months(incidents - now, now, List.of()),
        behind);
  }

  /** The same paper with another grid. */
  public static BoardPaper withGrid(BoardPaper paper, List<SchoolTypeCount> grid) {
    return new BoardPaper(
        paper.imprint(),
        paper.types(),
        grid,
        paper.months(),
        paper.levelTwo(),
        paper.duties(),
        paper.delays(),
        paper.actions(),
        paper.flagged(),
        paper.nearMisses(),
        paper.dataQuality(),
        paper.missing(),
        paper.restatement(),
        paper.charts(),
        paper.alerts(),
        paper.people());
  }

  /** The same paper where an earlier one gave other numbers. */
  public static BoardPaper restated(BoardPaper paper, int figures) {
    return new BoardPaper(
        paper.imprint(),
        paper.types(),
        paper.grid(),
        paper.months(),
        paper.levelTwo(),
        paper.duties(),
        paper.delays(),
        paper.actions(),
        paper.flagged(),
        paper.nearMisses(),
        paper.dataQuality(),
        paper.missing(),
        restatement(AlertPack.ALL, figures),
        paper.charts(),
        paper.alerts(),
        paper.people());
  }

  /** The same paper where an earlier one gave other numbers. */
  public static GovernorPaper restated(GovernorPaper paper, int figures) {
    return new GovernorPaper(
        paper.school(),
        paper.imprint(),
        paper.types(),
        paper.months(),
        paper.duties(),
        paper.levelTwo(),
        paper.nearMisses(),
        paper.actions(),
        paper.dataQuality(),
        paper.notSubmitted(),
        restatement(paper.school(), figures),
        paper.charts(),
        paper.alerts(),
        paper.people());
  }

  /** So many counts of both halves that an earlier paper gave otherwise. */
  public static Restatement restatement(String school, int figures) {
    AsOf then = AsOf.parse("2026-01-01T04:00");
    List<PublishedFigures> halves = new ArrayList<>();
    for (boolean thisHalf : new boolean[] {false, true}) {
      List<RestatedFigure> some =
          IntStream.range(0, figures)
              .filter(i -> i % 2 == 0 ^ thisHalf)
              .mapToObj(
                  i ->
                      new RestatedFigure(
                          i < 8 || !school.equals(AlertPack.ALL) ? school : school(i % 9),
                          TYPES.get(i % TYPES.size()),
                          thisHalf,
                          i % 5 + 1,
                          i % 7,
                          i % 3))
              .toList();
      halves.add(
          new PublishedFigures(
              thisHalf,
              1 + figures % 3,
              then,
              some,
              new RestatedHalf.NearMissesThen(1, thisHalf ? 2 : 1)));
    }
    return PublishedFigures.restatement(
        halves,
        List.of(new RestatedVerdict(TYPES.get(0), REDUCED, NOT_REDUCED)),
        HALVES,
        school,
        figures > 20);
  }

  /** Charts of three years: one with a peak, one with a row, one of waits, one too rare. */
  public static TypeCharts charts(int schools, int incidents) {
    if (incidents == 0) {
      return TypeCharts.none();
    }
    List<LocalDate> peak = new ArrayList<>();
    List<LocalDate> row = new ArrayList<>();
    List<LocalDate> rare = new ArrayList<>();
    for (int i = 0; i < 36; i++) {
      LocalDate month = LocalDate.of(2023, 7, 1).plusMonths(i);
      for (int n = 0; n < 2 + i % 3 + (i == 32 ? 9 : 0); n++) {
        peak.add(month.plusDays(n * 2L));
      }
      for (int n = 0; n < (i < 9 ? 1 : 3 + i % 2); n++) {
        row.add(month.plusDays(n * 3L));
      }
      if (i % 2 == 0) {
        rare.add(month.plusDays(i / 2L));
      }
    }
    List<LocalDate> few = rare.subList(0, 5);
    List<LocalDate> all = new ArrayList<>(peak);
    all.addAll(row);
    all.addAll(rare);
    return new TypeCharts(
        schools,
        schools / 5,
        List.of(
            charted("All types together", all),
            charted(TYPES.get(0), peak),
            charted(TYPES.get(1), row),
            charted(TYPES.get(2), rare),
            charted(TYPES.get(6), few)));
  }

  private static ChartedType charted(String title, List<LocalDate> days) {
    YearMonth first = YearMonth.of(2023, 7);
    YearMonth last = YearMonth.of(2026, 6);
    EvidenceRules rules = new EvidenceRules(0.05, 2, 6, 12, 8, 1, 36);
    return new ChartedType(
        title, first, last, days.size(), new ControlCharts(rules).of(first, last, days));
  }

  /** Alerts of the half before, one at every stage of its life. */
  static EarlierAlerts earlier(int schools, int incidents) {
    List<EarlierAlert> alerts = new ArrayList<>();
    List<String> states = List.of("raised", "acknowledged", "forwarded", "decided", "closed");
    for (int n = 0; incidents > 0 && n < Math.min(60, schools * 2); n++) {
      String state = states.get(n % states.size());
      boolean decided = n % states.size() > 2;
      alerts.add(
          new EarlierAlert(
              n == 0 && schools > 1 ? "all schools" : "Alder Brook",
              "Lost or stolen paperwork",
              LocalDate.of(2026, 1, 1),
              3,
              4,
              state,
              decided
                  ? List.of(
                      new EarlierAlert.DecidedMeasure(
                          "training", "Headteacher", LocalDate.of(2026, 3, 1)),
                      new EarlierAlert.DecidedMeasure(
                          "control", "a named person", LocalDate.of(2026, 4, 30)))
                  : List.of(),
              state.equals("closed")
                  ? Optional.of(new EarlierAlert.Outcome(4, n % 3 * 3, 0, LocalDate.of(2026, 7, 1)))
                  : Optional.empty()));
    }
    return new EarlierAlerts(alerts);
  }
}
