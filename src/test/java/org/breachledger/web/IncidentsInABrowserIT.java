package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The data protection officer's main path in a real browser, on a desk and on a phone. */
class IncidentsInABrowserIT extends InABrowser {

  private static final Path LOG = Path.of("sample-data/dpo-log-2026-04.xlsx").toAbsolutePath();

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(home.resolve("returns"));
    open(home);
  }

  /** Upload, preview, confirm, find an incident, add an action; cancelled and refused steps too. */
  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void fromTheFileToTheAction(int width) throws Exception {
    Path log = width == 500 ? Path.of("sample-data/dpo-log-2026-05.xlsx").toAbsolutePath() : LOG;
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", "dpo", "password", SampleRecord.PASSWORD);

    lookAt("/imports/new", width);
    chromium.submit("files", log.toString());
    assertThat(chromium.address()).contains("/imports/waiting/");
    look("preview", width);
    chromium.click("#cancel");
    assertThat(chromium.text()).contains("nothing of it was stored");

    chromium.open(root + "/imports/new", width);
    chromium.submit("files", log.toString());
    chromium.click("#confirm");
    assertThat(chromium.text()).contains("is imported; types, scores and deadlines");
    look("result", width);

    lookAt("/incidents", width);
    chromium.click("tbody th a");
    look("incident", width);
    chromium.click("#add summary");
    chromium.click("#add button");
    assertThat(chromium.text()).contains("There is a problem", "Choose what kind of action it is");
    look("incident-problem", width);
    chromium.submit("what", "Train the office on envelopes", "kind", "training");
    assertThat(chromium.text()).contains("The action is added.", "Train the office on envelopes");
    look("incident-action", width);
    chromium.click("#score summary");
    chromium.click("#score button");
    assertThat(chromium.text()).contains("There is a problem", "Write why; it stays in the record");
    look("incident-score-problem", width);
    chromium.click("#factor-MEDIA_INTEREST");
    chromium.submit("score-by", "Headteacher", "score-why", "A newspaper called");
    assertThat(chromium.text())
        .contains("score, clocks and repeats are up to date", "added MEDIA_INTEREST");
    chromium.click("#close summary");
    chromium.submit(
        "finding", "An incident", "closed-by", "Headteacher", "even-so", "Nobody is left to ask");
    assertThat(chromium.text()).contains("The case is closed");
    chromium.click("#reopen summary");
    chromium.click("#reopen button");
    assertThat(chromium.text()).contains("Write why the case is opened again");
    look("incident-reopen-problem", width);
    lookAt("/types", width);
    lookAt("/imports/2/undo", width);
  }
}
