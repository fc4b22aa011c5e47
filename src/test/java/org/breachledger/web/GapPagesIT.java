package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** After an import each gap is named, to those who may read what a sheet said. */
class GapPagesIT {

  private static final String HEADINGS =
      "Reference,School,Date of incident,Type of breach,What happened,No. of people affected,"
          + "Reported by\n";
  private static final String REST = ",Lost in transit,A bag was left on a train,";

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;
  private static int port;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    dpo = Browser.signedIn(port, "dpo");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void eachGapIsNamedOnTheImportAndOnTheIncident() {
    String result =
        take(
            HEADINGS
                + ("GP-101,Rowan Primary School,22/05/2026" + REST + "12,\n")
                + ("GP-102,Rowan Primary School,when Quillon came" + REST + "several,")
                + ("Farrington ".repeat(30) + "\n")
                + ",,,,,tbc,\n");
    String imported = result.substring(result.indexOf('=') + 1);
    assertThat(dpo.get(result).body())
        .contains("2 rows have gaps or notices", "href=\"/imports/" + imported + "#gaps\"");

    String page = dpo.get("/imports/" + imported).body();
    assertThat(page)
        .contains("Gaps and notices", "2 rows have gaps or notices")
        .contains("Row 3", "Row 4", "GP-102", "new, with gaps")
        .contains("Date of incident: “when Quillon came” was read, expected a date such as")
        .contains("“several” was read")
        .contains("Fill in one of them, or delete the row if it is no incident.")
        .doesNotContain("Farrington", "GP-101");
    assertThat(Browser.signedIn(port, "operator").get("/imports/" + imported).body())
        .contains("1 imported with gaps")
        .doesNotContain("Quillon", "GP-102", "Gaps and notices");

    long incident = number("select incident_id from incident where reference = 'GP-102'");
    assertThat(dpo.get("/incidents/" + incident).body())
        .contains("Not understood when it was read")
        .contains("Date of incident: “when Quillon came” was read, expected a date such as")
        .doesNotContain("Farrington");
    assertThat(Browser.signedIn(port, "head").get("/incidents/" + incident).body())
        .contains("Not understood when it was read", "Occurred: expected a date such as")
        .doesNotContain("when Quillon came", "Farrington");
    long whole = number("select incident_id from incident where reference = 'GP-101'");
    assertThat(dpo.get("/incidents/" + whole).body()).doesNotContain("Not understood");
  }

  @Test
  void ofManyTwoHundredAreNamedAndAllCounted() {
    StringBuilder log = new StringBuilder(HEADINGS);
    for (int row = 1; row <= 201; row++) {
      log.append("GM-%03d,Rowan Primary School,some day%s3,%n".formatted(row, REST));
    }
    String result = take(log.toString().replace("\r", ""));

    assertThat(dpo.get("/imports/" + result.substring(result.indexOf('=') + 1)).body())
        .contains("201 rows have gaps or notices; the first 200 are named here.")
        .contains("GM-200")
        .doesNotContain("GM-201");
  }

  private static String take(String log) {
    String waiting =
        Browser.path(dpo.upload(Map.of("log.csv", log.getBytes(StandardCharsets.UTF_8)), Map.of()));
    return Browser.path(dpo.submit(waiting, waiting + "/confirm", Map.of()));
  }

  private static long number(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Long.class).single());
  }
}
