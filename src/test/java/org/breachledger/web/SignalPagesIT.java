package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.breachledger.intake.store.SchoolRegister;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What access logs hint at is judged on a page: once, with a reason, by those who may. */
class SignalPagesIT {

  private static final Map<String, Browser> BROWSERS = new HashMap<>();

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord ours;
  private static SampleRecord theirs;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    int other = database.found("Another trust");
    theirs = database.trust().within(other, () -> new SampleRecord(database));
    ours = new SampleRecord(database);
    ours.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void theListAndItsFilesNameNobody() {
    long hidden = ours.signal("=cmd", "=1+1", "q.quillon");
    for (String who : List.of("dpo", "analyst")) {
      for (String address :
          List.of(
              "/signals",
              "/signals?state=open",
              "/signals/table?as=csv",
              "/signals/table?as=csv&state=open",
              "/signals/" + hidden)) {
        assertThat(as(who).get(address).body())
            .as(address)
            .contains("12")
            .doesNotContain("quillon", "almond");
      }
    }
    assertThat(as("dpo").get("/signals").body())
        .contains("Many failed log-ins on one account", "Rowan Primary School", "1 Jun 2026, 09:00")
        .contains("5 failed log-ins or more of one account, close together: within 10 minutes.");
    assertThat(as("dpo").get("/signals/table?as=csv").body())
        .startsWith("signal_id,state,rule,school,from,to,lines,")
        .contains("'=1+1")
        .doesNotContain(",=1+1");
  }

  @Test
  void beyondTheLastPageTheListLeadsBack() {
    ours.signal("failed-log-ins", "Alder", "z.listed");
    assertThat(as("analyst").get("/signals?page=200").body())
        .contains("There are no more signals", "href=\"/signals?state=\"");
    assertThat(as("analyst").get("/signals?page=0").body()).doesNotContain("no more signals");
    assertThat(as("analyst").get("/signals?page=many").body()).doesNotContain("no more signals");
  }

  @Test
  void whoLooksAtTheAccountIsOnRecordAndSeesItOnce() {
    long id = ours.signal("failed-log-ins", "Alder", "z.once");
    String page = "/signals/" + id;
    assertThat(as("analyst").get(page).body()).doesNotContain("z.once");
    as("analyst").submit(page, page + "/about", Map.of());
    assertThat(as("analyst").get(page).body()).contains("z.once");
    assertThat(as("analyst").get(page).body()).doesNotContain("z.once");
    assertThat(audited("show", id)).isEqualTo("analyst");
  }

  @Test
  void aSignalBecomesAnIncidentWithItsOrigin() {
    int school =
        database.inTransaction(
            () ->
                application.getBean(SchoolRegister.class).confirm("Beech School", null, List.of()));
    long id = ours.signal("mass-export", "", "z.promoted");
    String page = "/signals/" + id;
    as("analyst").submit(page, page + "/promote", Map.of("why", "the account <b>"));
    assertThat(as("analyst").get(page).body())
        .contains(
            "Error: Signal", "href=\"#school\"", "Choose the school", "the account &lt;b&gt;");
    as("analyst")
        .submit(
            page,
            page + "/promote",
            Map.of("school", "" + school, "type", "UNAUTHORISED_ACCESS", "why", "checked"));
    assertThat(as("analyst").get(page).body())
        .contains("The signal is an incident now, with the reference signal-" + id)
        .contains("promoted by analyst")
        .doesNotContain("Dismiss it", "/incidents/", "checked");

    Map<String, Object> incident =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        "select i.incident_id, i.school_id, i.breach_type, f.profile,"
                            + " not (i.stale_type or i.stale_score or i.stale_duties) as scored from incident i"
                            + " join import_file f on f.import_id = i.import_id"
                            + " where i.reference = ?")
                    .param("signal-" + id)
                    .query()
                    .singleRow());
    assertThat(incident)
        .containsEntry("school_id", school)
        .containsEntry("breach_type", "UNAUTHORISED_ACCESS")
        .containsEntry("scored", true);
    assertThat(as("dpo").get(page).body())
        .contains("href=\"/incidents/" + incident.get("incident_id") + "\"");
    assertThat(as("dpo").get("/incidents?q=signal-" + id).body()).contains("1 incident found");
    assertThat(audited("promote", id)).isEqualTo("analyst");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "promote | why    | ' '  | #why    | Write why this is an incident",
        "promote | type   | NONE | #type   | Choose a breach type of the list",
        "promote | school | 9999 | #school | Choose a school of the list",
        "dismiss | reason | ' '  | #reason | Write why it is no incident",
      })
  void whatIsMissingOrNotThereIsRefused(
      String step, String field, String value, String at, String words) {
    String page = "/signals/" + ours.signal;
    Map<String, String> typed = new HashMap<>(Map.of("why", "my words"));
    typed.put(field, value);
    as("dpo").submit(page, page + "/" + step, typed);
    assertThat(as("dpo").get(page).body()).contains("href=\"" + at + "\"", words);
    assertThat(state(ours.signal)).isEqualTo("open");
  }

  @Test
  void anotherTrustsSchoolIsNotOfTheList() {
    String page = "/signals/" + ours.signal;
    as("dpo")
        .submit(page, page + "/promote", Map.of("school", "" + theirs.school, "why", "my words"));
    assertThat(as("dpo").get(page).body()).contains("Choose a school of the list");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/about", "/dismiss", "/promote"})
  void anotherTrustsSignalIsNotThere(String step) {
    assertThat(
            as("dpo")
                .submit(
                    "/password",
                    "/signals/" + theirs.signal + step,
                    Map.of("why", "x", "reason", "x"))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whoComesSecondIsToldWhatTheFirstDecided() {
    long id = ours.signal("failed-log-ins", "Alder", "z.first");
    String page = "/signals/" + id;
    as("analyst").get(page);
    as("dpo").submit(page, page + "/dismiss", Map.of("reason", "a test of theirs"));
    as("analyst").submit("/password", page + "/promote", Map.of("why", "my own words"));
    assertThat(as("analyst").get(page).body())
        .contains("Somebody decided before you: dismissed by dpo, ", "Nothing of yours was stored")
        .contains("href=\"#decided\"", "id=\"decided\"", "my own words")
        .doesNotContain("a test of theirs");
    assertThat(as("dpo").get("/signals?state=decided").body()).contains("Signal " + id + "<");
    assertThat(as("dpo").get("/signals?state=open").body()).doesNotContain("Signal " + id + "<");
  }

  @Test
  void ofTwoAtOnceOneDecides() throws Exception {
    long id = ours.signal("failed-log-ins", "Alder", "z.both");
    String page = "/signals/" + id;
    ExecutorService both = Executors.newFixedThreadPool(2);
    try {
      Callable<HttpResponse<String>> promote =
          () -> as("analyst").submit("/password", page + "/promote", Map.of("why", "one"));
      Callable<HttpResponse<String>> dismiss =
          () -> as("dpo").submit("/password", page + "/dismiss", Map.of("reason", "other"));
      as("analyst");
      as("dpo");
      for (Future<HttpResponse<String>> done : both.invokeAll(List.of(promote, dismiss))) {
        assertThat(done.get().statusCode()).isEqualTo(302);
      }
    } finally {
      both.shutdown();
    }
    String first = as("analyst").get(page).body();
    String second = as("dpo").get(page).body();
    assertThat(List.of(first, second))
        .filteredOn(page1 -> page1.contains("Somebody decided before you"))
        .hasSize(1);
    assertThat(state(id)).isIn("promoted", "dismissed");
  }

  @Test
  void theHomePagesSayHowManyWait() {
    int open =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql("select count(*) from signal where state = 'open'")
                    .query(Integer.class)
                    .single());
    String words = open == 1 ? "1 signal of an access log waits" : open + " signals of access logs";
    assertThat(as("dpo").get("/").body()).contains(words);
    assertThat(as("analyst").get("/").body()).contains(words);
    assertThat(as("board").get("/").body()).doesNotContain("of access logs", "of an access log");
  }

  private static String state(long id) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select state from signal where signal_id = ?")
                .param(id)
                .query(String.class)
                .single());
  }

  private static String audited(String action, long id) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select who from audit_entry where action = ? and subject = ?")
                .params(action, "signal " + id)
                .query(String.class)
                .single());
  }

  private static Browser as(String who) {
    return BROWSERS.computeIfAbsent(who, name -> Browser.signedIn(port, name));
  }
}
