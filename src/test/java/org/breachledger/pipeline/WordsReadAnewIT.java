package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.breachledger.calendar.AsOf;
import org.breachledger.casework.ByWhom;
import org.breachledger.casework.Closure;
import org.breachledger.casework.Decision;
import org.breachledger.casework.store.ClosingDesk;
import org.breachledger.incident.Moment;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What words tell of status and direction is read anew with other rules, and a person looks at what
 * they alone leave out of counting; what a column or a person says stands [002].
 */
class WordsReadAnewIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");

  private static final String MARKS = "normalise/marks.csv";

  /** Reads what every school does daily as another body's breach, or as avoided. */
  private static final String BAD_MARKS =
      """
      phrase,near,not_near,mark,why
      received,,,inbound,too wide
      wiped,,,near-miss,too wide
      """;

  @TempDir private Path folder;
  private Home home;
  private Installation installation;

  @BeforeEach
  void open() throws Exception {
    home = ReadyHome.in(folder);
    Path marks = home.jobs().resolve(MARKS);
    Files.createDirectories(Objects.requireNonNull(marks.getParent()));
    Files.writeString(marks, BAD_MARKS);
    installation = Installation.open(home, home.jobs(), false, false);
  }

  @AfterEach
  void close() {
    installation.close();
  }

  @Test
  void anotherReadingTakesBackWhatTheFirstSaid() throws Exception {
    take();
    assertThat(counted())
        .containsExactly(
            "E1 inbound t inbound",
            "E2 near-miss t near-miss",
            "E3 inbound f inbound",
            "E4 incident f near-miss",
            "E5 near-miss f near-miss",
            "E6 non-event f near-miss",
            "E7 near-miss t near-miss",
            "E8 inbound t inbound");
    close("E7", "incident");
    confirm("E8");
    assertThat(counted()).endsWith("E7 incident f near-miss", "E8 inbound f inbound");
    assertThat(list("select type_evidence from incident where reference = 'E1'").get(0))
        .endsWith("; its words alone make it inbound");

    Files.delete(home.jobs().resolve(MARKS));
    installation.close();
    installation = Installation.open(home, home.jobs(), false, false);
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);

    assertThat(counted())
        .containsExactly(
            "E1 incident f ",
            "E2 incident f ",
            "E3 inbound f ",
            "E4 incident f ",
            "E5 near-miss f ",
            "E6 non-event f ",
            "E7 incident f ",
            "E8 incident f ");
    assertThat(list("select breach_type from incident where reference = 'E8'"))
        .as("what the person said of the type")
        .containsExactly("OTHER");
  }

  /** The other way round: what was settled by nobody is left out once the words are understood. */
  @Test
  void aBetterReadingSaysWhatTheFirstDidNot() throws Exception {
    take();
    close("E7", "incident");
    Files.writeString(
        home.jobs().resolve(MARKS), "phrase,near,not_near,mark,why\nstolen,,,near-miss,too wide\n");
    installation.close();
    installation = Installation.open(home, home.jobs(), false, false);
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(counted())
        .contains("E1 incident f ", "E2 near-miss t near-miss", "E4 incident f near-miss")
        .contains("E7 incident f near-miss");
  }

  @Test
  void theSameReadingSaysTheSameAgain() throws Exception {
    take();
    List<String> first = counted();
    inTransaction("update incident set stale_type = true");
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(counted()).isEqualTo(first);
  }

  /** E3 to E5 say it in a column, E6 as the finding at closure; E7 and E8 are left to a person. */
  private void take() throws Exception {
    String mother = ",Disclosed in error,The mother received a report by mistake,";
    String laptop = ",Loss or theft of hardware,A laptop was stolen and wiped,";
    Path log =
        Files.writeString(
            folder.resolve("log.csv"),
            "Reference,School,Date of incident,Type of breach,Description,Status,Direction,"
                + "Closure finding\n"
                + ("E1,Elm School,2026-03-02" + mother + ",,\n")
                + ("E2,Elm School,2026-03-02" + laptop + ",,\n")
                + ("E3,Elm School,2026-03-02" + mother + ",inbound,\n")
                + ("E4,Elm School,2026-03-02" + laptop + "confirmed,,\n")
                + ("E5,Elm School,2026-03-02" + laptop + "near miss,,\n")
                + ("E6,Elm School,2026-03-02" + laptop + ",,non-event\n")
                + ("E7,Elm School,2026-03-02" + laptop + ",,\n")
                + ("E8,Elm School,2026-03-02" + mother + ",,\n"));
    ImportedFile file =
        installation
            .get(FileImporter.class)
            .take(log, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    assertThat(file.status()).isEqualTo(ImportedFile.Status.IMPORTED);
  }

  private void close(String reference, String finding) throws Exception {
    Decision closure =
        Closure.closed(
            finding,
            Moment.parse("2026-06-01"),
            new ByWhom(Optional.of("dpo"), Optional.empty()),
            Optional.empty(),
            Optional.of("nothing else to be had"));
    long incident =
        Long.parseLong(
            list("select incident_id::text from incident where reference = '" + reference + "'")
                .get(0));
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            status ->
                installation
                    .get(ClosingDesk.class)
                    .close(
                        incident,
                        closure,
                        "dpo",
                        WEDNESDAY_1_JULY,
                        installation.get(Clock.class).instant()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
  }

  private void confirm(String reference) throws Exception {
    Path said =
        Files.writeString(
            folder.resolve("said.csv"),
            "school,reference,breach_type,sub_type,reason\nElm School," + reference + ",OTHER,,\n");
    installation
        .get(ConfirmTypes.class)
        .take(ConfirmationFile.read(said, false), false, "dpo", WEDNESDAY_1_JULY);
  }

  private List<String> counted() {
    return list(
        "select concat_ws(' ', reference, counted_as, needs_review,"
            + " coalesce(read_direction, read_status, '')) from incident order by reference");
  }

  private void inTransaction(String change) {
    installation
        .get(TransactionTemplate.class)
        .executeWithoutResult(status -> installation.get(JdbcClient.class).sql(change).update());
  }

  private List<String> list(String sql) {
    return Objects.requireNonNull(
        installation
            .get(TransactionTemplate.class)
            .execute(
                status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list()));
  }
}
