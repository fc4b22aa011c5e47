package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.pipeline.types.ConfirmationFile;
import org.breachledger.testing.ReadyHome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a person said of a breach type stays said when two spellings become one school. */
class ConfirmedTypeMergeIT {

  private static final AsOf WEDNESDAY_1_JULY = AsOf.parse("2026-07-01T03:00");
  private static final String STOLEN = "2026-02-02,The laptop was stolen from a car,3";

  @TempDir private Path folder;
  private int files;

  @Test
  void theConfirmationGoesWithItsIncident() throws Exception {
    Home home = ReadyHome.in(folder);
    list(home, "Elm School,100200,\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      take(installation, home, "A1,Elm School," + STOLEN, "A2,Elm School," + STOLEN);
      take(installation, home, "A1,Elm Primary," + STOLEN, "B7,Elm Primary," + STOLEN);
      confirm(installation, "Elm Primary,A1,OTHER,INSECURE_STORAGE", "Elm Primary,B7,OTHER,");
    }
    list(home, "Elm School,100200,Elm Primary\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
      assertThat(types(installation))
          .containsExactly(
              "Elm School A1 OTHER INSECURE_STORAGE",
              "Elm School A2 LOST_OR_STOLEN_HARDWARE ",
              "Elm School B7 OTHER ");
      assertThat(standing(installation)).containsExactly("A1 OTHER dpo", "B7 OTHER dpo");
      withdraw(installation, "Elm School,A1");
      assertThat(types(installation)).contains("Elm School A1 LOST_OR_STOLEN_HARDWARE ");
    }
  }

  /** Of two confirmations of what is one incident now, the later holds. */
  @Test
  void theLaterWordHoldsWhereBothHadOne() throws Exception {
    Home home = ReadyHome.in(folder);
    list(home, "Elm School,100200,\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      take(installation, home, "A1,Elm School," + STOLEN, "A2,Elm School," + STOLEN);
      take(installation, home, "A1,Elm Primary," + STOLEN, "A2,Elm Primary," + STOLEN);
      confirm(installation, "Elm Primary,A1,OTHER,", "Elm School,A2,OTHER,");
      confirm(installation, "Elm School,A1,LOST_IN_TRANSIT,", "Elm Primary,A2,LOST_IN_TRANSIT,");
    }
    list(home, "Elm School,100200,Elm Primary\n");
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
      assertThat(types(installation))
          .containsExactly("Elm School A1 LOST_IN_TRANSIT ", "Elm School A2 LOST_IN_TRANSIT ");
    }
  }

  private static void list(Home home, String row) throws Exception {
    Path file = home.jobs().resolve("intake/schools.csv");
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "name,urn,aliases\n" + row);
  }

  private void take(Installation installation, Home home, String... rows) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("log-" + ++files + ".csv"),
            "Reference,School,Date of incident,Description,Number of individuals\n"
                + String.join("\n", rows)
                + "\n");
    installation
        .get(FileImporter.class)
        .take(file, ImportOptions.at(WEDNESDAY_1_JULY, home.returns()));
    installation.get(Assessment.class).run(WEDNESDAY_1_JULY);
  }

  private void confirm(Installation installation, String... lines) throws Exception {
    say(installation, false, "school,reference,breach_type,sub_type", lines);
  }

  private void withdraw(Installation installation, String... lines) throws Exception {
    say(installation, true, "school,reference", lines);
  }

  private void say(Installation installation, boolean withdraw, String headings, String... lines)
      throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("said-" + ++files + ".csv"),
            headings + "\n" + String.join("\n", lines) + "\n");
    installation
        .get(ConfirmTypes.class)
        .take(ConfirmationFile.read(file, withdraw), withdraw, "dpo", WEDNESDAY_1_JULY);
  }

  private static List<String> types(Installation installation) {
    return texts(
        installation,
        "select concat(s.name, ' ', i.reference, ' ', i.breach_type, ' ', i.sub_type)"
            + " from incident i join school s using (school_id) order by i.reference");
  }

  /** The newest word on each incident there is. */
  private static List<String> standing(Installation installation) {
    return texts(
        installation,
        "select distinct on (c.incident_id) concat_ws(' ', i.reference, c.breach_type,"
            + " c.confirmed_by) from type_confirmation c join incident i using (incident_id)"
            + " order by c.incident_id, c.confirmation_id desc");
  }

  private static List<String> texts(Installation installation, String sql) {
    Supplier<List<String>> query =
        () -> installation.get(JdbcClient.class).sql(sql).query(String.class).list();
    return installation.get(TransactionTemplate.class).execute(status -> query.get());
  }
}
