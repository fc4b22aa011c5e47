package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.CaseFinder;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.casework.store.ScoreDesk;
import org.breachledger.incident.Individuals;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.replay.NotToBeReplayed;
import org.breachledger.pipeline.replay.Replay;
import org.breachledger.pipeline.replay.ReplayOutcome;
import org.breachledger.recurrence.Restated;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.store.Restatements;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tables that change, rows that come late, and results of before that must still come out. */
class ReplayIT {

  private static final AsOf PUBLISHED = AsOf.parse("2026-07-01T03:00");
  private static final AsOf LATER = AsOf.parse("2026-07-02T03:00");

  private static final ByWhom DPO = new ByWhom(Optional.of("dpo"), Optional.empty());

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.in(folder);
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void anOldRunComesOutAsKeptWhateverChangedSince() throws Exception {
    takeFirstLog();
    long run = run("half-yearly", PUBLISHED);
    ReplayOutcome before = replay(run);
    assertThat(before.differences()).isEmpty();
    assertThat(before.rows()).isGreaterThan(10);
    assertThat(restated()).isEmpty();
    assertThat(scores()).containsExactly("E1 0", "E2 1", "E3 1", "E4 2");
    String first = Files.readString(folder.resolve("replayed/incidents.csv"));
    assertThat(first).contains("E2,Elm School,LOST_IN_TRANSIT,,high,incident,1,1,");

    editTables();
    assertThat(run("nightly", LATER)).isGreaterThan(run);
    assertThat(scores()).containsExactly("E1 1", "E2 2", "E3 2", "E4 3");
    assertThat(types()).containsExactly("E1 OTHER", "E2 LOST_IN_TRANSIT", "E3 OTHER", "E4 OTHER");
    takeLateLog();

    assertThat(replay(run).differences()).isEmpty();
    assertThat(Files.readString(folder.resolve("replayed/incidents.csv"))).isEqualTo(first);
    List<String> overtaken = restated().stream().map(ReplayIT::words).toList();
    assertThat(overtaken)
        .contains(
            "Elm School, LOST_OR_STOLEN_PAPERWORK: 1 before, 2 now, NOT_REDUCED -> 0 before, 0 now,"
                + " NONE",
            "Elm School, LOST_IN_TRANSIT: 1 before, 0 now, CEASED -> 1 before, 1 now,"
                + " NOT_REDUCED");
  }

  /** Repeats, scores and levels with what a person had said of them then, and no more. */
  @Test
  void aCorrectedScoreComesOutAsItStood() throws Exception {
    takeFirstLog();
    assertThat(scores()).containsExactly("E1 0", "E2 1", "E3 1", "E4 2");
    correct("E1", "12", Set.of("DISTRESS", "DETRIMENT"));
    assertThat(scores()).containsExactly("E1 3", "E2 1", "E3 1", "E4 2");
    long run = run("half-yearly", PUBLISHED);
    assertThat(replay(run).same()).isTrue();
    String first = Files.readString(folder.resolve("replayed/incidents.csv"));

    correct("E1", "3", Set.of());
    assertThat(scores()).containsExactly("E1 0", "E2 1", "E3 1", "E4 2");
    assertThat(replay(run).same()).isTrue();
    assertThat(Files.readString(folder.resolve("replayed/incidents.csv"))).isEqualTo(first);
  }

  private void correct(String reference, String people, Set<String> factors) throws Exception {
    ScoreDesk.Correction correction =
        new ScoreDesk.Correction(
            Individuals.typed(people),
            Optional.of(factors),
            Moment.parse("2026-06-01"),
            DPO,
            "counted again");
    transactions()
        .executeWithoutResult(
            status ->
                installation
                    .get(ScoreDesk.class)
                    .correct(
                        incident(reference),
                        correction,
                        "dpo",
                        PUBLISHED,
                        installation.get(Clock.class).instant()));
    installation.get(Assessment.class).run(PUBLISHED);
  }

  /** Verdicts of the duties: as of the run, by the duties and the decisions of then. */
  @Test
  void theVerdictsOfTheDutiesComeOutAsKept() throws Exception {
    takeFirstLog();
    decide("E1", "individuals", "told");
    long run = run("half-yearly", PUBLISHED);
    ReplayOutcome before = replay(run);
    assertThat(before.judged()).isEqualTo(new ReplayOutcome.Judged(4, 28, true, List.of()));
    String first = Files.readString(folder.resolve("replayed/deadlines.csv"));
    assertThat(first)
        .contains(
            "E1,Elm School,form_a,2025-08-04,2025-08-05T23:59:59+01:00,,OVERDUE,",
            "E1,Elm School,not_told_documented,,,,NOT_REQUIRED,,,individuals were told");
    assertThat(Files.readAllLines(folder.resolve("replayed/deadlines.csv"))).hasSize(29);

    editDuties();
    closeAsMistaken("E1");
    assertThat(run("nightly", LATER)).isGreaterThan(run);
    assertThat(list("select counted_as from incident where reference = 'E1'"))
        .containsExactly("non-event");
    assertThat(
            list(
                "select duties @> '[{\"duty\":\"form_a\",\"verdict\":\"NOT_REQUIRED\"}]'"
                    + " from incident where reference = 'E1'"))
        .containsExactly("t");

    ReplayOutcome after = replay(run);
    assertThat(after.same()).isTrue();
    assertThat(after.judged().kept()).isTrue();
    assertThat(Files.readString(folder.resolve("replayed/deadlines.csv"))).isEqualTo(first);
    long newest = run("half-yearly", LATER);
    assertThat(replay(newest).same()).isTrue();
    assertThat(Files.readString(folder.resolve("replayed/deadlines.csv")))
        .contains(",form_a,2025-08-04,,,NOT_REQUIRED,", "2026-02-07T23:59:59+00:00");
  }

  @Test
  void aTotalThatComesOutOtherwiseIsNamed() throws Exception {
    takeFirstLog();
    long run = run("half-yearly", PUBLISHED);
    within(
        "insert into run_judged (manifest_id, school_id, judged, outcome, incidents)"
            + " select manifest_id, school_id, 'form_a', 'LATE', 2 from run_judged"
            + " where judged = 'form_a'");
    ReplayOutcome outcome = replay(run);
    assertThat(outcome.differences()).isEmpty();
    assertThat(outcome.same()).isFalse();
    assertThat(outcome.judged().differences())
        .containsExactly("Elm School, form_a LATE: kept 2; replayed 0");
  }

  @Test
  void theNewestRunIsMeantWhereNoneIsNamed() throws Exception {
    assertThatThrownBy(() -> replay(null))
        .isInstanceOf(NotToBeReplayed.class)
        .hasMessage(
            "there is no finished run with a comparison; none was made yet: run half-yearly");
    takeFirstLog();
    long run = run("board-report", PUBLISHED);
    assertThat(replay(null).number()).isEqualTo(run);
    assertThatThrownBy(() -> replay(run + 100))
        .isInstanceOf(NotToBeReplayed.class)
        .hasMessageContaining("the newest are " + run);
  }

  /** The same tables kept twice are one set; the record is not judged again for them. */
  @Test
  void tablesThatDidNotChangeAskForNothing() throws Exception {
    takeFirstLog();
    run("half-yearly", PUBLISHED);
    run("board-report", LATER);
    assertThat(list("select count(*)::text from rules_set")).containsExactly("1");
    assertThat(list("select count(*)::text from incident where stale_type or stale_score"))
        .containsExactly("0");
  }

  private void takeFirstLog() throws Exception {
    take(
        "log.csv",
        List.of("E1", "Elm School", "2025-08-04", "Loss of paperwork", "5"),
        List.of("E2", "Elm School", "2025-09-01", "Lost in transit", "50"),
        List.of("E3", "Elm School", "2026-02-03", "Loss of paperwork", "5"),
        List.of("E4", "Elm School", "2026-06-09", "Loss of paperwork", "50"));
  }

  private void takeLateLog() throws Exception {
    take("late.csv", List.of("E5", "Elm School", "2026-03-02", "Lost in transit", "5"));
  }

  @SafeVarargs
  private void take(String name, List<String>... rows) throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.add(
        List.of("Reference", "School", "Date of incident", "Type of breach", "People affected"));
    all.addAll(List.of(rows));
    Path file = Sheets.csv(folder.resolve(name), ',', all.toArray(List[]::new));
    TreeSet<YearMonth> covers = new TreeSet<>();
    for (int month = 0; month < 12; month++) {
      covers.add(YearMonth.of(2025, 7).plusMonths(month));
    }
    ImportedFile taken =
        installation
            .get(FileImporter.class)
            .take(file, new ImportOptions(null, null, covers, false, home.returns(), LATER));
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(LATER);
  }

  /** One point more for every number of people, and paperwork under another type. */
  private void editTables() throws Exception {
    installation.close();
    Path bands = home.jobs().resolve("severity/bands.csv");
    Files.createDirectories(Objects.requireNonNull(bands.getParent()));
    Files.writeString(bands, "from,to,baseline,source\n0,10,1,ours\n11,100,2,ours\n101,,3,ours\n");
    Path vocabularies = home.jobs().resolve("normalise/vocabularies.csv");
    Files.createDirectories(Objects.requireNonNull(vocabularies.getParent()));
    Files.writeString(
        vocabularies,
        Files.readString(Path.of("jobs/normalise/vocabularies.csv"))
            + "ours,Loss of paperwork,OTHER,,,\n");
    installation = Installation.open(home, home.jobs(), false, false);
  }

  /** Form A within 96 hours from now on. */
  private void editDuties() throws Exception {
    installation.close();
    Path duties = home.jobs().resolve("deadline/duties.csv");
    Files.createDirectories(Objects.requireNonNull(duties.getParent()));
    Files.writeString(
        duties,
        Files.readString(Path.of("jobs/deadline/duties.csv"))
            .replace(",form_a_received,24,hours", ",form_a_received,96,hours"));
    installation = Installation.open(home, home.jobs(), false, false);
  }

  private void decide(String reference, String subject, String outcome) throws Exception {
    transactions()
        .executeWithoutResult(
            status ->
                installation
                    .get(CaseDesk.class)
                    .decide(
                        incident(reference),
                        new Decision(
                            subject,
                            outcome,
                            Moment.parse("2026-06-01"),
                            DPO,
                            Optional.empty(),
                            Optional.empty()),
                        "dpo",
                        PUBLISHED,
                        installation.get(Clock.class).instant()));
    installation.get(Assessment.class).run(PUBLISHED);
  }

  private void closeAsMistaken(String reference) throws Exception {
    transactions()
        .executeWithoutResult(
            status ->
                installation
                    .get(ClosingDesk.class)
                    .close(
                        incident(reference),
                        Closure.closed(
                            "non-event",
                            Moment.parse("2026-06-30"),
                            DPO,
                            Optional.of("ask first"),
                            Optional.empty()),
                        "dpo",
                        PUBLISHED,
                        installation.get(Clock.class).instant()));
    installation.get(Assessment.class).run(LATER);
  }

  private long incident(String reference) {
    return new CaseFinder(
            installation.get(JdbcClient.class), installation.get(SchoolRegister.class))
        .get("Elm School", reference);
  }

  private void within(String sql) {
    transactions()
        .executeWithoutResult(status -> installation.get(JdbcClient.class).sql(sql).update());
  }

  private long run(String job, AsOf asOf) throws Exception {
    RunOutcome outcome = installation.get(Runs.class).run(new RunRequest(job, asOf, null));
    assertThat(outcome.status())
        .as(outcome.messages().toString())
        .isEqualTo(RunOutcome.Status.DONE);
    return outcome.manifestId();
  }

  private ReplayOutcome replay(@Nullable Long run) throws Exception {
    return new Replay(installation.get(JdbcClient.class), transactions())
        .run(run, folder.resolve("replayed"));
  }

  private List<Restated> restated() {
    return Objects.requireNonNull(
        transactions()
            .execute(
                status ->
                    new Restatements(
                            installation.get(JdbcClient.class),
                            installation.get(RecurrenceRegister.class))
                        .list()));
  }

  private static String words(Restated row) {
    return row.name()
        + ": "
        + (row.published() == null ? "nothing" : row.published().words())
        + " -> "
        + (row.now() == null ? "nothing" : row.now().words());
  }

  private List<String> scores() {
    return list("select concat(reference, ' ', score) from incident order by reference");
  }

  private List<String> types() {
    return list("select concat(reference, ' ', breach_type) from incident order by reference");
  }

  private List<String> list(String sql) {
    return Objects.requireNonNull(
        transactions()
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
  }

  private TransactionTemplate transactions() {
    return installation.get(TransactionTemplate.class);
  }
}
