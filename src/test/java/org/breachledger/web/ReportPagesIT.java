package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.calendar.London;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Form A by page: one way into the register, one incident however often it is sent. */
class ReportPagesIT {

  private static final String NEW = "/incidents/new";
  private static final Pattern HIDDEN =
      Pattern.compile("name=\"(form|version)\" value=\"([^\"]+)\"");

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static int port;
  private static Browser lead;
  private static Browser head;
  private static Browser dpo;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
    sample.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    lead = Browser.signedIn(port, "data_lead");
    head = Browser.signedIn(port, "head");
    dpo = Browser.signedIn(port, "dpo");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void aReportIsOneRowOfAnImportAndStandsOnTheSchoolsList() throws IOException {
    String text = "=1+1, a \"letter\"\nfor Quillon, on the bus; @home";
    Map<String, String> said = new HashMap<>();
    said.put("school", Integer.toString(sample.otherSchool));
    said.put("description", text.replace("\n", "\r\n"));
    said.put("status", "confirmed");
    said.put("reported_type", "Lost in transit");
    said.put("occurred", "2026-05-11");
    said.put("occurred-time", "09:30");
    said.put("identified", "2026-05-12");
    said.put("preliminary_investigation", "2026-05-12");
    said.put("individuals", "20-30");
    said.put("data_kinds", "-medical, \"safeguarding\"");
    said.put("medium", "paper");
    said.put("encrypted", "unknown");
    said.put("risk_physical", "no");
    said.put("risk_emotional", "yes");
    said.put("risk_media", "unknown");
    said.put("containment", "The bus company was called");
    said.put("early_notified", "Police, 12 May");
    said.put("reporter", "Hester Vane");
    said.put("form_a_signed_data_lead", "yes");
    said.put("form_a_signed_head", "yes");
    String page = sent(lead, NEW, said);

    assertThat(lead.get(page).body())
        .contains("Recorded; the Data Protection Officer sees it.")
        .contains("Rowan Primary School", "Form A, sent by account data_lead.", "20 to 30")
        .doesNotContain("Quillon", "Hester");
    long id = number(page);
    assertThat(fact(id, "description")).isEqualTo(text);
    assertThat(fact(id, "data_kinds")).isEqualTo("-medical, \"safeguarding\"");
    assertThat(fact(id, "occurred")).isEqualTo("2026-05-11T08:30:00Z");
    assertThat(fact(id, "identified")).isEqualTo("2026-05-12");
    assertThat(fact(id, "individuals")).isEqualTo("20..30");
    assertThat(fact(id, "encrypted")).isEqualTo("unknown");
    assertThat(fact(id, "risk_emotional")).isEqualTo("yes");
    assertThat(fact(id, "risk_media")).isEqualTo("unknown");
    assertThat(fact(id, "form_a_signed_data_lead")).isEqualTo("yes");
    assertThat(fact(id, "form_a_signed_head")).as("a data lead is not the head").isEmpty();
    assertThat(fact(id, "form_a_received"))
        .startsWith(LocalDate.now(London.ZONE).toString())
        .isEqualTo(fact(id, "reported"));
    assertThat(fact(id, "reporter")).as("stored apart").isEmpty();
    assertThat(text("select reporter from incident_reporter where incident_id = " + id))
        .isEqualTo("Hester Vane");
    assertThat(text("select school_id::text from incident where incident_id = " + id))
        .as("the account's own school, whatever was sent")
        .isEqualTo(Integer.toString(sample.school));
    assertThat(text("select score::text from incident where incident_id = " + id)).isNotEmpty();
    String imported = text("select import_id::text from incident where incident_id = " + id);
    assertThat(text("select file_name from import_file where import_id = " + imported))
        .matches("form-a-[a-z]{12}-[a-z]{12}\\.csv");
    assertThat(
            text(
                "select concat_ws('/', rows_read, rows_imported, rows_imported_with_gaps)"
                    + " from import_file where import_id = "
                    + imported))
        .isEqualTo("1/1/0");
    assertThat(text("select count(*)::text from coverage where import_id = " + imported))
        .as("one incident is no log of its month")
        .isEqualTo("0");
    assertThat(
            text(
                "select who || ' ' || action from audit_entry where subject = 'incident "
                    + id
                    + "'"))
        .isEqualTo("data_lead send-form-a");
    try (Stream<Path> left = Files.list(home.resolve("waiting"))) {
      assertThat(left).isEmpty();
    }
    assertThat(dpo.get("/incidents").body()).contains("href=\"" + page + "\"");
    assertThat(dpo.get("/imports/" + imported).body())
        .contains("1 read = 1 imported", "sent by account data_lead");
  }

  @Test
  void howeverOftenItIsSentItIsOneIncident() {
    Map<String, String> said = Map.of("description", "Twice", "occurred", "2026-05-18");
    Map<String, String> all = with(hidden(lead, NEW), said);
    List<CompletableFuture<String>> clicks =
        Stream.of(1, 2)
            .map(
                click ->
                    CompletableFuture.supplyAsync(
                        () -> Browser.path(lead.submit("/password", NEW, all))))
            .toList();
    String page = clicks.get(0).join();
    assertThat(page).matches("/incidents/\\d+").isEqualTo(clicks.get(1).join());
    assertThat(List.of(lead.get(page).body(), lead.get(page).body()))
        .as("what each click was told")
        .anyMatch(told -> told.contains("This form was recorded before"))
        .anyMatch(told -> !told.contains("This form was recorded before"));
    assertThat(lead.get(Browser.path(lead.submit("/password", NEW, all))).body())
        .contains("This form was recorded before; nothing was stored twice.");
    assertThat(
            lead.submit(
                    "/password", NEW, with(all, Map.of("description", "Thrice", "another", "yes")))
                .body())
        .contains("sent before with other entries", "href=\"" + page + "\"", ">Thrice</textarea>");
    assertThat(
            text("select count(*)::text from incident where facts ->> 'occurred' = '2026-05-18'"))
        .isEqualTo("1");
  }

  @Test
  void twoPeopleWhoReportTheSameOverwriteNothing() {
    Map<String, String> said =
        Map.of("description", "A bag", "occurred", "2026-05-20", "individuals", "4");
    String first = sent(lead, NEW, said);
    Map<String, String> second = with(hidden(head, NEW), said);
    String told = head.submit("/password", NEW, second).body();
    assertThat(told)
        .contains("Something that happened on this day is on record", "href=\"" + first + "\"")
        .contains("What I report is another incident", ">A bag</textarea>")
        .contains("<title>Error: Report an incident");
    String other =
        Browser.path(head.submit("/password", NEW, with(second, Map.of("another", "yes"))));
    assertThat(other).matches("/incidents/\\d+").isNotEqualTo(first);
    assertThat(
            text(
                "select count(*)::text from incident_history where incident_id = " + number(first)))
        .isEqualTo("0");
  }

  @Test
  void aReferenceOnRecordIsCompletedNotReportedAgain() {
    HttpResponse<String> answer =
        lead.submit(
            "/password",
            NEW,
            with(hidden(lead, NEW), Map.of("description", "x", "reference", "rp-001")));
    assertThat(answer.body())
        .contains("An incident with this reference is on record")
        .contains("href=\"/incidents/" + sample.incident + "\"");
    String foreign =
        sent(
            lead, NEW, Map.of("description", "Another school has this one", "reference", "AH-001"));
    assertThat(number(foreign)).isNotEqualTo(sample.otherIncident);
  }

  @Test
  void everythingWrongIsToldAtOnceAndNothingTypedIsLost() {
    Map<String, String> said =
        Map.of(
            "occurred", "2026-05-12",
            "occurred-time", "10:00",
            "identified", "2026-05-11",
            "preliminary_investigation", "2999-01-01",
            "individuals", "many <b>",
            "medium", "clay",
            "risk_legal", "perhaps",
            "containment", "x".repeat(5001),
            "reporter", "Hester Vane");
    HttpResponse<String> answer = lead.submit("/password", NEW, with(hidden(lead, NEW), said));
    assertThat(answer.body())
        .contains("Write what happened", "It cannot be found before it happened")
        .contains("that are not still to come", "Enter a number such as 12, or 20-30")
        .contains(
            "Write at most 5000 characters", "value=\"many &lt;b&gt;\"", "value=\"Hester Vane\"")
        .contains("value=\"2999-01-01\"", "x".repeat(5001));
    assertThat(answer.body().split("Choose one of the list", -1)).hasSize(3);
    assertThat(
            text(
                "select count(*)::text from import_file where profile = 'form-a' and status <> 'imported'"))
        .isEqualTo("0");
  }

  /** Found before it happened only where that is certain. */
  @ParameterizedTest
  @CsvSource({
    "2026-05-12, '',    2026-05-11, '',    true",
    "2026-05-12, '',    2026-05-12, '',    false",
    "2026-05-12, 10:00, 2026-05-12, '',    false",
    "2026-05-12, 10:00, 2026-05-12, 09:59, true",
    "2026-05-12, 10:00, 2026-05-12, 10:00, false",
    "2026-05-12, '',    2026-05-12, 00:00, false",
    "2026-05-13, 00:00, 2026-05-12, '',    true",
    "2026-05-12, '',    2026-05-11, 23:59, true",
  })
  void foundBeforeItHappenedIsTold(
      String occurred, String at, String identified, String when, boolean told) {
    ReportForm.Read read =
        ReportForm.read(
            new Typed(
                Map.of(
                    "occurred",
                    occurred,
                    "occurred-time",
                    at,
                    "identified",
                    identified,
                    "identified-time",
                    when)),
            Map.of(),
            true,
            false,
            org.breachledger.calendar.AsOf.from(java.time.Clock.systemUTC()));
    assertThat(read.problems().containsKey("identified")).isEqualTo(told);
  }

  @Test
  void anOpenIncidentIsCompletedAndWhatIsLeftEmptyStays() {
    String page =
        sent(
            lead,
            NEW,
            Map.of(
                "description",
                "A screen <i>",
                "reported_type",
                "Other",
                "occurred",
                "2026-06-02",
                "identified",
                "2026-06-03",
                "form_a_signed_data_lead",
                "yes"));
    long id = number(page);
    String received = fact(id, "form_a_received");
    String complete = page + "/complete";
    assertThat(head.get(page).body()).contains("href=\"" + complete + "\"");
    assertThat(head.get(complete).body())
        .contains("An entry you leave empty stays", "value=\"2026-06-02\"", "value=\"Other\"")
        .contains("What was written before is not shown")
        .doesNotContain("A screen");
    Map<String, String> stale = hidden(head, complete);

    assertThat(
            sent(
                head,
                complete,
                Map.of(
                    "occurred",
                    "2026-06-02",
                    "identified",
                    "2026-06-03",
                    "reported_type",
                    "Other",
                    "individuals",
                    "3",
                    "form_a_signed_head",
                    "yes",
                    "form_a_signed_data_lead",
                    "yes")))
        .isEqualTo(page);
    assertThat(fact(id, "description")).isEqualTo("A screen <i>");
    assertThat(fact(id, "individuals")).isEqualTo("3");
    assertThat(fact(id, "form_a_signed_head")).isEqualTo("yes");
    assertThat(fact(id, "form_a_received")).isEqualTo(received);
    assertThat(text("select day::text from incident where incident_id = " + id))
        .isEqualTo("2026-06-02");
    assertThat(dpo.get(page).body()).contains("People affected: not known became “3”");

    HttpResponse<String> late =
        head.submit("/password", complete, with(stale, Map.of("containment", "Blinds <b>")));
    assertThat(late.body())
        .contains("has changed since you opened this form", ">Blinds &lt;b&gt;</textarea>");
    assertThat(fact(id, "containment")).isEmpty();
    assertThat(sent(head, complete, Map.of("occurred", "2026-06-01"))).isEqualTo(page);
    assertThat(fact(id, "occurred")).isEqualTo("2026-06-01");
    assertThat(text("select day::text from incident where incident_id = " + id))
        .isEqualTo("2026-06-01");
    String all =
        sent(
            head,
            complete,
            Map.of("occurred", "2026-05-30", "reported_type", "Theft", "description", "Told anew"));
    assertThat(all).as("day, type and words at once are another incident").isEmpty();
    assertThat(fact(id, "description")).isEqualTo("A screen <i>");
  }

  @Test
  void aClosedCaseIsNotCompleted() {
    String page = sent(lead, NEW, Map.of("description", "Shut", "occurred", "2026-06-09"));
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set facts = facts || '{\"closed\": \"2026-06-10\"}' where incident_id = ?")
                .param(number(page))
                .update());
    assertThat(lead.get(page).body()).doesNotContain("/complete");
    assertThat(Browser.path(lead.get(page + "/complete"))).isEqualTo(page);
    assertThat(lead.get(page).body()).contains("is not completed by the form");
    assertThat(Browser.path(lead.submit("/password", page + "/complete", Map.of())))
        .isEqualTo(page);
  }

  @Test
  void theDpoChoosesTheSchool() {
    assertThat(
            dpo.submit("/password", NEW, with(hidden(dpo, NEW), Map.of("description", "x"))).body())
        .contains("Choose the school");
    String page =
        sent(
            dpo,
            NEW,
            Map.of("description", "By telephone", "school", Integer.toString(sample.otherSchool)));
    assertThat(dpo.get(page).body()).contains("Alder High School", "FA-");
    assertThat(lead.get(page).statusCode()).isEqualTo(404);
    assertThat(lead.get(page + "/complete").statusCode()).isEqualTo(404);
    assertThat(lead.submit("/password", page + "/complete", Map.of()).statusCode()).isEqualTo(404);
  }

  @Test
  void aSchoolWithoutIncidentsIsLedToTheForm() {
    int empty =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        "insert into school (name, name_key, confirmed) values ('Elm', 'elm', true) returning school_id")
                    .query(Integer.class)
                    .single());
    application
        .getBean(AccountStore.class)
        .create("elm", Role.DATA_LEAD, empty, "Elm", SampleRecord.PASSWORD, false);
    assertThat(Browser.signedIn(port, "elm").get("/incidents").body())
        .contains("with what you report", "href=\"/incidents/new\"");
  }

  /** Where the form led to; empty where the page came back. */
  private static String sent(Browser browser, String page, Map<String, String> said) {
    return Browser.path(browser.submit("/password", page, with(hidden(browser, page), said)));
  }

  private static Map<String, String> hidden(Browser browser, String page) {
    Map<String, String> hidden = new HashMap<>();
    Matcher found = HIDDEN.matcher(browser.get(page).body());
    while (found.find()) {
      hidden.put(found.group(1), found.group(2));
    }
    assertThat(hidden).containsKey("form");
    return hidden;
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static long number(String page) {
    return Long.parseLong(page.substring("/incidents/".length()));
  }

  private static String fact(long id, String field) {
    return text("select facts ->> '" + field + "' from incident where incident_id = " + id);
  }

  /** What stands there; empty text where nothing does. */
  private static String text(String sql) {
    List<String> found =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(sql)
                    .query((row, number) -> Objects.requireNonNullElse(row.getString(1), ""))
                    .list());
    return found.isEmpty() ? "" : found.get(0);
  }
}
