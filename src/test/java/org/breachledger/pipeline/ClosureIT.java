package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.Closing;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.CaseFinder;
import org.breachledger.casework.store.CaseRefused;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.incident.Moment;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.WorkingGroupPaper;
import org.breachledger.reporting.WorkingIncident;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.store.CasePapers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Closing and reopening through the whole line; each test has an incident of its own. */
class ClosureIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final ByWhom DPO = new ByWhom(Optional.of("dpo"), Optional.empty());
  private static final String HEADINGS =
      "Reference,School,Date of incident,Date identified,Date registered,Type of breach,"
          + "Description,Number of individuals,Date closed\n";

  @TempDir private static Path folder;
  private static Installation installation;
  private static Home home;
  private static int files;

  @BeforeAll
  static void open() throws Exception {
    home = new Home(folder.resolve("home"));
    installation = Installation.open(home, home.jobs(), false, false);
    take(
        row("A1", "2026-03-02", "3", ""),
        row("A2", "2026-03-03", "3", ""),
        row("A3", "2026-03-04", "3", "2026-04-01"),
        row("A4", "2026-03-05", "3", ""),
        row("A5", "2025-12-01", "3", ""),
        row("A6", "2026-03-07", "3", ""));
  }

  @AfterAll
  static void close() {
    installation.close();
  }

  @Test
  void aCaseIsClosedOnceEverythingIsThere() throws Exception {
    assertRefused(
        "A1 is not closed, 2 pieces are missing: whether the cause is systemic is not recorded"
            + " [004 10.2]; neither that individuals were told nor the ground for not telling is"
            + " recorded [004 9.2, 9.3.2]. Record what is missing, or close it with --even-so and"
            + " the reason.",
        () -> close("A1", "incident", "2026-06-01", "", ""));
    decide("A1", "systemic-cause", "none-found");
    decide("A1", "individuals", "not-told-protected");
    assertThat(working("A1").levelWords()).endsWith("open");
    assertThat(close("A1", "incident", "2026-06-01", "", "")).isEmpty();
    assertThat(exported(Exports.Table.INCIDENTS, "A1,")).contains(",2026-06-01,");
    assertThat(exported(Exports.Table.DECISIONS, "A1,Elm School,closure,"))
        .isEqualTo(
            "A1,Elm School,closure,Closing of the case,RECORDED,closed as an incident,person,"
                + "Schools Data Protection Officer,2026-06-01,,,\"004 6.7.2; 000, 001, 003\"");
    assertRefused(
        "A1 was closed already. To close it anew, open it again first.",
        () -> close("A1", "near-miss", "2026-06-02", "x", ""));
  }

  /** Level 0 changes what is counted, what is due and what comes back for review. */
  @Test
  void levelZeroIsAFindingWithALesson() throws Exception {
    assertThat(texts("select repeat_of is not null from incident where reference = 'A4'"))
        .containsExactly("t");
    for (String reason : List.of("", "nobody learnt anything")) {
      assertRefused(
          "A2 is not closed: a near miss or false report is closed with its lesson; write it with"
              + " --lesson.",
          () -> close("A2", "near-miss", "2026-06-01", "", reason));
    }
    assertThat(close("A2", "near-miss", "2026-06-01", "ask twice", "")).isEmpty();
    assertThat(texts("select counted_as from incident where reference = 'A2'"))
        .containsExactly("near-miss");
    assertThat(exported(Exports.Table.DEADLINES, "A2,Elm School,form_a,"))
        .contains(",NOT_REQUIRED,")
        .contains("closed as Category Level 0");
    assertThat(rows(Exports.Table.REVIEWS)).noneMatch(line -> line.startsWith("A2,"));

    reopen("A2", "2026-06-02");
    assertThat(texts("select counted_as from incident where reference = 'A2'"))
        .containsExactly("incident");
    assertThat(exported(Exports.Table.DEADLINES, "A2,Elm School,form_a,")).contains(",OVERDUE,");
    assertThat(exported(Exports.Table.REVIEWS, "A2,")).contains(",LATER,");
    assertThat(exported(Exports.Table.DECISIONS, "A2,Elm School,closure,"))
        .contains(",opened again,person,");
  }

  /** The sheet goes on saying when it was closed; only a later closing is news. */
  @Test
  void aPersonsReopeningStandsOverTheSheet() throws Exception {
    assertThat(exported(Exports.Table.CLOSING, "A3,Elm School,true,true,systemic-cause,"))
        .contains("is not recorded");
    reopen("A3", "2026-05-04");
    assertThat(working("A3").levelWords()).endsWith("open");
    assertThat(exported(Exports.Table.CLOSING, "A3,")).startsWith("A3,Elm School,false,false,");
    assertThat(exported(Exports.Table.DEADLINES, "A3,Elm School,not_told_documented,"))
        .contains("not closed yet");
    take(row("A3", "2026-03-04", "4", "2026-04-01"));
    assertThat(exported(Exports.Table.CLOSING, "A3,")).startsWith("A3,Elm School,false,");
    assertRefused("A3 is open.", () -> reopen("A3", "2026-05-05"));
    take(row("A3", "2026-03-04", "4", "2026-05-06"));
    assertThat(exported(Exports.Table.CLOSING, "A3,")).startsWith("A3,Elm School,true,");
    assertRefused(
        "A3 was closed after that; name a later moment with --on.",
        () -> reopen("A3", "2026-05-05"));
  }

  @Test
  void aReasonClosesEvenSoAndTheRecordSaysWhatWasMissing() throws Exception {
    assertThat(close("A4", "incident", "2026-06-01", "lock it", "the school has closed"))
        .extracting(Closing.Checked::check)
        .containsExactly("systemic-cause", "individuals");
    assertThat(
            texts(
                "select concat_ws('|', d.outcome, d.why, c.lesson, c.missing) from case_decision d"
                    + " join case_closure c using (trust_id, decision_id) join incident i"
                    + " using (trust_id, incident_id) where i.reference = 'A4'"))
        .containsExactly("incident|the school has closed|lock it|systemic-cause;individuals");
    assertThat(exported(Exports.Table.CLOSING, "A4,")).startsWith("A4,Elm School,true,true,");
    assertThat(exported(Exports.Table.DECISIONS, "A4,Elm School,closure,")).contains(",given,");
    assertThat(
            texts(
                "select details::text from audit_entry a join incident i on a.subject = 'incident '"
                    + " || i.incident_id where i.reference = 'A4' and a.action = 'close-case'"))
        .singleElement()
        .asString()
        .contains("evenSo", "incident", "2026-06-01")
        .doesNotContain("lock it", "the school");
    for (Exports.Table table : Exports.Table.values()) {
      assertThat(String.join("\n", rows(table))).doesNotContain("lock it", "the school has closed");
    }
    assertThat(within(() -> installation.get(AuditTrail.class).verify().whole())).isTrue();
  }

  @Test
  void nobodyOverwritesAClosingAndNoImportIsUndoneOverIt() throws Exception {
    long later = take(row("A7", "2026-03-09", "3", ""));
    close("A7", "non-event", "2026-06-01", "read it first", "");
    for (String forbidden :
        List.of("update case_closure set lesson = ''", "delete from case_closure")) {
      assertThatThrownBy(() -> within(() -> jdbc().sql(forbidden).update()))
          .hasStackTraceContaining("permission denied");
    }
    UndoOutcome undone =
        installation.get(UndoImport.class).take(later, false, "command line", WEDNESDAY_1_JULY);
    assertThat(undone.status()).isEqualTo(UndoOutcome.Status.REFUSED);
    assertThat(undone.messages().get(0)).contains("of the incident A7 since");
  }

  @Test
  void whatCannotBeIsWrongUsage() {
    assertUsage(
        "the moment lies after 2026-07-01, from which the record is looked at",
        () -> close("A6", "incident", "2026-07-02", "", "because"));
    assertUsage(
        "a case is closed with: case close, and opened with: case reopen",
        () -> decide("A6", "closure", "near-miss"));
    assertUsage("this school has no incident \"A9\"", () -> reopen("A9", "2026-06-01"));
    assertRefused("A6 is open.", () -> reopen("A6", "2026-06-01"));
  }

  /** A review that waits goes with the closing as Level 0 and comes back with the reopening. */
  @Test
  void theReviewQueueKnowsIt() throws Exception {
    assertThat(exported(Exports.Table.REVIEWS, "A5,")).contains(",OVERDUE,OVERDUE,");
    close("A5", "non-event", "2026-06-01", "read it first", "");
    assertThat(rows(Exports.Table.REVIEWS)).noneMatch(line -> line.startsWith("A5,"));
    reopen("A5", "2026-06-02");
    assertThat(exported(Exports.Table.REVIEWS, "A5,")).contains(",OVERDUE,OVERDUE,");
    assertRefused(
        "A5 was opened again after that; name a later moment with --on.",
        () -> close("A5", "incident", "2026-06-01", "", "because"));
    assertThat(close("A5", "incident", "2026-06-03", "", "because")).hasSize(2);
    assertThat(exported(Exports.Table.INCIDENTS, "A5,")).contains(",2026-06-03,");
  }

  @Test
  void aStateThatSaysClosedIsAClosingWithoutADate() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("states.csv"),
            """
            Reference,School,Date of incident,Type of breach,Description,Status
            A8,Elm School,2026-03-09,Disclosed in error,Sent to the wrong class,Closed
            A9,Elm School,2026-03-10,Disclosed in error,Sent to the wrong year,Open
            """);
    installation
        .get(FileImporter.class)
        .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    assess();
    assertThat(exported(Exports.Table.INCIDENTS, "A8,")).contains(",undated,");
    assertThat(exported(Exports.Table.INCIDENTS, "A9,")).doesNotContain("undated");
  }

  private static List<Closing.Checked> close(
      String reference, String finding, String day, String lesson, String evenSo) {
    List<Closing.Checked> missing =
        within(
            () ->
                installation
                    .get(ClosingDesk.class)
                    .close(
                        incident(reference),
                        Closure.closed(
                            finding, Moment.parse(day), DPO, given(lesson), given(evenSo)),
                        "dpo",
                        WEDNESDAY_1_JULY,
                        installation.get(Clock.class).instant()));
    assess();
    return missing;
  }

  private static void reopen(String reference, String day) {
    within(
        () -> {
          installation
              .get(ClosingDesk.class)
              .reopen(
                  incident(reference),
                  Closure.reopened(Moment.parse(day), DPO, "it was sent after all"),
                  "dpo",
                  WEDNESDAY_1_JULY,
                  installation.get(Clock.class).instant());
          return true;
        });
    assess();
  }

  private static void decide(String reference, String subject, String outcome) {
    within(
        () -> {
          installation
              .get(CaseDesk.class)
              .decide(
                  incident(reference),
                  new Decision(
                      subject,
                      outcome,
                      Moment.parse("2026-05-01"),
                      DPO,
                      Optional.of("because"),
                      Optional.empty()),
                  "dpo",
                  WEDNESDAY_1_JULY,
                  installation.get(Clock.class).instant());
          return true;
        });
    assess();
  }

  private static Optional<String> given(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static void assertRefused(String sentence, Work work) {
    refused(false, sentence, work);
  }

  private static void assertUsage(String sentence, Work work) {
    refused(true, sentence, work);
  }

  private static void refused(boolean usage, String sentence, Work work) {
    assertThatThrownBy(work::run)
        .isInstanceOfSatisfying(
            CaseRefused.class, refused -> assertThat(refused.wrongUsage()).isEqualTo(usage))
        .hasMessage(sentence);
  }

  /** Something that may be refused. */
  private interface Work {
    void run();
  }

  private static WorkingIncident working(String reference) {
    WorkingGroupPaper paper =
        within(
            () -> {
              Imprints imprints = installation.get(Imprints.class);
              return installation
                  .get(CasePapers.class)
                  .workingGroup(
                      0,
                      installation
                          .get(PaperDesk.class)
                          .source(
                              imprints.of(
                                  imprints.halves(WEDNESDAY_1_JULY.anchor()), WEDNESDAY_1_JULY, 1),
                              List.of()));
            });
    return paper.incidents().stream()
        .filter(one -> one.reference().equals(reference))
        .findFirst()
        .orElseThrow();
  }

  private static long incident(String reference) {
    return new CaseFinder(jdbc(), installation.get(SchoolRegister.class))
        .get("Elm School", reference);
  }

  private static String exported(Exports.Table table, String start) throws Exception {
    return rows(table).stream().filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static List<String> rows(Exports.Table table) throws Exception {
    Path file = folder.resolve("export-" + ++files + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    return Files.readAllLines(file);
  }

  private static long take(String... rows) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("log-" + ++files + ".csv"), HEADINGS + String.join("\n", rows) + "\n");
    Long id =
        installation
            .get(FileImporter.class)
            .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()))
            .importId();
    assess();
    return Objects.requireNonNull(id);
  }

  private static String row(String reference, String day, String people, String closed) {
    return String.join(
        ",",
        reference,
        "Elm School",
        day,
        day,
        day,
        "Disclosed in error",
        "Sent to the wrong family",
        people,
        closed);
  }

  private static void assess() {
    try {
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> texts(String sql) {
    return within(() -> jdbc().sql(sql).query(String.class).list());
  }

  private static JdbcClient jdbc() {
    return installation.get(JdbcClient.class);
  }

  private static <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
