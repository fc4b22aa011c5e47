package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A profile that compares three months with three and is content with less evidence: everything
 * that has a length or a probability follows it.
 */
class ReviewPeriodIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String PROFILE = "policies/category-levels.yaml";

  @TempDir private Path folder;

  /** Seven before and one now: p = 0.077 with 90 days against 91. */
  @Test
  void everythingFollowsTheProfile() throws Exception {
    Home home = ReadyHome.of(folder, "Elm School");
    Path profile = home.jobs().resolve(PROFILE);
    Files.createDirectories(Objects.requireNonNull(profile.getParent()));
    String shipped = Files.readString(Path.of("jobs").resolve(PROFILE));
    Files.writeString(
        profile,
        shipped
            .replace("months: 6", "months: 3")
            .replace("significance: 0.05", "significance: 0.2"));
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      take(installation, home);
      RunOutcome outcome =
          installation.get(Runs.class).run(new RunRequest("board-report", WEDNESDAY_1_JULY, null));
      assertThat(outcome.status()).isEqualTo(RunOutcome.Status.DONE);

      List<String> compared = exported(installation, Exports.Table.RECURRENCE);
      assertThat(compared)
          .filteredOn(line -> line.startsWith("Elm School,LOST_IN_TRANSIT,,"))
          .singleElement()
          .asString()
          .contains(",2026-01-01,2026-04-01,2026-07-01,7,1,REDUCED,")
          .contains("The fall is more than chance easily explains (p = 0.0");
      assertThat(exported(installation, Exports.Table.REVIEWS))
          .filteredOn(line -> line.startsWith("E1,"))
          .singleElement()
          .asString()
          .contains(",2026-04-05T23:59:59+01:00,OVERDUE,");
    }
  }

  private void take(Installation installation, Home home) throws Exception {
    Path file =
        Sheets.csv(
            folder.resolve("January to June 2026.csv"),
            ',',
            List.of("Reference", "School", "Date of incident", "Date registered", "Type of breach"),
            List.of("E1", "Elm School", "2026-01-05", "2026-01-05", "Lost in transit"),
            List.of("E2", "Elm School", "2026-01-15", "2026-01-15", "Lost in transit"),
            List.of("E3", "Elm School", "2026-02-05", "2026-02-05", "Lost in transit"),
            List.of("E4", "Elm School", "2026-02-15", "2026-02-15", "Lost in transit"),
            List.of("E5", "Elm School", "2026-03-05", "2026-03-05", "Lost in transit"),
            List.of("E6", "Elm School", "2026-03-15", "2026-03-15", "Lost in transit"),
            List.of("E7", "Elm School", "2026-03-25", "2026-03-25", "Lost in transit"),
            List.of("E8", "Elm School", "2026-06-05", "2026-06-05", "Lost in transit"));
    installation
        .get(FileImporter.class)
        .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
  }

  private List<String> exported(Installation installation, Exports.Table table) throws Exception {
    Path file = folder.resolve(table + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    return Files.readAllLines(file);
  }
}
