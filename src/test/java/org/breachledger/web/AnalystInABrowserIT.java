package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The analyst's main path, and a governor's trends, on a desk and on a phone. */
class AnalystInABrowserIT extends InABrowser {

  @TempDir static Path home;

  private static TrendRecord trends;

  @BeforeAll
  static void start() {
    open(home);
    trends = new TrendRecord(database, sample).fill();
  }

  /** Before anything is compared, after it, and a month that nobody reported on. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void theGovernorReadsTheirTrends(int width) throws Exception {
    if (width == 1280) {
      database.inTransaction(() -> database.jdbc().sql("delete from recurrence_result").update());
      signIn("governor", width);
      chromium.open(root + "/trends", width);
      assertThat(chromium.text()).contains("No comparison of two halves is kept yet");
      look("trends-empty", width);
      trends.compare(application);
      trends.print(application);
    }
    signIn("governor", width);
    chromium.open(root + "/trends", width);
    assertThat(chromium.text())
        .contains("Rowan Primary School", "Not reduced", "1 fewer", "People affected", "1 to 4")
        .doesNotContain("Alder");
    look("trends-governor", width);
    chromium.click("summary");
    assertThat(chromium.text()).contains("September 2025");
    look("trends-months", width);
    signIn("dpo", width);
    chromium.open(root + "/trends", width);
    look("trends-dpo", width);
  }

  /** Home, signal, a refused and a taken promotion; then the alert with its chart. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 400})
  void fromTheSignalToTheAlert(int width) throws Exception {
    trends.compare(application);
    long alert = width == 400 ? trends.raiseOverAll() : trends.raise();
    long signal = sample.signal("mass-export", "", "somebody" + width);
    signIn("analyst", width);
    look("analyst-home", width);
    chromium.click("a[href='/signals?state=open']");
    look("signals", width);
    chromium.click("a[href='/signals/" + signal + "']");
    look("signal", width);
    chromium.submit("why", "seen in the log");
    assertThat(chromium.text()).contains("There is a problem", "Choose the school");
    look("signal-problem", width);
    chromium.submit("school", "Nobody knows");
    assertThat(chromium.text()).contains("The signal is an incident now", "promoted by analyst");
    look("signal-promoted", width);
    chromium.click("#about");
    assertThat(chromium.text()).contains("somebody" + width, "seen in the log");
    look("signal-about", width);

    chromium.open(root + "/alerts/" + alert, width);
    assertThat(chromium.text()).contains("What is behind it", " times; anything from");
    if (width == 400) {
      assertThat(chromium.text())
          .contains("leaves out 1 school. Of all schools, which the months and parts here show,");
    }
    look("alert-chart", width);
    chromium.click("#acknowledge");
    assertThat(chromium.text()).contains("The alert is acknowledged.");
    look("alert-acknowledged", width);
  }

  private static void signIn(String who, int width) {
    chromium.open(root + "/sign-in", width);
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", who, "password", SampleRecord.PASSWORD);
  }
}
