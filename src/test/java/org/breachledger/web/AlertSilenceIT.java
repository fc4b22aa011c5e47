package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Where no alert is shown the pages say why: silence is never called a success [002]. */
class AlertSilenceIT {

  @TempDir static Path home;

  @Test
  void noAlertIsNoSuccessWhereNothingCouldBeCompared() {
    try (TestDatabase database = TestDatabase.fresh()) {
      SampleRecord sample = new SampleRecord(database);
      sample.accounts();
      sql(database, "delete from outbox_message");
      sql(database, "delete from alert");
      try (ConfigurableApplicationContext application =
          PagesApplication.start(database, home.toString(), 0)) {
        int port =
            application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Browser dpo = Browser.signedIn(port, "dpo");
        for (String page : List.of("/", "/alerts")) {
          assertThat(dpo.get(page).body())
              .contains("No comparison of two halves has been made yet")
              .doesNotContain("There is no alert.");
        }

        TrendRecord record = new TrendRecord(database, sample).fill();
        sql(database, "delete from coverage");
        record.compare(application);
        for (String page : List.of("/", "/alerts")) {
          assertThat(dpo.get(page).body())
              .contains("No verdict could be given", "30 Jun 2026", "href=\"/trends\"")
              .doesNotContain("There is no alert.");
        }

        sql(
            database,
            "update recurrence_result set verdict = 'REDUCED' where school_id = " + sample.school);
        assertThat(dpo.get("/alerts").body())
            .contains("For 1 of 2 schools no verdict could be given", "30 Jun 2026")
            .doesNotContain("There is no alert.");

        sql(database, "update recurrence_result set verdict = 'REDUCED'");
        for (String page : List.of("/", "/alerts")) {
          assertThat(dpo.get(page).body())
              .contains("There is no alert.")
              .doesNotContain("verdict could be given");
        }
      }
    }
  }

  private static void sql(TestDatabase database, String sql) {
    database.inTransaction(() -> database.jdbc().sql(sql).update());
  }
}
