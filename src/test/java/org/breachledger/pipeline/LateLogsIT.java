package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A log that comes after the half has ended reaches the analyst all the same [002]. */
class LateLogsIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T04:00");
  private static final AsOf MONDAY_6_JULY = AsOf.parse("2026-07-06T10:00");
  private static final AsOf WEDNESDAY_8_JULY = AsOf.parse("2026-07-08T04:00");
  private static final AsOf MONDAY_13_JULY = AsOf.parse("2026-07-13T10:00");
  private static final AsOf WEDNESDAY_15_JULY = AsOf.parse("2026-07-15T04:00");

  private static final String JUNES_HALF =
      "select concat_ws(' ', breach_type, school_id is null, anchor, verdict) from alert order by 1";
  private static final String EDITIONS =
      "select concat_ws(' ', report, edition) from report_paper where report <> 'alert-pack'"
          + " order by 1";

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void aRecordUpToMay() throws Exception {
    home = new Home(folder.resolve("home"));
    Path schools = home.jobs().resolve("intake/schools.csv");
    Files.createDirectories(Objects.requireNonNull(schools.getParent()));
    Files.writeString(schools, "name,urn,aliases\nElm School,,\n");
    installation = Installation.open(home, home.jobs(), false, false);
    take("may.csv", YearMonth.of(2025, 7), 11, WEDNESDAY_1_JULY, row("E1", "2025-08-04"));
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void whatJunesLogTellsInJulyIsAlertedWithTheNextBellAndOnlyOnce() throws Exception {
    run("half-yearly", WEDNESDAY_1_JULY);
    assertThat(texts(JUNES_HALF)).isEmpty();

    takeJune(row("E2", "2026-06-09"));
    run("half-yearly-again", WEDNESDAY_8_JULY);

    List<String> alerted =
        List.of(
            "LOST_IN_TRANSIT f 2026-07-01 NOT_REDUCED", "LOST_IN_TRANSIT t 2026-07-01 NOT_REDUCED");
    assertThat(texts(JUNES_HALF)).isEqualTo(alerted);
    assertThat(texts(EDITIONS))
        .containsExactly(
            "board 1",
            "board 2",
            "governors 1",
            "governors 2",
            "working-group 1",
            "working-group 2");
    int mails = mails();
    assertThat(mails).isPositive();

    run("half-yearly-again", WEDNESDAY_15_JULY);
    assertThat(texts(JUNES_HALF)).isEqualTo(alerted);
    assertThat(texts(EDITIONS)).hasSize(6);
    assertThat(mails()).isEqualTo(mails);
  }

  @Test
  void whereNothingOfTheHalvesHasChangedNothingIsWritten() throws Exception {
    run("half-yearly", WEDNESDAY_1_JULY);
    take("july.csv", YearMonth.of(2026, 7), 0, MONDAY_6_JULY, row("E3", "2026-07-02"));
    long again = run("half-yearly-again", WEDNESDAY_8_JULY);

    assertThat(texts(EDITIONS)).containsExactly("board 1", "governors 1", "working-group 1");
    assertThat(texts("select 1 from recurrence_result where manifest_id = " + again)).isEmpty();
    assertThat(mails()).isZero();
  }

  /** A month that came without an incident gives no other count, but another verdict. */
  @Test
  void aMonthThatWasMissingIsNews() throws Exception {
    run("half-yearly", WEDNESDAY_1_JULY);
    takeJune();
    run("half-yearly-again", WEDNESDAY_8_JULY);
    assertThat(texts(EDITIONS)).hasSize(6);
    assertThat(texts(JUNES_HALF)).isEmpty();
  }

  @Test
  void aRowCorrectedLaterIsNewsEvenAfterAnAlert() throws Exception {
    run("half-yearly", WEDNESDAY_1_JULY);
    takeJune(row("E2", "2026-06-09"));
    run("half-yearly-again", WEDNESDAY_8_JULY);
    take(
        "again.csv",
        YearMonth.of(2026, 6),
        1,
        MONDAY_13_JULY,
        row("E2", "2026-06-09"),
        row("E4", "2026-06-10"));
    run("half-yearly-again", WEDNESDAY_15_JULY);
    assertThat(texts(EDITIONS)).hasSize(9);
    assertThat(texts(JUNES_HALF)).hasSize(2);
  }

  /** Who writes papers by hand has not alerted anybody. */
  @Test
  void papersWrittenByHandDoNotStandForTheAlerts() throws Exception {
    run("half-yearly", WEDNESDAY_1_JULY);
    takeJune(row("E2", "2026-06-09"));
    run("board-report", MONDAY_6_JULY);
    run("half-yearly-again", WEDNESDAY_8_JULY);
    assertThat(texts(JUNES_HALF)).hasSize(2);
  }

  @Test
  void aHalfThatWasNeverComparedIsComparedThen() throws Exception {
    takeJune(row("E2", "2026-06-09"));
    run("half-yearly-again", WEDNESDAY_8_JULY);
    assertThat(texts(JUNES_HALF)).hasSize(2);
    assertThat(texts(EDITIONS)).containsExactly("board 1", "governors 1", "working-group 1");
  }

  private static List<String> row(String reference, String day) {
    return List.of(reference, "Elm School", day, "Lost in transit");
  }

  @SafeVarargs
  private void takeJune(List<String>... rows) throws Exception {
    List<List<String>> all = new ArrayList<>(List.of(rows));
    all.add(row("E0", "2024-05-07"));
    take("june.csv", YearMonth.of(2026, 6), 1, MONDAY_6_JULY, all.toArray(List[]::new));
  }

  @SafeVarargs
  private void take(String name, YearMonth first, int months, AsOf asOf, List<String>... rows)
      throws Exception {
    List<List<String>> all = new ArrayList<>();
    all.add(List.of("Reference", "School", "Date of incident", "Type of breach"));
    all.addAll(List.of(rows));
    Path file = Sheets.csv(folder.resolve(name), ',', all.toArray(List[]::new));
    TreeSet<YearMonth> covers = new TreeSet<>();
    for (int month = 0; month < months; month++) {
      covers.add(first.plusMonths(month));
    }
    ImportedFile taken =
        installation
            .get(FileImporter.class)
            .take(file, new ImportOptions(null, null, covers, false, home.returns(), asOf));
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(asOf);
  }

  private long run(String job, AsOf asOf) throws Exception {
    RunOutcome outcome = installation.get(Runs.class).run(new RunRequest(job, asOf, null));
    assertThat(outcome.status())
        .as(outcome.messages().toString())
        .isEqualTo(RunOutcome.Status.DONE);
    return outcome.manifestId();
  }

  private int mails() throws Exception {
    if (!Files.isDirectory(home.outbox())) {
      return 0;
    }
    try (Stream<Path> files = Files.list(home.outbox())) {
      return (int) files.count();
    }
  }

  private List<String> texts(String sql) {
    return Objects.requireNonNull(
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
  }
}
