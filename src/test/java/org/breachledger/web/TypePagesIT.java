package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.calendar.AsOf;
import org.breachledger.incident.store.ImportTurn;
import org.breachledger.pipeline.types.ConfirmOutcome;
import org.breachledger.pipeline.types.ConfirmTypes;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The DPO says what a school's words for a type mean, once for all incidents written alike. */
class TypePagesIT {

  /** A group to confirm: its key, and the mark of the incidents it had when it was shown. */
  static final Pattern GROUP =
      Pattern.compile(
          "name=\"group\" value=\"([0-9a-f]{32})\">\\s*<input type=\"hidden\" name=\"seen\""
              + " value=\"(\\d+-[0-9a-f]+)\"");

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
    String three = group.group(2);
    assertThat(group.find()).as("no form for those without words").isFalse();

    assertThat(said(key, three, "", "They mean lost post")).contains("Choose a breach type");
    assertThat(said(key, three, "LOST_IN_TRANSIT", ""))
        .contains("Write why it is this type", "value=\"LOST_IN_TRANSIT\" selected");
    assertThat(said(key, three, "NONSENSE", "x")).contains("Choose a breach type of the list");
    taken(LOG.replaceAll("(?m)^T[1234]", "U$0").replaceAll("(?m)^UT[234].*\\n", ""));
    assertThat(said(key, three, "LOST_IN_TRANSIT", "They mean lost post"))
        .contains("Other incidents are written like this since you opened the page");
    assertThat(types()).doesNotContain("LOST_IN_TRANSIT");
    String four = mark(key);

    assertThat(said(key, four, "LOST_IN_TRANSIT", "They mean lost post"))
        .contains("The types of 4 incidents are on record")
        .doesNotContain("Zorblax", "zorblax");
    assertThat(types())
        .containsExactly(
            "LOST_IN_TRANSIT", "LOST_IN_TRANSIT", "LOST_IN_TRANSIT", "LOST_IN_TRANSIT");
    assertThat(said(key, four, "OTHER", "x")).contains("Other incidents are written like this");
    assertThat(dpo.get("/types").body()).contains("4 incidents have a type a person confirmed");

    taken(LOG.replace("Zorblax,,12", "Zorblax,A letter was emailed to the wrong parent,12"));
    String again = dpo.get("/types").body();
    assertThat(again)
        .contains("Of 1 incident with a confirmed type other words were written since")
        .doesNotContain("Say what it is");
    assertThat(said(again(), mark(again()), "OTHER", "x"))
        .contains("Other incidents are written like this");
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

  /** Nobody vouches for an incident that came in the place of one that was looked at. */
  @Test
  void anotherIncidentInThePlaceOfOneIsNoticed() {
    String log =
        LOG.replaceAll("(?m)^T", "Q")
            .replaceAll("(?i)zorblax", "Quibbled")
            .replaceAll("05/", "06/");
    taken(log.replaceAll("(?m)^Q4.*\\n", "") + "Q5,Ash Hill School,17/06/2026,Warbled,,3\n");
    Matcher group = GROUP.matcher(dpo.get("/types").body());
    assertThat(group.find()).isTrue();

    database.inTransaction(
        () ->
            database
                    .jdbc()
                    .sql("update incident set needs_review = false where reference = 'Q1'")
                    .update()
                + database
                    .jdbc()
                    .sql(
                        "update incident set type_key = 'quibbled', breach_type = (select"
                            + " breach_type from incident where reference = 'Q2')"
                            + " where reference = 'Q5'")
                    .update());

    assertThat(said(group.group(1), group.group(2), "LOST_IN_TRANSIT", "Post"))
        .contains("Other incidents are written like this", "Put the types of all 3 on record");
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set needs_review = false where reference like 'Q%'")
                .update());
  }

  /** What is vouched for is read when no import writes any more. */
  @Test
  void anImportAtWorkIsWaitedFor() throws Exception {
    FutureTask<ConfirmOutcome> asked =
        new FutureTask<>(
            () ->
                application
                    .getBean(ConfirmTypes.class)
                    .take(List.of(), false, "dpo", AsOf.parse("2026-07-01T03:00")));
    database.inTransaction(
        () -> {
          ImportTurn.await(database.jdbc());
          start(asked);
          untilItWaits(asked);
          return true;
        });

    assertThat(asked.get(1, TimeUnit.MINUTES).lines()).isEmpty();
  }

  private static void start(FutureTask<?> task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }

  private static void untilItWaits(FutureTask<?> task) {
    String waiting =
        "select count(*) from pg_stat_activity where datname = current_database()"
            + " and wait_event_type = 'Lock'";
    Instant late = Instant.now().plus(Duration.ofSeconds(60));
    try (Connection beside = database.dataSource().getConnection()) {
      JdbcClient looking = JdbcClient.create(new SingleConnectionDataSource(beside, true));
      while (looking.sql(waiting).query(Integer.class).single() == 0) {
        assertThat(task.isDone()).as("said beside an import at work").isFalse();
        assertThat(Instant.now()).isBefore(late);
        Thread.sleep(50);
      }
    } catch (SQLException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a page shows, or would show, of a group now. */
  private static String mark(String key) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "select count(*) || '-' || to_hex(bit_xor(hashint8extended(incident_id, 0)))"
                        + " from incident_glance where needs_review"
                        + " and md5(words_to_review || '|' || coalesce(breach_type, '')) = ?")
                .param(key)
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
