package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.breachledger.exchange.SafeCsv;
import org.breachledger.testing.Formulas;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What a page lists can be taken away as a file that shows this account no more than the page. */
class TablePagesIT {

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
    sample.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource({
    "runs, operator",
    "imports, dpo",
    "alerts, analyst",
    "schools, dpo",
    "incidents, head"
  })
  void bothFormsAreFilesOfOurNames(String table, String account) {
    Browser browser = Browser.signedIn(port, account);
    assertThat(browser.get("/" + table).body()).contains("/" + table + "/table?");
    for (String as : List.of("csv", "xlsx")) {
      HttpResponse<String> answer = browser.get("/" + table + "/table?as=" + as);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition"))
          .contains("attachment; filename=\"" + table + "." + as + "\"");
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }
    assertThat(browser.get("/" + table + "/table?as=exe").statusCode()).isEqualTo(404);
  }

  @Test
  void aHeadTakesAwayTheOwnSchoolOnly() {
    assertThat(lines("head", "/incidents/table?as=csv"))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("RP-001,Rowan Primary School,4 May 2026,");
    assertThat(lines("dpo", "/incidents/table?as=csv")).hasSize(3);
    assertThat(lines("dpo", "/incidents/table?as=csv&q=ah-")).hasSize(2);
    assertThat(lines("dpo", "/incidents/table?as=csv&to=2026-05-03")).hasSize(1);
  }

  @Test
  void whatAFileWasCalledIsForTheDpo() {
    assertThat(String.join("\n", lines("dpo", "/imports/table?as=csv")))
        .contains("monitoring-june.xlsx", ",42,30,3,2,5,1,1");
    assertThat(String.join("\n", lines("operator", "/imports/table?as=csv")))
        .contains(",42,30,3,2,5,1,1")
        .doesNotContain("monitoring-june");
  }

  @Test
  void whatIsCalledLikeAFormulaIsText() throws IOException {
    Browser dpo = Browser.signedIn(port, "dpo");
    for (String said : Formulas.payloads()) {
      refer(said);
      String body = dpo.get("/incidents/table?as=csv").body();
      assertThat(Formulas.noneInCsv(Files.writeString(home.resolve("taken.csv"), body)))
          .contains(SafeCsv.guarded(said));
    }
    refer("AH-001");
  }

  private static void refer(String reference) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set reference = ? where incident_id = ?")
                .params(reference, sample.otherIncident)
                .update());
  }

  private static List<String> lines(String account, String page) {
    String body = Browser.signedIn(port, account).get(page).body();
    return Arrays.stream(body.split("\\r?\\n")).toList();
  }
}
