package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RulesInForce;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is judged while it is stored has the verdicts the stages give one after the other. */
class JudgedAtOnceIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String EVERYTHING = "select * from incident order by incident_id";

  @TempDir private Path folder;
  private Installation installation;
  private Home home;

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
  void theStagesFindNothingToCorrect() throws Exception {
    for (Path log : logs()) {
      take(log);
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    }
    List<Map<String, Object>> atOnce = rows();

    inTransaction(
        () ->
            jdbc()
                .sql(
                    "update incident set stale_type = true, stale_score = true,"
                        + " stale_duties = true")
                .update());
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);

    assertThat(rows()).hasSizeGreaterThan(150).isEqualTo(atOnce);
    assertThat(atOnce).anySatisfy(row -> assertThat(row.get("repeat_of")).isNotNull());
  }

  @Test
  void aNewIncidentLeavesTheStagesNothingToDoAndAnEarlierOneItMakesARepeatAll() throws Exception {
    take(log("a.csv", "A2,Elm School,2026-03-02"));
    assertThat(stale()).isZero();
    take(log("b.csv", "A1,Elm School,2026-02-02"));

    assertThat(stale()).as("A2 repeats A1 now and is scored again").isEqualTo(1);
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
    assertThat(stale()).isZero();
    assertThat(rows().get(0).get("repeat_of")).isEqualTo(rows().get(1).get("incident_id"));
  }

  @Test
  void tablesPutInForceByAnotherAreNotPassedBy() {
    RulesInForce rules = installation.get(RulesInForce.class);
    rules.note();
    assertThat(inTransaction(rules::hold)).isTrue();
    inTransaction(
        () -> jdbc().sql("update rules_applied set sha256 = '' where stage = 'DUTIES'").update());
    assertThat(inTransaction(rules::hold)).isFalse();
    rules.note();
    assertThat(inTransaction(rules::hold)).isTrue();
  }

  private void take(Path log) throws IOException {
    ImportedFile file =
        installation
            .get(FileImporter.class)
            .take(log, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    assertThat(file.status()).isEqualTo(ImportedFile.Status.IMPORTED);
  }

  private Path log(String name, String... rows) throws IOException {
    String heading = "Reference,School,Date of incident,Type of breach,Number of individuals\n";
    return Files.writeString(
        folder.resolve(name), heading + String.join("\n", rows) + ",Disclosed in error,3\n");
  }

  private static List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sample-data"))) {
      return files
          .filter(file -> file.getFileName().toString().matches("(dpo-log|monthly-2026).*"))
          .sorted()
          .toList();
    }
  }

  private List<Map<String, Object>> rows() {
    return inTransaction(() -> jdbc().sql(EVERYTHING).query().listOfRows());
  }

  private int stale() {
    return inTransaction(
        () ->
            jdbc()
                .sql(
                    "select count(*) from incident where stale_type or stale_score"
                        + " or stale_duties")
                .query(Integer.class)
                .single());
  }

  private JdbcClient jdbc() {
    return installation.get(JdbcClient.class);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(
        installation.get(TransactionTemplate.class).execute(status -> work.get()));
  }
}
