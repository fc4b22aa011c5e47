package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationFile;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A year written wrong does not take an incident out of the comparison [002]. */
class SlippedDateIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");

  @TempDir private Path folder;

  @Test
  void anIncidentOfTheFutureIsComparedByTheDayItWasIdentified() throws Exception {
    Path file =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Reference", "School", "Date of incident", "Date identified", "Type of breach"),
            List.of("E1", "Elm School", "2062-06-10", "2026-06-11", "Lost or stolen paperwork"),
            List.of("E2", "Elm School", "2026-07-02", "2026-06-30", "Lost or stolen paperwork"),
            List.of("E3", "Elm School", "2026-06-29", "2026-06-30", "Lost or stolen paperwork"));
    Home home = ReadyHome.in(folder);
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      installation
          .get(FileImporter.class)
          .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
      installation.get(Runs.class).run(new RunRequest("half-yearly", WEDNESDAY_1_JULY, null));
      assertThat(
              list(
                  installation,
                  "select reference || ' ' || day || ' ' || day_from from incident order by 1"))
          .containsExactly(
              "E1 2026-06-11 identified", "E2 2026-06-30 identified", "E3 2026-06-29 occurred");
      assertThat(
              list(
                  installation,
                  "select current::text from recurrence_result where school = 'Elm School'"
                      + " and breach_type = 'LOST_OR_STOLEN_PAPERWORK' and sub_type = ''"))
          .containsExactly("3");
    }
  }

  /** A date ahead is counted from the day it comes, be it days after the incident was typed. */
  @Test
  void anIncidentIsCountedOnItsDayOnceThatHasCome() throws Exception {
    Path file =
        Sheets.csv(
            folder.resolve("ahead.csv"),
            ',',
            List.of("Reference", "School", "Date of incident", "Date identified", "Type of breach"),
            List.of("F1", "Elm School", "2026-07-03", "2026-06-30", "Lost or stolen paperwork"),
            List.of("F2", "Elm School", "2062-06-10", "2026-07-03", "Lost or stolen paperwork"),
            List.of("F3", "Elm School", "2026-06-29", "2026-06-30", "Lost or stolen paperwork"));
    Home home = ReadyHome.in(folder);
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      installation
          .get(FileImporter.class)
          .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
      List<String> ahead =
          List.of("F1 2026-06-30 identified", "F2 2062-06-10 occurred", "F3 2026-06-29 occurred");
      assertThat(days(installation)).isEqualTo(ahead);
      confirm(installation, "F1");
      nightly(installation, "2026-07-02T23:59");
      assertThat(days(installation)).isEqualTo(ahead);

      nightly(installation, "2026-07-03T00:00");
      assertThat(days(installation))
          .containsExactly(
              "F1 2026-07-03 occurred", "F2 2026-07-03 identified", "F3 2026-06-29 occurred");
      assertThat(list(installation, "select breach_type from incident where reference = 'F1'"))
          .as("what a person said of the type")
          .containsExactly("OTHER");
      assertThat(
              list(
                  installation,
                  "select reference || ' ' || counted_anew_on from incident"
                      + " where counted_anew_on is not null"))
          .containsExactly("F2 2062-06-10");
    }
  }

  private void confirm(Installation installation, String reference) throws Exception {
    Path said =
        Sheets.csv(
            folder.resolve("said.csv"),
            ',',
            List.of("school", "reference", "breach_type", "sub_type", "reason"),
            List.of("Elm School", reference, "OTHER", "", ""));
    installation
        .get(ConfirmTypes.class)
        .take(ConfirmationFile.read(said, false), false, "dpo", WEDNESDAY_1_JULY);
  }

  private static void nightly(Installation installation, String asOf) throws Exception {
    RunOutcome outcome =
        installation.get(Runs.class).run(new RunRequest("nightly", AsOf.parse(asOf), null));
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);
  }

  private static List<String> days(Installation installation) {
    return list(
        installation, "select reference || ' ' || day || ' ' || day_from from incident order by 1");
  }

  private static List<String> list(Installation installation, String sql) {
    return installation
        .get(TransactionTemplate.class)
        .execute(status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }
}
