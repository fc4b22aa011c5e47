package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.breachledger.testing.Chromium;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The data lead's main path in a real browser, on a desk and on a phone. */
class ReportInABrowserIT {

  @TempDir static Path home;

  private static Chromium chromium;
  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    database.administrator().sql("update school set name_key = lower(name)").update();
    application = PagesApplication.start(database, home.toString(), 0);
    root =
        "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      application.close();
      database.close();
    }
  }

  /** Sign in, report with mistakes, mend them, see it, complete it, add an action. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void fromTheReportToTheAction(int width) throws Exception {
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", "data_lead", "password", SampleRecord.PASSWORD);
    chromium.open(root + "/incidents", width);
    lookHere("incidents", width);
    chromium.click("a[href='/incidents/new']");
    lookHere("report", width);

    chromium.submit("individuals", "many");
    assertThat(chromium.text())
        .contains("There is a problem", "Write what happened", "Enter a number such as 12");
    lookHere("report-problem", width);

    chromium.open(root + "/incidents/new", width);
    chromium.click("#risk_emotional-yes");
    chromium.click("#form_a_signed_data_lead");
    chromium.submit(
        "description",
        "A letter went to a wrong address",
        "individuals",
        "3",
        "reported_type",
        "Disclosed in error");
    assertThat(chromium.text())
        .contains("Recorded; the Data Protection Officer sees it.", "Disclosed in error");
    lookHere("reported", width);

    chromium.click("a[href$='/complete']");
    lookHere("complete", width);
    chromium.submit("containment", "The letter was fetched back");
    assertThat(chromium.text()).contains("Recorded; the Data Protection Officer sees it.");

    chromium.click("#add summary");
    chromium.submit("what", "Check addresses", "kind", "training");
    assertThat(chromium.text()).contains("The action is added.", "Check addresses");
  }

  private static void lookHere(String name, int width) throws Exception {
    String pictures = System.getProperty("breachledger.pictures", "");
    if (!pictures.isEmpty()) {
      chromium.picture(Path.of(pictures, name + "-" + width + ".png"));
    }
    assertThat(chromium.objections()).as(name + " at " + width).isEmpty();
    assertThat(chromium.overhang()).as(name + " at " + width).isZero();
  }
}
