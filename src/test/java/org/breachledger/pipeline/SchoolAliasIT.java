package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An alias added after a second spelling came in makes one school of two at the next start. */
class SchoolAliasIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String HEADINGS =
      "Reference,School,Date of incident,Type of breach,Description,Number of individuals\n";

  @TempDir private Path folder;

  @Test
  void theNextStartMergesAndScoresAgain() throws Exception {
    Home home = ReadyHome.in(folder);
    list(home, "Elm School,100200,\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      take(installation, home, "a.csv", "A1,Elm School,2026-02-02,Disclosed in error,Letter,3\n");
      take(installation, home, "b.csv", "A2,Elm Primary,2026-04-02,Disclosed in error,Card,150\n");
      assertThat(incidents(installation).get(1)).startsWith("A2,Elm Primary,").contains(",2,2,1,");
    }
    list(home, "Elm School,100200,Elm Primary\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      assertThat(incidents(installation))
          .satisfiesExactly(
              heading -> assertThat(heading).startsWith("reference,"),
              first -> assertThat(first).startsWith("A1,Elm School,"),
              second ->
                  assertThat(second)
                      .startsWith("A2,Elm School,")
                      .contains(",REPEAT_INCIDENT,2,3,2,")
                      .contains(",A1,"));
      assertThat(texts(installation, "select name from school")).containsExactly("Elm School");
      assertThat(texts(installation, "select details from audit_entry where action = 'merge'"))
          .singleElement()
          .asString()
          .contains("\"moved\":1")
          .contains("\"same\":0");
    }
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      assertThat(texts(installation, "select details from audit_entry where action = 'merge'"))
          .hasSize(1);
    }
  }

  private static void list(Home home, String row) throws Exception {
    Path file = home.jobs().resolve("intake/schools.csv");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "name,urn,aliases\n" + row);
  }

  private void take(Installation installation, Home home, String name, String row)
      throws Exception {
    Path file = Files.writeString(folder.resolve(name), HEADINGS + row);
    installation
        .get(FileImporter.class)
        .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
  }

  private List<String> incidents(Installation installation) throws Exception {
    Path file = folder.resolve("incidents.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.INCIDENTS, TableFile.Format.CSV, file, WEDNESDAY_1_JULY);
    return Files.readAllLines(file);
  }

  private static List<String> texts(Installation installation, String sql) {
    return installation
        .get(TransactionTemplate.class)
        .execute(status -> installation.get(JdbcClient.class).sql(sql).query(String.class).list());
  }
}
