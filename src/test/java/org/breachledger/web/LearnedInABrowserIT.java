package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import org.breachledger.calendar.AsOf;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was learned from confirmed types is looked at before it is let in, and taken out again. */
class LearnedInABrowserIT extends InABrowser {

  private static final int[] WIDTHS = {1280, 400};

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    Path settings = Files.createDirectories(home.resolve("jobs/normalise"));
    Files.writeString(
        settings.resolve("learning.yaml"),
        """
        fewest_examples: 6
        fewest_of_a_type: 3
        fewest_with_a_word: 2
        neighbours: 5
        share: 0.5
        proven_answers: 100
        proven_share: 0.97
        """);
    open(home);
  }

  @Test
  void aVersionIsReadSwitchedOnAndSwitchedOff() throws Exception {
    Browser dpo = Browser.signedIn(Integer.parseInt(root.replaceAll("\\D", "")), "dpo");
    confirm(dpo, "Widget wobbling", "LOST_IN_TRANSIT");
    confirm(dpo, "Gimmick humming", "TECHNICAL_SECURITY_FAILING");
    taken(dpo, log("N", "Widget wobbling again", 3));
    application
        .getBean(Runs.class)
        .run(new RunRequest("learn-types", AsOf.parse("2026-07-01T03:00"), null));

    chromium.forget();
    chromium.open(root + "/sign-in", 1280);
    chromium.submit("name", "dpo", "password", SampleRecord.PASSWORD);
    for (int width : WIDTHS) {
      lookAt("/types", width);
      lookAt("/types/learned/1", width);
      assertThat(chromium.text())
          .contains("Learned from 8 confirmed incidents", "What it would change now");
    }
    chromium.click("form[action$='/types/learned/1/on'] button");
    assertThat(chromium.text()).contains("makes suggestions");
    look("types-learned-on", 400);
    lookAt("/types/learned/1", 400);
    chromium.click("form[action$='/types/learned/off'] button");
    look("types-learned-off", 400);
  }

  private static void confirm(Browser dpo, String words, String type) {
    taken(dpo, log(words.substring(0, 1), words, 4));
    Matcher group = TypePagesIT.GROUP.matcher(dpo.get("/types").body());
    assertThat(group.find()).isTrue();
    dpo.submit(
        "/types",
        "/types/confirm",
        Map.of(
            "group", group.group(1), "seen", group.group(2), "type", type, "reason", "looked at"));
    assertThat(dpo.get("/types").body()).contains("The types of 4 incidents are on record");
  }

  private static String log(String mark, String words, int rows) {
    StringBuilder log = new StringBuilder("Incident number,School,Date of incident,Type of breach");
    log.append(",Description,Number of people affected\n");
    for (int i = 1; i <= rows; i++) {
      log.append("%s%d,Rowan Primary School,%02d/05/2026,%s,,3%n".formatted(mark, i, i, words));
    }
    return log.toString();
  }

  private static void taken(Browser dpo, String log) {
    String waiting =
        Browser.path(dpo.upload(Map.of("log.csv", log.getBytes(StandardCharsets.UTF_8)), Map.of()));
    assertThat(dpo.get(Browser.path(dpo.submit(waiting, waiting + "/confirm", Map.of()))).body())
        .contains("is imported");
  }
}
