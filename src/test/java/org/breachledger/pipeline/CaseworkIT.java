package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ActionKind;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.Decision;
import org.breachledger.casework.ReviewItem;
import org.breachledger.casework.store.CaseDesk;
import org.breachledger.casework.store.CaseDesk.NewAction;
import org.breachledger.casework.store.CaseFinder;
import org.breachledger.casework.store.CaseRefused;
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
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.BoardPaper;
import org.breachledger.reporting.DecisionPaper;
import org.breachledger.reporting.Halves;
import org.breachledger.reporting.Imprint;
import org.breachledger.reporting.ReviewPaper;
import org.breachledger.reporting.ReviewRow;
import org.breachledger.reporting.SchoolActions;
import org.breachledger.reporting.batch.Imprints;
import org.breachledger.reporting.batch.PaperDesk;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.reporting.store.CasePapers;
import org.breachledger.reporting.store.KeptTrends;
import org.breachledger.reporting.store.PaperWords;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people record of a case, through the whole line: deadlines, exports, papers and undo. */
class CaseworkIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final ByWhom DPO = new ByWhom(Optional.of("dpo"), Optional.empty());
  private static final ByWhom PERSON = new ByWhom(Optional.empty(), Optional.of("P. Archer"));
  private static final Instant AT = Instant.parse("2036-07-01T10:00:00Z");
  private static final String HEADINGS =
      "Reference,School,Date of incident,Date identified,Date registered,Type of breach,"
          + "Description,Number of individuals,Factors,Actions,Action owner,Action due date,"
          + "Date closed\n";

  @TempDir private Path folder;
  private Installation installation;
  private Home home;
  private int exports;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.of(folder, "Elm School");
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void aDecisionEndsItsDutyAndTheNewestCounts() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "150", "DISTRESS", "", ""));
    assertThat(deadline("ico_decision")).contains(",OVERDUE,");
    assertThat(deadline("ico_legal_clock")).contains(",CANNOT_TELL,");

    decide("A1", "ico", "notify", "2026-03-04", DPO);
    assertThat(deadline("ico_decision")).contains(",2026-03-04,").contains(",MET,");
    assertThat(deadline("ico_legal_clock")).contains(",OVERDUE,");

    decide("A1", "ico", "not-notify", "2026-03-04", PERSON);
    assertThat(deadline("ico_legal_clock")).contains(",NOT_REQUIRED,");
    assertThat(exported(Exports.Table.INCIDENTS).get(1)).contains(",not-notify,");
    assertThat(find(Exports.Table.DECISIONS, "A1,Elm School,ico,"))
        .isEqualTo(
            "A1,Elm School,ico,Notification of the ICO,RECORDED,not to be notified,person,a named"
                + " person,2026-03-04,given,,\"004 4.6, 9.4.5\"");
    assertThat(texts("select outcome from case_decision order by decision_id"))
        .containsExactly("notify", "not-notify");

    decide("A1", "ico", Decision.WITHDRAWN, "2026-03-05", DPO);
    assertThat(deadline("ico_decision")).contains(",OVERDUE,");
    assertThat(find(Exports.Table.DECISIONS, "A1,Elm School,ico,")).contains(",MISSING,");
    assertThat(texts("select action || ' ' || subject from audit_entry where action = 'decide'"))
        .hasSize(3)
        .allMatch(entry -> entry.startsWith("decide incident "));
    assertThat(within(() -> installation.get(AuditTrail.class).verify().whole())).isTrue();
  }

  /** Papers call it by its number, and leave nothing of it out. */
  @Test
  void aSchoolToConfirmHasItsPapersUnderItsNumber() throws Exception {
    take(
        "a.csv",
        row("A1", "2026-03-02", "150", "DISTRESS", "", "").replace("Elm School", "Oak Lane"),
        row("A2", "2026-03-02", "150", "DISTRESS", "", ""));
    int oak =
        Integer.parseInt(texts("select school_id::text from school where name like 'Oak%'").get(0));
    Imprints imprints = installation.get(Imprints.class);
    AsOf asOf = AsOf.parse("2026-10-01T03:00");
    CasePapers papers = installation.get(CasePapers.class);
    String called = "a school to confirm (number " + oak + ")";
    within(
        () -> {
          Imprint half = imprints.of(imprints.halves(WEDNESDAY_1_JULY.anchor()), asOf, 1);
          DecisionPaper decisions = papers.decisions(oak, half);
          assertThat(decisions.title()).contains(called).doesNotContain("Oak");
          assertThat(decisions.rows()).isNotEmpty().allMatch(row -> row.school().equals(called));
          assertThat(papers.decisions(0, half).rows().size())
              .isGreaterThan(decisions.rows().size());
          ReviewPaper reviews = papers.reviews(oak, half);
          assertThat(reviews.title()).contains(called).doesNotContain("Oak");
          assertThat(reviews.rows()).extracting(ReviewRow::reference).containsExactly("A1");
          return half;
        });
  }

  @Test
  void whatALaterImportSaysStandsBesideThePersonsWord() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "150", "DISTRESS", "", ""));
    decide("A1", "ico", "not-notify", "2026-03-04", DPO);
    take("b.csv", row("A1", "2026-03-02", "160", "DISTRESS", "", ""));
    assertThat(exported(Exports.Table.INCIDENTS).get(1)).contains(",160,").contains(",not-notify,");
  }

  @Test
  void nobodyOverwritesOrDeletesARecord() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "150", "DISTRESS", "", ""));
    decide("A1", "ico", "not-notify", "2026-03-04", DPO);
    for (String forbidden :
        List.of(
            "update case_decision set outcome = 'notify'",
            "delete from case_decision",
            "delete from case_action",
            "delete from case_review")) {
      assertThatThrownBy(() -> within(() -> jdbc().sql(forbidden).update()))
          .hasStackTraceContaining("permission denied");
    }
  }

  @Test
  void whatCannotBeRecordedIsSaid() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "3", "", "", ""));
    assertRefused(
        true, "there is no subject \"icco\"", () -> decide("A1", "icco", "x", "2026-03-04", DPO));
    assertRefused(
        true,
        "\"ico\" has no outcome \"perhaps\"; choose one of notify, not-notify, withdrawn",
        () -> decide("A1", "ico", "perhaps", "2026-03-04", DPO));
    assertRefused(
        true,
        "the moment lies after 2026-07-01",
        () -> decide("A1", "ico", "notify", "2026-07-02", DPO));
    assertRefused(
        true,
        "ico notify needs its reason",
        () ->
            desk()
                .decide(
                    incident("A1"),
                    new Decision(
                        "ico",
                        "notify",
                        Moment.parse("2026-03-04"),
                        DPO,
                        Optional.empty(),
                        Optional.empty()),
                    "dpo",
                    WEDNESDAY_1_JULY,
                    AT));
    assertRefused(true, "this school has no incident \"A9\"", () -> incident("A9"));
    assertThat(texts("select count(*)::text from case_decision")).containsExactly("0");
  }

  @Test
  void closingNamesWhatIsMissingUntilItIsThere() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "3", "", "", "2026-03-20"));
    assertThat(missing())
        .containsExactly(
            "A1,Elm School,true,true,systemic-cause,Systemic cause considered,false,whether the"
                + " cause is systemic is not recorded,004 10.2",
            "A1,Elm School,true,true,individuals,Individuals told or a ground for not"
                + " telling,false,neither that individuals were told nor the ground for not telling"
                + " is recorded,\"004 9.2, 9.3.2\"");
    decide("A1", "systemic-cause", "none-found", "2026-03-20", DPO);
    decide("A1", "individuals", "not-told-protected", "2026-03-20", DPO);
    assertThat(missing()).isEmpty();
  }

  @Test
  void openAndOverdueActionsReachThePapersWhateverTheHalf() throws Exception {
    take(
        "a.csv",
        row("A1", "2024-03-02", "3", "", "Train everybody,P. Archer,2024-06-30", ""),
        row("A2", "2026-03-02", "3", "", "", ""));
    long control = add("A2", ActionKind.CONTROL, "2026-06-30");
    long training = add("A2", ActionKind.TRAINING, "2026-07-01");
    assertThat(board().actions()).containsExactly(new SchoolActions("Elm School", 3, 2));

    finish(control, "2026-06-29");
    assertThat(board().actions()).containsExactly(new SchoolActions("Elm School", 2, 1));
    assertRefused(
        false, "Action " + control + " is on record as done", () -> finish(control, "2026-06-30"));
    assertRefused(true, "there is no action 4711", () -> finish(4711, "2026-06-30"));

    assertThat(exported(Exports.Table.ACTIONS))
        .containsExactly(
            "action_id,reference,school,kind,owner,due,done,state,recorded_in",
            ",A1,Elm School,other,a named person,2024-06-30,,OVERDUE,sheet",
            control + ",A2,Elm School,control,Headteacher,2026-06-30,2026-06-29,DONE,person",
            training + ",A2,Elm School,training,Headteacher,2026-07-01,,OPEN,person");
  }

  @Test
  void aReviewComesBackWithWhatBecameOfItsTypeAndIsSignedOff() throws Exception {
    take(
        "a.csv",
        row("A1", "2026-01-02", "3", "", "Train everybody,Headteacher,2026-06-30", ""),
        row("A2", "2026-02-03", "3", "", "", ""),
        row("A3", "2026-05-04", "3", "", "", ""),
        row("A4", "2025-12-01", "3", "", "", ""));
    installation.get(Runs.class).run(new RunRequest("half-yearly", WEDNESDAY_1_JULY, null));
    assertThat(find(Exports.Table.REVIEWS, "A1,"))
        .isEqualTo(
            "A1,Elm School,DISCLOSED_IN_ERROR,2026-01-02,2026-07-02T23:59:59+01:00,DUE,RUNNING,,"
                + "INSUFFICIENT_DATA,2026-07-01,2,A2;A3,1,1,,");
    assertThat(find(Exports.Table.REVIEWS, "A2,")).contains(",LATER,RUNNING,");
    assertThat(find(Exports.Table.REVIEWS, "A4,"))
        .contains(",OVERDUE,OVERDUE,")
        .contains(",A1;A2;A3,");

    ReviewItem item = sign("A1", "2026-07-01", PERSON);
    assertThat(item.recurrences()).containsExactly("A2", "A3");
    assertThat(find(Exports.Table.REVIEWS, "A1,"))
        .contains(",SIGNED_OFF,MET,")
        .endsWith(",2026-07-01,a named person");
    assertThat(deadline("re_evaluation")).contains(",2026-07-01,MET,");
    assertThat(texts("select type_verdict || recurrences || actions_open || note from case_review"))
        .containsExactly("INSUFFICIENT_DATA21looked at");

    assertRefused(false, "on record as done", () -> sign("A1", "2026-07-01", DPO));
    assertRefused(
        false, "comes back for review from 2026-07-20", () -> sign("A2", "2026-07-01", DPO));
    assertRefused(
        false, "comes back for review from 2026-05-18", () -> sign("A4", "2026-05-01", DPO));
  }

  /** Silence is said only where somebody could have heard: by type, school and day [002]. */
  @Test
  void whetherATypeCameBackIsNotSaidWhereNobodyKnows() throws Exception {
    take(
        "a.csv",
        row("A1", "2025-12-01", "3", "", "", ""),
        row("A2", "", "3", "", "", ""),
        row("A3", "2025-12-02", "3", "", "", "")
            .replace("Disclosed in error", "Odd")
            .replace("Sent to the wrong family", "Zzyx"),
        row("A4", "2025-12-01", "3", "", "", "").replace("Elm School", ""),
        row("A5", "2025-12-03", "3", "", "", "").replace("Elm School", ""));
    assertThat(find(Exports.Table.REVIEWS, "A1,")).contains(",,,0,,");
    assertThat(find(Exports.Table.REVIEWS, "A2,")).contains("cannot tell (it has no date),,,,,");
    assertThat(find(Exports.Table.REVIEWS, "A3,"))
        .contains("cannot tell (its type is not known),,,,,");
    assertThat(find(Exports.Table.REVIEWS, "A4,"))
        .contains("cannot tell (no school is given),,,,,");
  }

  /** A half compared again for an old paper is not the newest, whenever that was done. */
  @Test
  void theNewestComparisonIsThatOfTheNewestHalves() throws Exception {
    take("a.csv", row("A1", "2026-01-02", "3", "", "", ""));
    installation.get(Runs.class).run(new RunRequest("half-yearly", WEDNESDAY_1_JULY, null));
    installation
        .get(Runs.class)
        .run(
            new RunRequest(
                "half-yearly", AsOf.parse("2026-07-02T10:00"), LocalDate.of(2025, 1, 1)));
    assertThat(find(Exports.Table.REVIEWS, "A1,")).contains(",INSUFFICIENT_DATA,2026-07-01,");
    Optional<KeptTrends.Run> trends =
        Objects.requireNonNull(
            installation
                .get(TransactionTemplate.class)
                .execute(
                    status ->
                        new KeptTrends(
                                installation.get(JdbcClient.class),
                                installation.get(PaperWords.class))
                            .newest(AsOf.parse("2026-07-03T10:00"))));
    assertThat(trends.orElseThrow().windows().end()).isEqualTo(LocalDate.of(2026, 7, 1));
  }

  @Test
  void anImportIsNotUndoneWhereAPersonRecordedSomethingSince() throws Exception {
    long first = take("a.csv", row("A1", "2026-03-02", "3", "", "", ""));
    long second =
        take(
            "b.csv",
            row("A2", "2026-03-03", "3", "", "", ""),
            row("A3", "2026-03-04", "3", "", "", ""));
    decide("A2", "individuals", "told", "2026-03-05", DPO);
    add("A3", ActionKind.OTHER, "2026-09-01");

    UndoOutcome refused = undo(second, true);
    assertThat(refused.status()).isEqualTo(UndoOutcome.Status.REFUSED);
    assertThat(refused.messages())
        .containsExactly(
            "A person recorded a decision, an action, a review or a legal hold of the incidents A2, A3"
                + " since.",
            "Import "
                + second
                + " was not undone: what a person put on record stays. Correct its rows by another"
                + " import instead.");
    assertThat(undo(first, false).status()).isEqualTo(UndoOutcome.Status.UNDONE);
  }

  /** What was recorded before an import touched the incident does not stand in its way. */
  @Test
  void aLaterImportCanBeUndoneThoughAPersonDecidedBeforeIt() throws Exception {
    take("a.csv", row("A1", "2026-03-02", "3", "", "", ""));
    within(
        () -> {
          desk()
              .decide(
                  incident("A1"),
                  new Decision(
                      "individuals",
                      "told",
                      Moment.parse("2026-03-05"),
                      DPO,
                      Optional.empty(),
                      Optional.empty()),
                  "dpo",
                  WEDNESDAY_1_JULY,
                  Instant.now(java.time.Clock.systemUTC()));
          return true;
        });
    long second = take("b.csv", row("A1", "2026-03-02", "4", "", "", ""));
    assertThat(undo(second, false).status()).isEqualTo(UndoOutcome.Status.UNDONE);
    assertThat(find(Exports.Table.DECISIONS, "A1,Elm School,individuals,")).contains(",told,");
  }

  @Test
  void noExportHoldsAReasonANoteOrAName() throws Exception {
    take("a.csv", row("A1", "2026-01-02", "150", "DISTRESS", "Train,P. Archer,2026-06-30", ""));
    decide("A1", "ico", "not-notify", "2026-01-04", PERSON);
    add("A1", ActionKind.OTHER, "2026-09-01");
    sign("A1", "2026-07-01", PERSON);
    for (Exports.Table table :
        List.of(
            Exports.Table.DECISIONS,
            Exports.Table.CLOSING,
            Exports.Table.REVIEWS,
            Exports.Table.ACTIONS,
            Exports.Table.INCIDENTS)) {
      assertThat(String.join("\n", exported(table)))
          .doesNotContain("Archer", "because", "looked at", "new lock");
    }
  }

  private void assertRefused(boolean wrongUsage, String sentence, Work work) {
    assertThatThrownBy(
            () ->
                within(
                    () -> {
                      work.run();
                      return true;
                    }))
        .isInstanceOfSatisfying(
            CaseRefused.class, refused -> assertThat(refused.wrongUsage()).isEqualTo(wrongUsage))
        .hasMessageContaining(sentence);
  }

  /** Something that may be refused. */
  private interface Work {
    void run();
  }

  private CaseDesk desk() {
    return installation.get(CaseDesk.class);
  }

  private void decide(String reference, String subject, String outcome, String day, ByWhom by) {
    within(
        () -> {
          desk()
              .decide(
                  incident(reference),
                  new Decision(
                      subject,
                      outcome,
                      Moment.parse(day),
                      by,
                      Optional.of("because"),
                      Optional.empty()),
                  "dpo",
                  WEDNESDAY_1_JULY,
                  AT);
          return true;
        });
    assess();
  }

  private long add(String reference, ActionKind kind, String due) {
    return within(
        () ->
            desk()
                .add(
                    incident(reference),
                    new NewAction(
                        kind,
                        "new lock",
                        Optional.of(new ByWhom(Optional.of("head"), Optional.empty())),
                        Optional.of(LocalDate.parse(due))),
                    "dpo",
                    AT));
  }

  private void finish(long action, String day) {
    within(
        () -> {
          desk().finish(action, Moment.parse(day), "dpo", WEDNESDAY_1_JULY, AT);
          return true;
        });
  }

  private ReviewItem sign(String reference, String day, ByWhom by) {
    ReviewItem item =
        within(
            () ->
                desk()
                    .signOff(
                        incident(reference),
                        Moment.parse(day),
                        by,
                        Optional.of("looked at"),
                        "dpo",
                        WEDNESDAY_1_JULY,
                        AT));
    assess();
    return item;
  }

  private long incident(String reference) {
    return new CaseFinder(jdbc(), installation.get(SchoolRegister.class))
        .get("Elm School", reference);
  }

  private BoardPaper board() {
    return within(
        () -> {
          Imprints imprints = installation.get(Imprints.class);
          Halves halves = imprints.halves(WEDNESDAY_1_JULY.anchor());
          return installation
              .get(PaperDesk.class)
              .source(imprints.of(halves, WEDNESDAY_1_JULY, 1), List.of())
              .board();
        });
  }

  private List<String> missing() throws Exception {
    return exported(Exports.Table.CLOSING).stream()
        .filter(line -> line.split(",")[6].equals("false"))
        .toList();
  }

  private String deadline(String duty) throws Exception {
    return find(Exports.Table.DEADLINES, "A1,Elm School," + duty + ",");
  }

  private String find(Exports.Table table, String start) throws Exception {
    return exported(table).stream()
        .filter(line -> line.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  private List<String> exported(Exports.Table table) throws Exception {
    Path file = folder.resolve("export-" + ++exports + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    return Files.readAllLines(file);
  }

  private long take(String name, String... rows) throws Exception {
    Path file = Files.writeString(folder.resolve(name), HEADINGS + String.join("\n", rows) + "\n");
    Long id =
        installation
            .get(FileImporter.class)
            .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()))
            .importId();
    assess();
    return Objects.requireNonNull(id);
  }

  private static String row(
      String reference, String day, String people, String factors, String action, String closed) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                reference,
                "Elm School",
                day,
                day,
                day,
                "Disclosed in error",
                "Sent to the wrong family",
                people,
                factors,
                action.isEmpty() ? ",," : action,
                closed));
    return String.join(",", cells);
  }

  private UndoOutcome undo(long importId, boolean withLater) throws Exception {
    return installation
        .get(UndoImport.class)
        .take(importId, withLater, "command line", WEDNESDAY_1_JULY);
  }

  private void assess() {
    try {
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private JdbcClient jdbc() {
    return installation.get(JdbcClient.class);
  }

  private List<String> texts(String sql) {
    return within(() -> jdbc().sql(sql).query(String.class).list());
  }

  private <T> T within(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
