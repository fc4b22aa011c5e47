package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The DPO says what a school's words for a type mean, once for all incidents written alike. */
class TypePagesIT {

  /** A group to confirm: its key, and how many incidents it had when it was shown. */
  static final Pattern GROUP =
      Pattern.compile(
          "name=\"group\" value=\"([0-9a-f]{32})\">\\s*<input type=\"hidden\" name=\"seen\""
              + " value=\"(\\d+)\"");

  private static final String LOG =
      """
      Reference,School,Date of incident,Type of breach,What happened,No. of people affected
      T1,Rowan Primary School,12/05/2026,Zorblax,,12
      T2,Rowan Primary School,13/05/2026,zorblax,,3
      T3,Ash Hill School,14/05/2026,ZORBLAX,,3
      T4,Ash Hill School,15/05/2026,,,3
      """;

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    dpo = Browser.signedIn(port, "dpo");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void whatIsWrittenAlikeIsSaidOnceAndNewOnesAreNotSlippedIn() {
    taken(LOG);
    String page = dpo.get("/types").body();
    assertThat(page)
        .contains("3 incidents of 2 schools", "Put the types of all 3 on record")
        .contains("No type was written", "each is looked at by itself");
    Matcher group = GROUP.matcher(page);
    assertThat(group.find()).isTrue();
    String key = group.group(1);
    assertThat(group.group(2)).isEqualTo("3");
    assertThat(group.find()).as("no form for those without words").isFalse();

    assertThat(said(key, "3", "", "They mean lost post")).contains("Choose a breach type");
    assertThat(said(key, "3", "LOST_IN_TRANSIT", ""))
        .contains("Write why it is this type", "value=\"LOST_IN_TRANSIT\" selected");
    assertThat(said(key, "3", "NONSENSE", "x")).contains("Choose a breach type of the list");
    taken(LOG.replaceAll("(?m)^T[1234]", "U$0").replaceAll("(?m)^UT[234].*\\n", ""));
    assertThat(said(key, "3", "LOST_IN_TRANSIT", "They mean lost post"))
        .contains("Other incidents are written like this since you opened the page");
    assertThat(types()).doesNotContain("LOST_IN_TRANSIT");

    assertThat(said(key, "4", "LOST_IN_TRANSIT", "They mean lost post"))
        .contains("The types of 4 incidents are on record")
        .doesNotContain("Zorblax", "zorblax");
    assertThat(types())
        .containsExactly(
            "LOST_IN_TRANSIT", "LOST_IN_TRANSIT", "LOST_IN_TRANSIT", "LOST_IN_TRANSIT");
    assertThat(said(key, "4", "OTHER", "x")).contains("Other incidents are written like this");
    assertThat(dpo.get("/types").body()).contains("4 incidents have a type a person confirmed");

    taken(LOG.replace("Zorblax,,12", "Zorblax,A letter was emailed to the wrong parent,12"));
    String again = dpo.get("/types").body();
    assertThat(again)
        .contains("Of 1 incident with a confirmed type other words were written since")
        .doesNotContain("Say what it is");
    assertThat(said(again(), "1", "OTHER", "x")).contains("Other incidents are written like this");
    assertThat(types()).containsOnly("LOST_IN_TRANSIT");
  }

  /** The key of those asked again, as if a page had offered them together. */
  private static String again() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select md5(words_to_review || '|' || breach_type) from incident_glance"
                        + " where needs_review and breach_type = 'LOST_IN_TRANSIT'")
                .query(String.class)
                .single());
  }

  @Test
  void whatWasNotLearnedCannotBeSwitchedOn() {
    dpo.submit("/types", "/types/learned/off", Map.of());
    assertThat(dpo.get("/types").body()).contains("It was like that already; nothing changed.");
    assertThat(dpo.submit("/types", "/types/learned/1/on", Map.of()).statusCode()).isEqualTo(404);
    assertThat(dpo.get("/types/learned/1").statusCode()).isEqualTo(404);
  }

  private static String said(String key, String seen, String type, String reason) {
    Map<String, String> fields = new HashMap<>();
    fields.put("group", key);
    fields.put("seen", seen);
    fields.put("type", type);
    fields.put("reason", reason);
    assertThat(Browser.path(dpo.submit("/password", "/types/confirm", fields))).isEqualTo("/types");
    return dpo.get("/types").body();
  }

  private static List<String> types() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select breach_type from incident where type_key = 'zorblax' order by incident_id")
                .query(String.class)
                .list());
  }

  private static void taken(String log) {
    String waiting =
        Browser.path(dpo.upload(Map.of("log.csv", log.getBytes(StandardCharsets.UTF_8)), Map.of()));
    assertThat(dpo.get(Browser.path(dpo.submit(waiting, waiting + "/confirm", Map.of()))).body())
        .contains("is imported");
  }
}
