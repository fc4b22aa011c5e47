package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data lead's main path in a real browser, on a desk and on a phone. */
class ReportInABrowserIT extends InABrowser {

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    open(home);
  }

  /** Sign in, report with mistakes, mend them, see it, complete it, add an action. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void fromTheReportToTheAction(int width) throws Exception {
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", "data_lead", "password", SampleRecord.PASSWORD);
    chromium.open(root + "/incidents", width);
    look("incidents", width);
    chromium.click("a[href='/incidents/new']");
    look("report", width);

    chromium.submit("individuals", "many");
    assertThat(chromium.text())
        .contains("There is a problem", "Write what happened", "Enter a number such as 12");
    look("report-problem", width);

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
    look("reported", width);

    chromium.click("a[href$='/complete']");
    look("complete", width);
    chromium.submit("containment", "The letter was fetched back");
    assertThat(chromium.text()).contains("Recorded; the Data Protection Officer sees it.");

    chromium.click("#add summary");
    chromium.submit("what", "Check addresses", "kind", "training");
    assertThat(chromium.text()).contains("The action is added.", "Check addresses");
  }
}
