package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.breachledger.calendar.AsOf;
import org.breachledger.calendar.Windows;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.recurrence.Recurrence;
import org.breachledger.recurrence.batch.RecurrenceRegister;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.DataQuality;
import org.breachledger.reporting.GovernorPaper;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.MissingMonths;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.store.ComparedType;
import org.breachledger.reporting.store.KeptTrends;
import org.breachledger.reporting.store.PaperSource;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What papers say of the record behind them: rows that went back, and what no half can count. */
class PaperRecordIT {

  private static final String HEADINGS =
      "Reference,School,Incident status,Date of incident,Date identified,Type of breach,"
          + "Description\n";
  private static final String UNUSABLE = ",,incident,,,,\n";
  private static final String JUNE = "2026-07-02T09:00";
  private static final LocalDate ANCHOR = LocalDate.of(2026, 7, 1);
  private static final AsOf THURSDAY_20_AUGUST = AsOf.parse("2026-08-20T09:00");

  @TempDir private static Path folder;
  private static Installation installation;
  private static Home home;

  @BeforeAll
  static void take() throws Exception {
    home = ReadyHome.of(folder, "Elm School", "Ash School", "Oak School");
    installation = Installation.open(home, home.jobs(), false, false);
    String elm = row("E1", "Elm School", "2026-03-02") + row("E2", "Elm School", "2026-03-09");
    log("elm-march.csv", elm + UNUSABLE, "2026-04-02T09:00");
    String shared =
        row("A1", "Ash School", "2026-04-07")
            + row("O1", "Oak School", "2026-04-14")
            + row("A2", "Ash School", "2026-04-21");
    log("service-april.csv", shared + UNUSABLE, "2026-05-02T09:00");
    String more = shared + row("O2", "Oak School", "2026-05-12");
    log("service-may.csv", more + UNUSABLE, "2026-06-02T09:00");
    log("service-june.csv", more + UNUSABLE + UNUSABLE.replace("incident", "near miss"), JUNE);
    log("undated.csv", row("E5", "Elm School", "") + row("A3", "Ash School", ""), JUNE);
    log("nobodys.csv", row("N1", "", "2026-05-05"), JUNE);
    String nothing = row("N2", "", "2025-03-03") + row("N3", "", "2026-05-06");
    log("nothing.csv", nothing.replace(",incident,", ",non-event,"), JUNE);
    log("beech.csv", row("B1", "Beech School", "2023-02-02"), JUNE);
    // five weeks after the halves ended, and before the paper
    String july = row("E6", "Elm School", "2026-05-11") + row("E3", "Elm School", "2026-06-30");
    log("elm-july.csv", july + UNUSABLE, "2026-08-05T09:00");
    // after the paper
    log("elm-august.csv", row("E4", "Elm School", "2026-08-18") + UNUSABLE, "2026-08-21T09:00");
    installation.get(Assessment.class).run(THURSDAY_20_AUGUST);
  }

  private static void log(String name, String rows, String asOf) throws Exception {
    installation
        .get(FileImporter.class)
        .take(
            Files.writeString(folder.resolve(name), HEADINGS + rows),
            ImportOptions.at(AsOf.parse(asOf), home.returns()));
  }

  private static String row(String reference, String school, String day) {
    return "%s,%s,incident,%s,%3$s,Lost in transit,A folder number %1$s was left on a bus\n"
        .formatted(reference, school, day);
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  private static <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }

  private static List<Recurrence> compared() {
    return installation.get(RecurrenceRegister.class).compare(Windows.at(ANCHOR, 6));
  }

  private static PaperSource source(AsOf asOf) {
    return source(asOf, Windows.at(ANCHOR, 6));
  }

  private static PaperSource source(AsOf asOf, Windows windows) {
    return installation
        .get(PaperDesk.class)
        .source(
            installation.get(Imprints.class).of(new Halves(windows), asOf, 1),
            installation.get(RecurrenceRegister.class).compare(windows).stream()
                .map(ComparedType::of)
                .toList());
  }

  private static GovernorPaper governors(String school) {
    return within(
        () ->
            source(THURSDAY_20_AUGUST)
                .governors(installation.get(SchoolRegister.class).find(school).orElseThrow()));
  }

  private static BoardPaper board(AsOf asOf) {
    return within(() -> source(asOf).board());
  }

  @Test
  void rowsOfASchoolsOwnLogsWentBackToIt() {
    DataQuality elm = governors("Elm School").dataQuality();
    assertThat(elm.returned()).isEqualTo(2);
    assertThat(elm.returnedOfWhom()).isZero();
  }

  @Test
  void rowsOfASharedLogAreNobodysButAreNotDenied() {
    for (String school : List.of("Ash School", "Oak School")) {
      DataQuality quality = governors(school).dataQuality();
      assertThat(quality.returned()).isZero();
      assertThat(quality.returnedOfWhom()).isEqualTo(2);
    }
  }

  /** Of the shared log, sent three times, the last; of the other logs each, up to the as-of. */
  @Test
  void theBoardCountsARowOnceAndUpToTheAsOf() {
    assertThat(board(THURSDAY_20_AUGUST).dataQuality().returned()).isEqualTo(4);
    assertThat(board(AsOf.parse("2026-08-05T09:00")).dataQuality().returned()).isEqualTo(4);
    assertThat(board(AsOf.parse("2026-08-05T08:59")).dataQuality().returned()).isEqualTo(3);
    assertThat(board(AsOf.parse("2026-06-30T09:00")).dataQuality().returned()).isEqualTo(2);
    assertThat(board(AsOf.parse("2026-08-21T09:00")).dataQuality().returned()).isEqualTo(5);
  }

  @Test
  void whatHasNoDateIsCountedWhereItBelongs() {
    assertThat(governors("Elm School").dataQuality().undated()).isEqualTo(1);
    assertThat(governors("Ash School").dataQuality().undated()).isEqualTo(1);
    assertThat(governors("Oak School").dataQuality().undated()).isZero();
    assertThat(board(THURSDAY_20_AUGUST).dataQuality().undated()).isEqualTo(2);
    assertThat(
            within(() -> source(THURSDAY_20_AUGUST).trace(0)).sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .filter(line -> line.figure().equals("Incident without a date"))
                .map(line -> line.reference()))
        .containsExactly("E5", "A3");
  }

  /** Beech was last heard of in 2023; rows without a school are of none. */
  @Test
  void theBoardSpeaksOfTheSchoolsItsComparisonKnows() {
    BoardPaper board = board(THURSDAY_20_AUGUST);
    assertThat(board.schools()).isEqualTo(3);
    assertThat(board.dataQuality().withoutSchool()).isEqualTo(1);
    assertThat(board.missing().stream().map(MissingMonths::school))
        .containsExactlyInAnyOrder("Ash School", "Elm School", "Oak School");
    assertThat(board.current()).isEqualTo(9);
    assertThat(board.grid().stream().mapToInt(cell -> cell.current()).sum()).isEqualTo(9);
  }

  /** In the halves to June 2025 nothing but a report that was none names no school. */
  @Test
  void whatIsCountedNowhereIsNoRowWithoutASchool() {
    BoardPaper before =
        within(() -> source(THURSDAY_20_AUGUST, Windows.at(LocalDate.of(2025, 7, 1), 6)).board());
    assertThat(before.dataQuality().withoutSchool()).isZero();
    assertThat(before.schools()).isEqualTo(3);
    assertThat(before.grid().stream().map(cell -> cell.school()).distinct())
        .containsExactlyInAnyOrder("Ash School", "Elm School", "Oak School");
    assertThat(
            within(() -> source(THURSDAY_20_AUGUST).trace(0)).sheets().stream()
                .flatMap(sheet -> sheet.lines().stream())
                .filter(line -> line.figure().equals("Without a school"))
                .map(line -> line.reference()))
        .containsExactly("N1");
  }

  /** Of the schools compared, all three sent May. */
  @Test
  void theTrendsPageMarksTheSilenceOfTheSameSchools() {
    Set<YearMonth> silent =
        within(
            () -> {
              JdbcClient jdbc = installation.get(JdbcClient.class);
              long run =
                  jdbc.sql(
                          """
                          insert into job_manifest (job, business_key, edition, as_of, inputs_hash,
                            policy, policy_version, status, started_at)
                          values ('half-yearly', '2026-07-01', 1, '2026-07-01T02:00:00Z', 'x', 'x',
                            'x', 'done', '2026-07-01T02:00:00Z')
                          returning manifest_id
                          """)
                      .query(Long.class)
                      .single();
              installation.get(RecurrenceRegister.class).keep(run, compared());
              return new KeptTrends(jdbc, installation.get(PaperWords.class))
                  .silent(run, Windows.at(ANCHOR, 6).months(), 0);
            });
    Set<YearMonth> missing =
        board(THURSDAY_20_AUGUST).missing().stream()
            .flatMap(one -> one.months().stream())
            .collect(Collectors.toSet());
    assertThat(silent)
        .isEqualTo(missing)
        .contains(YearMonth.of(2026, 4))
        .doesNotContain(YearMonth.of(2026, 5));
  }
}
