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
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
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

  private static List<String> list(Installation installation, String sql) {
    return installation
        .get(TransactionTemplate.class)
        .execute(status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }
}
