package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What a data protection officer does with uploads and incidents, page by page. */
@TestMethodOrder(MethodOrderer.MethodName.class)
class IncidentPagesIT {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");

  private static final String LOG =
      """
      Reference,School,Date of incident,Type of breach,What happened,No. of people affected
      RP-101,Rowan Primary School,12/05/2026,Lost in transit,A bag was left on a train,12
      RP-102,Rowan Primary School,13/05/2026,Disclosed in error,A letter to a wrong address,3
      ,,,,,tbc
      """;

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;
  private static Browser second;

  @BeforeAll
  static void start() throws Exception {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
    sample.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    application
        .getBean(AccountStore.class)
        .create("second", Role.DPO, null, "Second", SampleRecord.PASSWORD, false);
    dpo = Browser.signedIn(port, "dpo");
    second = Browser.signedIn(port, "second");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void anUploadIsShownThenTakenInAndCanBeUndone() {
    String waiting = upload(LOG.replace("RP-1", "UP-1"));
    assertThat(dpo.get(waiting).body())
        .contains("3 read", "1 returned")
        .contains("Rows that would come back to be mended", "Import this file");
    assertThat(count("incident")).isEqualTo(2);
    assertThat(second.get(waiting).statusCode()).as("another account's upload").isEqualTo(404);

    String result = Browser.path(dpo.submit(waiting, waiting + "/confirm", Map.of()));
    assertThat(dpo.get(result).body())
        .contains("is imported; types, scores and deadlines are up to date", "Download the row");
    assertThat(count("incident")).isEqualTo(4);
    assertThat(waitingFolders()).isEmpty();
    String again = Browser.path(dpo.submit("/password", waiting + "/confirm", Map.of()));
    assertThat(dpo.get(again).body()).contains("was confirmed or cancelled already");

    String imported = result.substring(result.indexOf('=') + 1);
    assertThat(dpo.get("/imports/" + imported + "/returns").statusCode()).isEqualTo(200);
    assertThat(audited("import " + imported)).containsExactly("dpo import", "dpo give-returns");
    assertThat(dpo.get("/imports/" + imported + "/undo").body()).contains("Undo this import");
    dpo.submit("/password", "/imports/" + imported + "/undo", Map.of());
    assertThat(dpo.get("/imports/" + imported).body())
        .contains("is undone: 2 incidents removed")
        .doesNotContain("Undo this import");
    assertThat(count("incident")).isEqualTo(2);
  }

  @Test
  void aRefusedFileIsOnRecordWithWhoSentIt() {
    byte[] good = LOG.replace("RP-", "GO-").getBytes(StandardCharsets.UTF_8);
    byte[] bad = "PK\u0003\u0004 no workbook".getBytes(StandardCharsets.UTF_8);
    String waiting = Browser.path(dpo.upload(Map.of("log.csv", good, "log.xlsx", bad), Map.of()));
    String result = Browser.path(dpo.submit(waiting, waiting + "/confirm", Map.of()));
    assertThat(dpo.get(result).body()).contains("is imported", "refused");
    long refused = number("select max(import_id) from import_file where status = 'refused'");
    long imported = number("select max(import_id) from import_file where status = 'imported'");

    assertThat(audited("import " + refused)).containsExactly("dpo refuse");
    assertThat(audited("import " + imported)).containsExactly("dpo import");
    dpo.submit("/password", "/imports/" + imported + "/undo", Map.of());
  }

  @Test
  void theHomePageSaysWhatWaitsAndLeadsThere() {
    duties("[{\"duty\": \"form_a\", \"verdict\": \"OVERDUE\"}]");
    assertThat(dpo.get("/").body())
        .contains("What needs you now", "1 incident has a duty that is overdue")
        .contains("href=\"/incidents?wants=overdue\"")
        .doesNotContain("whose time runs");
    assertThat(dpo.get("/incidents?wants=overdue").body())
        .contains("1 incident found", "RP-001")
        .doesNotContain("AH-001");

    duties("[{\"duty\": \"form_a\", \"verdict\": \"MET\"}]");
    assertThat(dpo.get("/").body()).doesNotContain("overdue");
    assertThat(dpo.get("/incidents?wants=overdue").body()).contains("No incident fits this search");
  }

  private static void duties(String verdicts) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set needs_review = false,"
                        + " duties = case when incident_id = ? then ?::jsonb else '[]' end")
                .params(sample.incident, verdicts)
                .update());
  }

  @Test
  void aColumnIsReadAsThePersonSays() {
    String waiting = upload(LOG.replace("What happened", "Zzyx"));
    assertThat(dpo.get(waiting).body()).contains("Zzyx");
    dpo.submit(waiting, waiting + "/columns", Map.of("heading", "Zzyx", "field", "containment"));
    assertThat(dpo.get(waiting).body())
        .contains("The columns are read as you said", "<span>Containment</span>");
    cancelled(waiting);
    assertThat(dpo.get(waiting).statusCode()).isEqualTo(404);
    assertThat(waitingFolders()).isEmpty();
  }

  @Test
  void onlyTheBytesThatWereLookedAtAreTakenIn() throws Exception {
    String waiting = upload(LOG);
    Path folder = waitingFolders().get(0);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("waiting"))))
        .isEqualTo("rwx------");
    Files.writeString(folder.resolve("x1/log.csv"), "other bytes");
    String page = Browser.path(dpo.submit("/password", waiting + "/confirm", Map.of()));
    assertThat(dpo.get(page).body()).contains("not those you looked at, so nothing was stored");
    assertThat(waitingFolders()).isEmpty();
  }

  @Test
  void whatWaitedForADayIsGone() throws Exception {
    String old = upload(LOG);
    Files.setLastModifiedTime(
        waitingFolders().get(0), FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    String young = upload(LOG);
    assertThat(dpo.get(old).statusCode()).isEqualTo(404);
    cancelled(young);
    assertThat(waitingFolders()).isEmpty();
  }

  @Test
  void aWrongUploadIsToldWhatToDo() {
    byte[] row = "x".getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 1; i <= 51; i++) {
      many.put("log" + i + ".csv", row);
    }
    assertThat(refused(Map.of(), Map.of())).contains("Choose at least one file to upload");
    assertThat(refused(Map.of("log.csv", new byte[0]), Map.of())).contains("File 1 of 1 is empty");
    assertThat(refused(many, Map.of())).contains("You chose 51 files; upload at most 50 at once");
    assertThat(refused(Map.of("log.csv", row), Map.of("from", "2026-06", "to", "2026-01")))
        .contains("The first month must not lie after the last");
    assertThat(refused(Map.of("log.csv", row), Map.of("school", "Nowhere School")))
        .contains("Choose a school of the list");
    assertThat(dpo.get("/imports/new?large").body()).contains("upload them in two or more goes");
    String page = Browser.path(dpo.upload(Map.of("../../Brief \u00fcber.exe", row), Map.of()));
    assertThat(dpo.get(page).body())
        .contains("Brief uber.exe", "This file would be refused")
        .doesNotContain("id=\"confirm\"");
    cancelled(page);
  }

  @Test
  void incidentsAreFoundByWhatIsKnownOfThem() {
    assertThat(dpo.get("/incidents?q=rp-0").body()).contains("RP-001").doesNotContain("AH-001");
    assertThat(dpo.get("/incidents?from=2026-05-04&to=2026-05-04").body())
        .contains("RP-001", "AH-001");
    assertThat(dpo.get("/incidents?type=LOST_IN_TRANSIT").body()).contains("RP-001");
    assertThat(dpo.get("/incidents?type=OTHER").body()).doesNotContain("RP-001");
    assertThat(dpo.get("/incidents?to=2026-05-03").body())
        .contains("No incident fits this search")
        .doesNotContain("RP-001");
    assertThat(dpo.get("/incidents?school=" + sample.otherSchool + "&page=1").body())
        .contains("AH-001")
        .doesNotContain("RP-001");
    assertThat(dpo.get("/incidents?page=2").body()).contains("There are no more incidents");
  }

  @Test
  void anIncidentIsDecidedOnTypedActedOnAndClosed() {
    String page = "/incidents/" + sample.otherIncident;
    String stale = version(page);
    String bare =
        sent(page, "/decision", Map.of("decision", "ico/not-notify", "by", "Headteacher"));
    assertThat(bare).contains("Write the reason: this decision is not recorded without one");
    String decided =
        sent(
            page,
            "/decision",
            Map.of("decision", "ico/not-notify", "by", "Quillon Farr", "why", "Low risk <b>"));
    assertThat(decided)
        .contains("The decision is recorded.", "not to be notified", "Low risk &lt;b&gt;")
        .contains("a named person");

    dpo.submit(
        page,
        page + "/actions/new",
        Map.of("version", stale, "kind", "training", "what", "Envelopes"));
    assertThat(dpo.get(page).body())
        .contains("has changed since you opened this page", ">Envelopes</textarea>")
        .doesNotContain("The action is added.");
    assertThat(sent(page, "/actions/new", Map.of("kind", "training", "what", "Envelopes")))
        .contains("The action is added.", "Mark done");
    long action = number("select max(action_id) from case_action");
    assertThat(sent(page, "/actions/" + action + "/done", Map.of()))
        .contains("The action is done.");

    assertThat(sent(page, "/type", Map.of("type", "DISCLOSED_IN_ERROR"))).contains("Write why");
    assertThat(
            sent(page, "/type", Map.of("type", "DISCLOSED_IN_ERROR", "reason", "The bus driver")))
        .contains("The type is corrected", "Disclosed in error", "The bus driver");

    String open = sent(page, "/close", Map.of("finding", "incident", "closed-by", "Headteacher"));
    assertThat(open).contains("The case is not closed", "missing", "Close the case");
    String closed =
        sent(
            page,
            "/close",
            Map.of(
                "finding",
                "incident",
                "closed-by",
                "Headteacher",
                "even-so",
                "The school is shut"));
    assertThat(closed).contains("The case is closed with pieces missing", "Closed, but missing");
    assertThat(closed).contains("Open the case again").doesNotContain("id=\"close\"");
    assertThat(dpo.get("/incidents?state=closed").body()).contains("AH-001").doesNotContain("RP-0");
    assertThat(dpo.get("/incidents?state=open").body()).contains("RP-001").doesNotContain("AH-001");

    assertThat(sent(page, "/reopen", Map.of("reopened-by", "Headteacher")))
        .contains("Write why the case is opened again");
    assertThat(
            sent(page, "/reopen", Map.of("reopened-by", "Headteacher", "reopen-why", "A letter")))
        .contains("The case is open again.", "A letter", "Close the case");
    assertThat(
            sent(page, "/reopen", Map.of("reopened-by", "Headteacher", "reopen-why", "A letter")))
        .contains("is open.", "There is a problem");
    assertThat(dpo.get("/incidents?state=closed").body()).doesNotContain("AH-001");
  }

  @Test
  void aScoreIsCorrectedByPeopleAndFactorsOnly() {
    String page = "/incidents/" + sample.incident;
    assertThat(sent(page, "/score", Map.of("people", "many", "score-by", "dpo", "score-why", "x")))
        .contains("Enter a number such as 12, or 20-30", "value=\"many\"");
    assertThat(sent(page, "/score", Map.of("people", "12", "score-by", "dpo")))
        .contains("Write why; it stays in the record");
    Map<String, String> said =
        Map.of(
            "people", "101-150",
            "factor-DISTRESS", "on",
            "factor-NO_SENSITIVE_DATA", "on",
            "score-by", "dpo",
            "score-why", "Counted again");
    assertThat(sent(page, "/score", said))
        .contains("score, clocks and repeats are up to date")
        .contains("150 people give a baseline of 2; 2 - 1 + 1 = 2, Category Level 1")
        .contains("Score: corrected", "101 to 150 people; added DISTRESS, NO_SENSITIVE_DATA")
        .contains("Counted again");
    assertThat(sent(page, "/score", said)).contains("are on record like this already");
    assertThat(number("select score from incident where incident_id = " + sample.incident))
        .isEqualTo(2);
    assertThat(
            sent(
                page,
                "/score",
                Map.of("people", "101", "score-by", "dpo", "score-why", "No distress")))
        .contains("101 people give a baseline of 2; no factor counts, so the score is 2");
    assertThat(dpo.get(page + "?x").body()).doesNotContain("FACTORS_ADDED");
  }

  @Test
  void aReviewIsSignedOffOnItsDayAndOnlyOnce() {
    String page = "/incidents/" + sample.incident;
    registered("2026-06-20");
    assertThat(dpo.get(page).body())
        .contains("Review after six months", ">later<")
        .doesNotContain("Sign off the review");
    registered("2025-06-20");
    assertThat(dpo.get(page).body()).contains(">overdue<", "Sign off the review");
    assertThat(sent(page, "/review", Map.of())).contains("Enter who decided");
    assertThat(sent(page, "/review", Map.of("signed-by", "dpo", "note", "It stopped")))
        .contains("The review is signed off.", ">signed off<")
        .doesNotContain("Sign off the review</button>");
    assertThat(sent(page, "/review", Map.of("signed-by", "dpo")))
        .contains("This review is on record as done already");
  }

  private static void registered(String day) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update incident set facts = facts || jsonb_build_object('registered', ?::text)"
                        + " where incident_id = ?")
                .params(day, sample.incident)
                .update());
  }

  private static void cancelled(String waiting) {
    dpo.submit("/password", waiting + "/cancel", Map.of());
    assertThat(dpo.get("/imports").body()).contains("nothing of it was stored");
  }

  private static String refused(Map<String, byte[]> files, Map<String, String> fields) {
    String page = Browser.path(dpo.upload(files, fields));
    assertThat(page).isEqualTo("/imports/new");
    return dpo.get(page).body();
  }

  private static String upload(String log) {
    String page =
        Browser.path(dpo.upload(Map.of("log.csv", log.getBytes(StandardCharsets.UTF_8)), Map.of()));
    assertThat(page).matches("/imports/waiting/[0-9a-f]{32}");
    return page;
  }

  private static List<Path> waitingFolders() {
    try (Stream<Path> inside = Files.list(home.resolve("waiting"))) {
      return inside.filter(Files::isDirectory).toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String sent(String page, String form, Map<String, String> fields) {
    Map<String, String> all = new HashMap<>(fields);
    all.put("version", version(page));
    assertThat(Browser.path(dpo.submit(page, page + form, all))).isEqualTo(page);
    return dpo.get(page).body();
  }

  private static String version(String page) {
    Matcher found = VERSION.matcher(dpo.get(page).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static List<String> audited(String subject) {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select who || ' ' || action from audit_entry where subject = ? order by seq")
                .param(subject)
                .query(String.class)
                .list());
  }

  private static long count(String table) {
    return number("select count(*) from " + table);
  }

  private static long number(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Long.class).single());
  }
}
