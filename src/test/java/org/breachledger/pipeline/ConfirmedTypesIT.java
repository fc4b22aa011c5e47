package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.breachledger.calendar.AsOf;
import org.breachledger.keeping.store.RetentionDesk;
import org.breachledger.normalise.store.LearnedVersions;
import org.breachledger.normalise.store.TypeChange;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.erasure.RedactionDesk;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.imports.UndoImport;
import org.breachledger.pipeline.imports.UndoOutcome;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.types.ConfirmOutcome;
import org.breachledger.pipeline.types.ConfirmOutcome.Became;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationFile;
import org.breachledger.pipeline.types.LearnedDesk;
import org.breachledger.record.AuditTrail;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A person's word on a breach type through the whole line, and what is learned from many. */
class ConfirmedTypesIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final AsOf THURSDAY_2_JULY = AsOf.parse("2026-07-02T03:00");
  private static final String STOLEN = "The laptop was stolen from a car";

  /** As an export names them, with the import of the words it was made from. */
  private static final String SEEN = "school,reference,breach_type,import_id,source_row";

  /** No wording rule speaks to these. */
  private static final String WIDGET = "The blue widget was wobbling beside trellis ";

  private static final String GIMMICK = "Some green gimmick hummed under gazebo ";

  @TempDir private Path folder;
  private Installation installation;
  private Home home;
  private int files;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.in(folder);
    Path settings = home.jobs().resolve("normalise/learning.yaml");
    Files.createDirectories(Objects.requireNonNull(settings.getParent()));
    Files.writeString(
        settings,
        """
        fewest_examples: 6
        fewest_of_a_type: 3
        fewest_with_a_word: 2
        neighbours: 5
        share: 0.5
        proven_answers: 100
        proven_share: 0.97
        """);
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void aConfirmedTypeStandsAgainstRulesRetypingAndReimport() throws Exception {
    take(row("A1", STOLEN, "3"), row("A2", STOLEN, "3"));

    ConfirmOutcome said =
        confirm(
            "school,reference,breach_type,sub_type,reason",
            "Elm School,a1,OTHER,INSECURE_STORAGE,It was left in an open room",
            "Elm School,A2,LOST_OR_STOLEN_HARDWARE,,");

    assertThat(said.lines().stream().map(ConfirmOutcome.Line::became))
        .containsExactly(Became.CORRECTED, Became.CONFIRMED);
    String corrected = "A1 OTHER INSECURE_STORAGE high f";
    assertThat(types()).containsExactly(corrected, "A2 LOST_OR_STOLEN_HARDWARE  high f");
    assertThat(texts("select type_evidence from incident order by reference").get(0))
        .startsWith("confirmed by a person on 20")
        .contains("without that: LOST_OR_STOLEN_HARDWARE");

    change("update incident set stale_type = true");
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(types()).contains(corrected);

    take(row("A1", "Letter emailed to the wrong parent", "4"));
    assertThat(types()).contains("A1 OTHER INSECURE_STORAGE medium t");
    assertThat(texts("select facts ->> 'individuals' from incident where reference = 'A1'"))
        .containsExactly("4");
  }

  /** A person vouches for the words that person saw; the type stays until somebody decides. */
  @Test
  void wordsWrittenLaterAskThatPersonAgain() throws Exception {
    take(row("A1", STOLEN, "3"), row("A2", STOLEN, "3"));
    confirm("school,reference,breach_type", "Elm School,A1,OTHER", "Elm School,A2,OTHER");
    long second =
        take(row("A1", "Letter emailed to the wrong parent", "3"), row("A2", STOLEN + " now", "3"));
    assertThat(types()).containsExactly("A1 OTHER  medium t", "A2 OTHER  high f");
    assertThat(texts("select type_evidence from incident where reference = 'A1'").get(0))
        .contains("; of what was written since: DISCLOSED_IN_ERROR");

    installation.get(UndoImport.class).take(second, false, "dpo", WEDNESDAY_1_JULY);
    assertThat(types()).containsExactly("A1 OTHER  high f", "A2 OTHER  high f");

    take(row("A1", "Letter emailed to the wrong pupil", "3"));
    assertThat(types()).containsExactly("A1 OTHER  medium t", "A2 OTHER  high f");
    ConfirmOutcome again =
        confirm(
            SEEN,
            "Elm School,A1,OTHER," + newest() + ",2",
            "Elm School,A1,OTHER,,",
            "Elm School,A2,OTHER,,");
    assertThat(again.lines().stream().map(ConfirmOutcome.Line::became))
        .containsExactly(Became.CORRECTED, Became.UNCHANGED, Became.UNCHANGED);
    assertThat(texts("select count(*)::text from type_confirmation")).containsExactly("3");
    assertThat(types()).containsExactly("A1 OTHER  high f", "A2 OTHER  high f");
    change("update incident set stale_type = true");
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(types()).containsExactly("A1 OTHER  high f", "A2 OTHER  high f");
  }

  /** Nobody has looked at what was written since the list was [000, 001, 003: who decided what]. */
  @Test
  void aListOfLastMonthAnswersNothingThatWasAskedSince() throws Exception {
    long first = take(row("A1", STOLEN, "3"), row("A2", STOLEN, "3"), row("A3", STOLEN, "3"));
    String[] list = {
      "school,reference,breach_type",
      "Elm School,A1,OTHER",
      "Elm School,A2,OTHER",
      "Elm School,A3,OTHER"
    };
    confirm(list);
    take(row("A1", "Letter emailed to the wrong parent", "3"), row("A2", STOLEN + " now", "3"));

    ConfirmOutcome again = confirm(list);

    assertThat(became(again)).containsExactly("2 LEFT_OPEN", "3 UNCHANGED", "4 UNCHANGED");
    assertThat(again.lines().get(0).why())
        .startsWith("other words were written since, and the line does not show that it speaks of");
    assertThat(again.changed()).isZero();
    assertThat(types())
        .containsExactly("A1 OTHER  medium t", "A2 OTHER  high f", "A3 OTHER  high f");
    assertThat(texts("select count(*)::text from type_confirmation")).containsExactly("3");

    assertThat(became(confirm(SEEN, "Elm School,A1,OTHER," + first + ",2")))
        .as("a line of an export from before the words were changed")
        .containsExactly("2 LEFT_OPEN");
    assertThat(became(confirm(SEEN, "Elm School,A1,DISCLOSED_IN_ERROR," + newest() + ",2")))
        .as("a line of an export from after it")
        .containsExactly("2 CONFIRMED");
    assertThat(types()).contains("A1 DISCLOSED_IN_ERROR  high f");
  }

  /** The first answer, too, is one to the words the list was made from. */
  @Test
  void aLineOfAnExportSpeaksOfTheWordsOfItsImport() throws Exception {
    long first = take(row("A1", GIMMICK + "one", "3"), row("A2", GIMMICK + "two", "3"));
    take(row("A1", GIMMICK + "nine", "3"), row("A2", GIMMICK + "two", "4"));

    ConfirmOutcome said =
        confirm(SEEN, "Elm School,A1,OTHER," + first + ",2", "Elm School,A2,OTHER," + first + ",3");

    assertThat(became(said)).containsExactly("2 LEFT_OPEN", "3 CORRECTED");
    assertThat(types()).containsExactly("A1   low t", "A2 OTHER  high f");
  }

  /** Nobody knows which of its cells is in which column. */
  @Test
  void aLineOfTooManyCellsIsRefusedByItsNumber() throws Exception {
    take(row("A1", STOLEN, "3"), row("A2", STOLEN, "3"));

    ConfirmOutcome said =
        confirm(
            "school,reference,breach_type,reason",
            "Elm School,A1,OTHER,An open room, not locked",
            "Elm School,A2,OTHER,An open room,,");

    assertThat(became(said)).containsExactly("2 REFUSED", "3 CORRECTED");
    assertThat(said.lines().get(0).why()).startsWith("it has 5 cells where there are 4 columns");
    assertThat(types()).containsExactly("A1 LOST_OR_STOLEN_HARDWARE  high f", "A2 OTHER  high f");
  }

  /** Excel saves a list as Windows-1252 unless it is told otherwise. */
  @Test
  void aListIsReadByItsEncoding() throws Exception {
    take("A1,École Élan,2026-03-02,2026-03-03," + STOLEN + ",3");
    Path file =
        Files.write(
            folder.resolve("said.csv"),
            "school,reference,breach_type\nÉcole Élan,A1,OTHER\n"
                .getBytes(Charset.forName("windows-1252")));

    ConfirmOutcome said =
        installation
            .get(ConfirmTypes.class)
            .take(ConfirmationFile.read(file, false), false, "dpo", WEDNESDAY_1_JULY);

    assertThat(became(said)).containsExactly("2 CORRECTED");
  }

  /** As where the assessment that follows a confirmation failed: the mark is still there. */
  @Test
  void aConfirmationSentOnceMoreBeforeItIsAssessedIsOne() throws Exception {
    take(row("A1", STOLEN, "3"));
    confirm("school,reference,breach_type", "Elm School,A1,OTHER");
    take(row("A1", "Letter emailed to the wrong parent", "3"));
    confirm(SEEN, "Elm School,A1,OTHER," + newest() + ",2");
    change("update incident set needs_review = true");

    ConfirmOutcome again = confirm("school,reference,breach_type", "Elm School,A1,OTHER");

    assertThat(again.lines().stream().map(ConfirmOutcome.Line::became))
        .containsExactly(Became.UNCHANGED);
    assertThat(texts("select count(*)::text from type_confirmation")).containsExactly("2");
  }

  /** The same words come back with the same log; nobody can say that they are others. */
  @Test
  void aRedactedIncidentThatIsSentAgainIsNotAskedAgain() throws Exception {
    take(row("A1", STOLEN, "3"));
    confirm("school,reference,breach_type", "Elm School,A1,OTHER");
    long incident = Long.parseLong(texts("select incident_id::text from incident").get(0));
    installation
        .get(RedactionDesk.class)
        .redact(
            List.of(incident),
            "a person asked for it",
            WEDNESDAY_1_JULY,
            new RetentionDesk.By("dpo", "dpo", WEDNESDAY_1_JULY.instant()));

    take(row("A1", STOLEN, "4"));

    assertThat(texts("select facts ->> 'description' from incident")).containsExactly(STOLEN);
    assertThat(types()).containsExactly("A1 OTHER  high f");
  }

  @Test
  void whatThePersonSaidIsOnRecordAndItsReasonNowhereElse() throws Exception {
    take(row("A1", STOLEN, "3"));
    confirm(
        "school,reference,breach_type,sub_type,reason",
        "Elm School,A1,OTHER,,Zebra told me so",
        "Elm School,A1,OTHER,,Zebra told me so");

    assertThat(
            texts(
                "select concat_ws(' ', breach_type, ruled_type, ruled_confidence, correction,"
                    + " reason, confirmed_by) from type_confirmation"))
        .containsExactly("OTHER LOST_OR_STOLEN_HARDWARE high t Zebra told me so dpo");
    assertThat(
            texts(
                "select concat_ws(' ', who, action, details) from audit_entry"
                    + " where action = 'confirm-type'"))
        .containsExactly("dpo confirm-type {\"correction\":true,\"type\":\"OTHER\"}");
    for (Exports.Table table : List.of(Exports.Table.INCIDENTS, Exports.Table.AUDIT)) {
      Path file = folder.resolve("export-" + table + ".csv");
      installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
      assertThat(Files.readString(file)).doesNotContain("Zebra");
    }
    assertThat(inTransaction(() -> installation.get(AuditTrail.class).verify().whole())).isTrue();
  }

  @Test
  void oneBadLineNeverStopsTheGoodOnes() throws Exception {
    take(row("A1", STOLEN, "3"), row("A3", STOLEN, "5"), row("", GIMMICK + "one", "1"));

    ConfirmOutcome said =
        confirm(
            "school,reference,breach_type,sub_type,import_id,source_sheet,source_row",
            "Oak School,A1,OTHER,,,,",
            "Elm School,A9,OTHER,,,,",
            "Elm School,A1,STOLEN,,,,",
            "Elm School,A1,OTHER,NO_BCC,,,",
            "Elm School,,OTHER,,,,",
            "Elm School,,OTHER,,1,,4",
            "Elm School,A3,OTHER,,,,");

    assertThat(said.lines().stream().map(line -> line.line() + " " + line.became()))
        .containsExactly(
            "2 REFUSED",
            "3 REFUSED",
            "4 REFUSED",
            "5 REFUSED",
            "6 REFUSED",
            "7 CORRECTED",
            "8 CORRECTED");
    assertThat(said.lines().stream().map(ConfirmOutcome.Line::why).limit(5))
        .satisfiesExactly(
            school -> assertThat(school).startsWith("there is no such school"),
            reference -> assertThat(reference).startsWith("this school has no such incident"),
            type -> assertThat(type).startsWith("breach_type is none of the codes LOST_IN_TRANSIT"),
            part -> assertThat(part).isEqualTo("sub_type is no part of OTHER"),
            nothing -> assertThat(nothing).startsWith("it names no incident"));
    assertThat(types())
        .containsExactly(
            "A1 LOST_OR_STOLEN_HARDWARE  high f", "A3 OTHER  high f", " OTHER  high f");
  }

  /** The export of incidents, with types put right, is a file of confirmations. */
  @Test
  void anExportedFileComesBackAsConfirmations() throws Exception {
    take(row("A1", STOLEN, "3"), row("", GIMMICK + "one", "1"));
    Path file = folder.resolve("incidents.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.INCIDENTS, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    int type = List.of(lines.get(0).split(",")).indexOf("breach_type");
    for (int at = 1; at < lines.size(); at++) {
      String[] cells = lines.get(at).split(",", -1);
      cells[type] = "OTHER";
      lines.set(at, String.join(",", cells));
    }
    ConfirmOutcome said = confirm(lines.toArray(String[]::new));
    assertThat(said.count(Became.CORRECTED)).as(said.toString()).isEqualTo(2);
  }

  @Test
  void anImportWhoseIncidentAPersonConfirmedIsNotUndoneUntilThatIsWithdrawn() throws Exception {
    take(row("A1", STOLEN, "3"), row("A2", STOLEN, "9"));
    confirm("school,reference,breach_type", "Elm School,A1,OTHER");
    long first = Long.parseLong(texts("select max(import_id)::text from import_file").get(0));

    UndoOutcome refused =
        installation.get(UndoImport.class).take(first, true, "dpo", WEDNESDAY_1_JULY);
    assertThat(refused.status()).isEqualTo(UndoOutcome.Status.REFUSED);
    assertThat(refused.messages())
        .containsExactly(
            "A person confirmed the breach type of the incident A1 after import " + first + ".",
            "Import "
                + first
                + " was not undone. Withdraw these confirmations first"
                + " (confirm-types --withdraw).");
    assertThat(types()).hasSize(2);

    ConfirmOutcome withdrawn = withdraw("school,reference", "Elm School,A1", "Elm School,A2");
    assertThat(withdrawn.lines().stream().map(ConfirmOutcome.Line::became))
        .containsExactly(Became.WITHDRAWN, Became.UNCHANGED);
    assertThat(types()).contains("A1 LOST_OR_STOLEN_HARDWARE  high f");
    assertThat(
            installation.get(UndoImport.class).take(first, false, "dpo", WEDNESDAY_1_JULY).status())
        .isEqualTo(UndoOutcome.Status.UNDONE);
  }

  /** What came after the person's word may be undone: the word was not about it. */
  @Test
  void anImportAfterTheConfirmationIsUndoneAndTheConfirmationStays() throws Exception {
    take(row("A1", STOLEN, "3"));
    confirm("school,reference,breach_type", "Elm School,A1,OTHER");
    long second = take(row("A1", STOLEN + " again", "4"), row("A2", STOLEN, "5"));

    assertThat(
            installation
                .get(UndoImport.class)
                .take(second, false, "dpo", WEDNESDAY_1_JULY)
                .status())
        .isEqualTo(UndoOutcome.Status.UNDONE);
    assertThat(types()).containsExactly("A1 OTHER  high f");
  }

  @Test
  void learnedTypesHelpFromTheSwitchOnToTheSwitchOff() throws Exception {
    List<String> rows = new ArrayList<>();
    List<String> said = new ArrayList<>(List.of("school,reference,breach_type,sub_type"));
    for (int i = 1; i <= 4; i++) {
      rows.add(row("W" + i, WIDGET + i, "3"));
      rows.add(row("G" + i, GIMMICK + i, "4"));
      said.add("Elm School,W" + i + ",LOST_IN_TRANSIT,");
      said.add("Elm School,G" + i + ",DISCLOSED_IN_ERROR,VERBAL");
    }
    rows.add(row("X1", GIMMICK + "nine", "1"));
    rows.add(row("X2", STOLEN, "1"));
    take(rows.toArray(String[]::new));
    assertThat(learn(WEDNESDAY_1_JULY).status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(desk().overview().versions()).isEmpty();

    confirm(said.toArray(String[]::new));
    assertThat(desk().overview().confirmed()).isEqualTo(8);
    assertThat(learn(WEDNESDAY_1_JULY).counts()).containsEntry("learnTypes", 1L);

    LearnedVersions.Entry made = desk().overview().versions().get(0);
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.on()).isFalse();
    assertThat(made.wouldChange()).isEqualTo(1);
    assertThat(made.trial().answered()).isEqualTo(8);
    assertThat(made.trial().right()).isEqualTo(8);
    assertThat(types()).contains("X1   low t");

    LearnedDesk.Preview preview = desk().preview(1).orElseThrow();
    assertThat(preview.changes().stream().map(TypeChange::reference)).containsExactly("X1");
    assertThat(preview.changes().get(0).then().breachType()).isEqualTo("DISCLOSED_IN_ERROR");

    assertThat(desk().switchTo(1, "dpo", WEDNESDAY_1_JULY)).contains(1);
    assertThat(desk().switchTo(1, "dpo", WEDNESDAY_1_JULY)).isEmpty();
    assertThat(types())
        .contains("X1 DISCLOSED_IN_ERROR VERBAL low t", "X2 LOST_OR_STOLEN_HARDWARE  high f");
    assertThat(texts("select type_evidence from incident where reference = 'X1'").get(0))
        .startsWith("learned from 8 confirmed incidents (version 1): ");
    take(row("X3", WIDGET + "ten", "1"));
    assertThat(types()).contains("X3 LOST_IN_TRANSIT  low t");

    assertThat(desk().switchTo(null, "dpo", WEDNESDAY_1_JULY)).contains(2);
    assertThat(types()).contains("X1   low t", "X3   low t");
    assertThat(
            texts("select action || ' ' || subject from audit_entry where action like 'switch%'"))
        .containsExactly("switch-on learned types 1", "switch-off learned types 1");
  }

  @Test
  void aNewVersionIsMadeOnlyWhereSomethingNewWasConfirmed() throws Exception {
    taught();
    assertThat(learn(WEDNESDAY_1_JULY).status()).isEqualTo(RunOutcome.Status.DONE);
    assertThat(learn(WEDNESDAY_1_JULY).status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
    assertThat(learn(THURSDAY_2_JULY).counts()).containsEntry("learnTypes", 0L);

    confirm("school,reference,breach_type", "Elm School,W1,OTHER");
    assertThat(learn(THURSDAY_2_JULY).counts()).containsEntry("learnTypes", 1L);
    assertThat(desk().overview().versions().stream().map(LearnedVersions.Entry::version))
        .containsExactly(2, 1);
  }

  @Test
  void anErasedIncidentTeachesNoMore() throws Exception {
    taught();
    take(row("X1", GIMMICK + "nine", "1"));
    learn(WEDNESDAY_1_JULY);
    desk().switchTo(1, "dpo", WEDNESDAY_1_JULY);
    assertThat(types()).contains("X1 DISCLOSED_IN_ERROR  low t");
    long erased =
        Long.parseLong(
            texts("select incident_id::text from incident where reference = 'G1'").get(0));

    List<Integer> forgotten =
        inTransaction(
            () ->
                new LearnedVersions(installation.get(JdbcClient.class))
                    .forget(List.of(erased), "keeping", WEDNESDAY_1_JULY.instant()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);

    assertThat(forgotten).containsExactly(1);
    assertThat(texts("select count(*)::text from learned_types where content is not null"))
        .containsExactly("0");
    assertThat(desk().preview(1)).isEmpty();
    assertThat(desk().switchTo(1, "dpo", WEDNESDAY_1_JULY)).isEmpty();
    assertThat(types()).contains("X1   low t");
  }

  private void taught() throws Exception {
    List<String> rows = new ArrayList<>();
    List<String> said = new ArrayList<>(List.of("school,reference,breach_type"));
    for (int i = 1; i <= 4; i++) {
      rows.add(row("W" + i, WIDGET + i, "3"));
      rows.add(row("G" + i, GIMMICK + i, "4"));
      said.add("Elm School,W" + i + ",LOST_IN_TRANSIT");
      said.add("Elm School,G" + i + ",DISCLOSED_IN_ERROR");
    }
    take(rows.toArray(String[]::new));
    confirm(said.toArray(String[]::new));
  }

  private LearnedDesk desk() {
    return installation.get(LearnedDesk.class);
  }

  private RunOutcome learn(AsOf asOf) throws Exception {
    return installation.get(Runs.class).run(new RunRequest("learn-types", asOf, null));
  }

  private ConfirmOutcome confirm(String... lines) throws Exception {
    return said(false, lines);
  }

  private static List<String> became(ConfirmOutcome outcome) {
    return outcome.lines().stream().map(line -> line.line() + " " + line.became()).toList();
  }

  private String newest() {
    return texts("select max(import_id)::text from import_file").get(0);
  }

  private ConfirmOutcome withdraw(String... lines) throws Exception {
    return said(true, lines);
  }

  private ConfirmOutcome said(boolean withdraw, String... lines) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("said-" + ++files + ".csv"), String.join("\n", lines) + "\n");
    return installation
        .get(ConfirmTypes.class)
        .take(ConfirmationFile.read(file, withdraw), withdraw, "dpo", WEDNESDAY_1_JULY);
  }

  private long take(String... rows) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("log-" + ++files + ".csv"),
            "Reference,School,Date of incident,Date identified,Description,Number of individuals\n"
                + String.join("\n", rows)
                + "\n");
    ImportedFile taken =
        installation
            .get(FileImporter.class)
            .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    return Objects.requireNonNull(taken.importId());
  }

  private static String row(String reference, String words, String people) {
    return String.join(",", reference, "Elm School", "2026-03-02", "2026-03-03", words, people);
  }

  private List<String> types() throws IOException {
    return texts(
        "select concat(reference, ' ', breach_type, ' ', sub_type, ' ', type_confidence, ' ',"
            + " needs_review) from incident order by reference");
  }

  private List<String> texts(String sql) {
    return inTransaction(
        () -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }

  private void change(String sql) {
    inTransaction(() -> installation.get(JdbcClient.class).sql(sql).update());
  }

  private <T> T inTransaction(java.util.function.Supplier<T> work) {
    return installation.get(TransactionTemplate.class).execute(status -> work.get());
  }
}
