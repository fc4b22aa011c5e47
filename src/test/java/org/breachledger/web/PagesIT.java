package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.alerting.Place;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages as somebody meets them: on a real server, with a real database, under each role. */
class PagesIT {

  @TempDir static Path home;

  private static final Map<Role, Browser> BROWSERS = new EnumMap<>(Role.class);

  private static TestDatabase database;
  private static SampleRecord ours;
  private static SampleRecord theirs;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void twoTrustsAndThePages() throws Exception {
    database = TestDatabase.fresh();
    int other = database.found("Another trust");
    theirs = database.trust().within(other, () -> new SampleRecord(database));
    ours = new SampleRecord(database);
    ours.accounts();
    Files.createDirectories(home.resolve("returns"));
    Files.writeString(home.resolve("returns/import-1.csv"), "sheet,row,column,reason\r\n");
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs",
        "/runs/1",
        "/jobs",
        "/operation",
        "/imports",
        "/imports/1",
        "/imports/1/returns",
        "/imports/1/undo",
        "/imports/new",
        "/imports/result",
        "/imports/waiting/0123456789abcdef0123456789abcdef",
        "/schools",
        "/types",
        "/types/learned/1",
        "/schools/new",
        "/schools/1/change",
        "/set-up",
        "/incidents",
        "/incidents/1",
        "/incidents/new",
        "/incidents/1/complete",
        "/papers",
        "/papers/1",
        "/signals",
        "/signals/1",
        "/signals/table",
        "/trends",
        "/trends/table",
        "/alerts",
        "/alerts/1",
        "/alerts/1/pack",
        "/password",
        "/account",
        "/account/second-factor",
        "/people",
        "/people/new",
        "/people/1",
        "/ended",
        "/nowhere",
        "/actuator",
        "/actuator/env",
        "/actuator/metrics",
        "/breachledger.css"
      })
  void everyRouteAsksForASignInFirst(String route) {
    HttpResponse<String> answer = new Browser(port).get(route);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(Browser.path(answer)).isEqualTo("/sign-in");
  }

  @Test
  void styleAndHealthNeedNoSignInAndTellNothing() {
    assertThat(new Browser(port).get("/static/breachledger.css").body()).contains("--focus");
    assertThat(new Browser(port).get("/actuator/health").body())
        .contains("\"status\":\"UP\"")
        .doesNotContain("components", "details", "jdbc");
  }

  @Test
  void metricsAreNotThereWhereNoTokenIsSet() {
    assertThat(new Browser(port).get("/actuator/prometheus").statusCode()).isEqualTo(404);
    assertThat(
            new Browser(port).get("/actuator/prometheus", "Authorization", "Bearer ").statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"dpo, not the password", "nobody, three odd words", "'', ''"})
  void aWrongNameAndAWrongPasswordReadAlike(String name, String password) {
    Browser browser = new Browser(port);
    HttpResponse<String> answer = browser.signIn(name, password);

    assertThat(Browser.path(answer)).isEqualTo("/sign-in?wrong");
    assertThat(browser.get("/sign-in?wrong").body())
        .contains("The sign-in name or the password is not right. Check both and try again.");
    assertThat(Browser.path(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void aNameInCapitalsIsTheSameName() {
    assertThat(Browser.path(new Browser(port).signIn("DPO", SampleRecord.PASSWORD))).isEqualTo("/");
  }

  @Test
  void afterTheSignInThePageAskedForOpens() {
    Browser browser = new Browser(port);
    browser.get("/papers");

    assertThat(Browser.path(browser.signIn("dpo", SampleRecord.PASSWORD))).startsWith("/papers");
  }

  @Test
  void aFormWithoutItsTokenIsRefused() {
    assertThat(new Browser(port).post("/sign-in", "name=dpo&password=three+odd+words").statusCode())
        .isEqualTo(403);
    Browser browser = Browser.signedIn(port, "dpo");
    HttpResponse<String> answer = browser.post("/sign-out", "");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body())
        .contains("the page you came from was open for too long", "whoever gave you your account")
        .doesNotContain("ask the Data Protection Officer");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = Browser.signedIn(port, "dpo");

    assertThat(Browser.path(browser.submit("/", "/sign-out", Map.of()))).isEqualTo("/sign-in?out");
    assertThat(Browser.path(browser.get("/"))).isEqualTo("/sign-in");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/static/breachledger.css", "/nowhere"})
  void everyAnswerCarriesTheHeadersThatProtectIt(String route) {
    HttpHeaders headers = new Browser(port).get(route, "X-Forwarded-Proto", "https").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .startsWith("default-src 'none'; style-src 'self';")
        .contains("frame-ancestors 'none'")
        .doesNotContain("unsafe")
        .doesNotContain("script-src");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("same-origin");
    assertThat(headers.firstValue("Strict-Transport-Security"))
        .contains("max-age=31536000 ; includeSubDomains");
  }

  @Test
  void theSessionsCookieIsOutOfReachForScriptsAndOtherSites() {
    String cookie =
        new Browser(port)
            .get("/sign-in", "X-Forwarded-Proto", "https")
            .headers()
            .firstValue("Set-Cookie")
            .orElse("");

    assertThat(cookie)
        .startsWith("breachledger-session=")
        .contains("HttpOnly", "SameSite=Lax", "Secure");
  }

  @Test
  void theHomePageShowsWhatThereIs() {
    String page = Browser.signedIn(port, "dpo").get("/").body();

    assertThat(page)
        .contains("half-yearly", "href=\"/runs/" + ours.run + "\"", "1 Jul 2026, 03:01")
        .contains("monitoring-june.xlsx", "href=\"/imports/" + ours.imported + "/returns\"")
        .contains("Governor report: Rowan Primary School", "href=\"/papers/" + ours.governors)
        .contains("Lost in transit", "href=\"/alerts/" + ours.alert + "\"", "did not fall");
  }

  /** What a failed run printed is not published; an alert it raised is out, and so is its pack. */
  @Test
  void papersOfARunThatFailedAreNotShown() {
    Browser dpo = Browser.signedIn(port, "dpo");
    ours.finish("failed");
    try {
      assertThat(dpo.get("/papers").body())
          .contains("/papers/" + ours.pack)
          .doesNotContain("/papers/" + ours.governors, "/papers/" + ours.board);
      for (long paper : List.of(ours.governors, ours.board, ours.working)) {
        assertThat(dpo.get("/papers/" + paper).statusCode()).isEqualTo(404);
      }
      assertThat(dpo.get("/papers/" + ours.pack).statusCode()).isEqualTo(200);
    } finally {
      ours.finish("done");
    }
    assertThat(dpo.get("/papers/" + ours.board).statusCode()).isEqualTo(200);
  }

  @Test
  void theManifestNamesWhatWentInAndWhatCameOut() {
    assertThat(Browser.signedIn(port, "operator").get("/runs/" + ours.run).body())
        .contains("Papers written", "Alerts raised", "b7f3", "cafe", "after 1 min 5 s")
        .contains("href=\"/imports/" + ours.imported + "\"");
  }

  @Test
  void theRowSumIsASentence() {
    assertThat(Browser.signedIn(port, "dpo").get("/imports/" + ours.imported).body())
        .contains(
            "42 read = 30 imported + 3 imported with gaps + 2 updated + 5 unchanged + 1 returned"
                + " + 1 skipped")
        .contains("Date of breach", ">Occurred<", "Two rows are hidden.");
  }

  @Test
  void whatTheUploadSaidIsForTheDpoOnly() {
    String operator = Browser.signedIn(port, "operator").get("/imports/" + ours.imported).body();

    assertThat(operator)
        .contains("42 read")
        .doesNotContain("monitoring-june", "Date of breach", "Notes", "/returns");
  }

  @Test
  void filesAreSavedUnderNamesOfOurs() {
    Browser dpo = Browser.signedIn(port, "dpo");

    HttpResponse<String> paper = dpo.get("/papers/" + ours.board);
    assertThat(paper.headers().firstValue("Content-Type")).contains("application/pdf");
    assertThat(paper.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"board-2026-07-01-" + ours.board + ".pdf\"");
    assertThat(paper.body()).startsWith("%PDF");
    assertThat(dpo.get("/imports/" + ours.imported + "/returns").headers())
        .satisfies(
            headers ->
                assertThat(headers.firstValue("Content-Disposition"))
                    .contains("attachment; filename=\"import-" + ours.imported + "-returns.csv\""));
    assertThat(dpo.get("/alerts/" + ours.alert + "/pack").body()).startsWith("%PDF");
  }

  /** Each step of an alert's life × every role: taken and shown again, or 403. */
  @ParameterizedTest
  @CsvSource({
    "acknowledge, 302, 403, 403, 403, 403, 302, 403",
    "forward,     302, 403, 403, 403, 403, 302, 403",
    "decide,      302, 403, 403, 403, 403, 302, 403",
  })
  void anAlertIsTakenFurtherByTheAnalystAndTheDpo(
      String step,
      int dpo,
      int head,
      int lead,
      int governor,
      int board,
      int analyst,
      int operator) {
    Map<Role, Integer> expected =
        Map.of(
            Role.DPO, dpo,
            Role.HEAD, head,
            Role.DATA_LEAD, lead,
            Role.GOVERNOR, governor,
            Role.BOARD, board,
            Role.ANALYST, analyst,
            Role.OPERATOR, operator);
    expected.forEach(
        (role, status) ->
            assertThat(
                    as(role)
                        .submit("/password", "/alerts/" + ours.alert + "/" + step, Map.of())
                        .statusCode())
                .as("%s for %s", step, role)
                .isEqualTo(status));
    assertThat(as(Role.DPO).post("/alerts/" + ours.alert + "/" + step, "").statusCode())
        .as("without its token")
        .isEqualTo(403);
    assertThat(
            as(Role.DPO)
                .submit("/password", "/alerts/" + theirs.alert + 99 + "/acknowledge", Map.of())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void anAlertIsAcknowledgedForwardedAndDecidedOnItsPage() {
    Browser analyst = as(Role.ANALYST);
    String page = "/alerts/" + ours.raise(Place.ALL_SCHOOLS);
    assertThat(analyst.get(page).body()).contains("Nobody has acknowledged it yet");

    analyst.submit(page, page + "/acknowledge", Map.of());
    assertThat(analyst.get(page).body())
        .contains("The alert is acknowledged.", "Forward to the board")
        .doesNotContain("id=\"acknowledge\"");
    analyst.submit(page, page + "/forward", Map.of());
    assertThat(analyst.get(page).body()).contains("forwarded", "Leaves with the next delivery");
    analyst.submit(page, page + "/decide", Map.of("measure", "training", "owner", "Head <b>"));
    assertThat(analyst.get(page).body())
        .contains("There is a problem", "Enter the last day", "value=\"Head &lt;b&gt;\"");

    Map<String, String> decision =
        Map.of(
            "measure", "training", "owner", "Quillon Farr", "due", "2026-10-01", "why", "a secret");
    analyst.submit(page, page + "/decide", decision);
    assertThat(analyst.get(page).body())
        .contains("The decision is recorded.", "training, a named person, due 1 Oct 2026")
        .doesNotContain("Quillon", "a secret");
    analyst.submit(page, page + "/acknowledge", Map.of());
    assertThat(analyst.get(page).body()).contains("This alert", "is decided already");
  }

  @Test
  void whatDidNotLeaveIsShownWithTheAlerts() {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update outbox_message set state = 'dead', attempts = 9, last_error ="
                        + " 'The mail server refused it.' where alert_id = ?")
                .param(ours.alert)
                .update());

    assertThat(as(Role.DPO).get("/alerts").body())
        .contains("Messages that did not leave", "The mail server refused it.", "dead")
        .doesNotContain("analyst@");
  }

  /** Every route × every role: 200 opens, 403 is not this role's, 404 is not there for it. */
  @ParameterizedTest
  @CsvSource({
    "/,                    200, 200, 200, 200, 200, 200, 200",
    "/runs,                200, 403, 403, 403, 403, 403, 200",
    "/runs/{run},          200, 403, 403, 403, 403, 403, 200",
    "/jobs,                403, 403, 403, 403, 403, 403, 200",
    "/jobs?still=true,     403, 403, 403, 403, 403, 403, 200",
    "/jobs/nightly,        403, 403, 403, 403, 403, 403, 404",
    "/operation,           403, 403, 403, 403, 403, 403, 200",
    "/imports,             200, 403, 403, 403, 403, 403, 200",
    "/imports/new,         200, 403, 403, 403, 403, 403, 403",
    "/imports/waiting/0123456789abcdef0123456789abcdef, 404, 403, 403, 403, 403, 403, 403",
    "/imports/result?import={import}, 200, 403, 403, 403, 403, 403, 200",
    "/imports/{import}/undo, 200, 403, 403, 403, 403, 403, 403",
    "/imports/{import},    200, 403, 403, 403, 403, 403, 200",
    "/imports/{import}/returns, 200, 403, 403, 403, 403, 403, 403",
    "/runs/table?as=csv,   200, 403, 403, 403, 403, 403, 200",
    "/imports/table?as=csv, 200, 403, 403, 403, 403, 403, 200",
    "/alerts/table?as=csv, 200, 403, 403, 403, 200, 200, 403",
    "/schools/table?as=csv, 200, 403, 403, 403, 403, 403, 403",
    "/incidents/table?as=csv, 200, 200, 200, 403, 403, 403, 403",
    "/types,               200, 403, 403, 403, 403, 403, 403",
    "/types/learned/999999, 404, 403, 403, 403, 403, 403, 403",
    "/schools,             200, 403, 403, 403, 403, 403, 403",
    "/schools/new,         200, 403, 403, 403, 403, 403, 403",
    "/schools/{school}/change, 200, 403, 403, 403, 403, 403, 403",
    "/schools/999999/change, 404, 403, 403, 403, 403, 403, 403",
    "/set-up,              302, 302, 302, 302, 302, 302, 302",
    "/incidents,           200, 200, 200, 403, 403, 403, 403",
    "/incidents?state=closed&q=RP, 200, 200, 200, 403, 403, 403, 403",
    "/incidents/{incident}, 200, 200, 200, 403, 403, 403, 403",
    "/incidents/{otherIncident}, 200, 404, 404, 403, 403, 403, 403",
    "/incidents/new,       200, 200, 200, 403, 403, 403, 403",
    "/incidents/{incident}/complete, 200, 200, 200, 403, 403, 403, 403",
    "/incidents/{otherIncident}/complete, 200, 404, 404, 403, 403, 403, 403",
    "/incidents/999999/complete, 404, 404, 404, 403, 403, 403, 403",
    "/incidents/999999,    404, 404, 404, 403, 403, 403, 403",
    "/papers,              200, 200, 200, 200, 200, 200, 200",
    "/papers/{governors},  200, 200, 200, 200, 404, 404, 404",
    "/papers/{others},     200, 404, 404, 404, 404, 404, 404",
    "/papers/{board},      200, 404, 404, 404, 200, 404, 404",
    "/papers/{working},    200, 404, 404, 404, 200, 200, 404",
    "/papers/{pack},       200, 404, 404, 404, 200, 200, 404",
    "/signals,             200, 403, 403, 403, 403, 200, 403",
    "/signals?state=open,  200, 403, 403, 403, 403, 200, 403",
    "/signals/table?as=csv, 200, 403, 403, 403, 403, 200, 403",
    "/signals/table?as=x,  404, 403, 403, 403, 403, 404, 403",
    "/signals/{signal},    200, 403, 403, 403, 403, 200, 403",
    "/signals/999999,      404, 403, 403, 403, 403, 404, 403",
    "/trends,              200, 200, 200, 200, 200, 200, 403",
    "/trends?school={school}, 200, 200, 200, 200, 200, 200, 403",
    "/trends?school={otherSchool}, 200, 404, 404, 404, 200, 200, 403",
    "/trends?school=0,     200, 404, 404, 404, 200, 200, 403",
    "/trends/table?as=csv, 404, 404, 404, 404, 404, 404, 403",
    "/alerts,              200, 403, 403, 403, 200, 200, 403",
    "/alerts/{alert},      200, 403, 403, 403, 200, 200, 403",
    "/alerts/{alert}/pack, 200, 403, 403, 403, 200, 200, 403",
    "/password,            200, 200, 200, 200, 200, 200, 200",
    "/account,             200, 200, 200, 200, 200, 200, 200",
    "/account/second-factor, 200, 200, 200, 200, 200, 200, 200",
    "/people,              403, 403, 403, 403, 403, 403, 200",
    "/people/new,          403, 403, 403, 403, 403, 403, 200",
    "/people/{person},     403, 403, 403, 403, 403, 403, 200",
    "/people/999999,       403, 403, 403, 403, 403, 403, 404",
    "/sign-in/code,        302, 302, 302, 302, 302, 302, 302",
    "/forgotten,           200, 200, 200, 200, 200, 200, 200",
    "/choose-password/none, 200, 200, 200, 200, 200, 200, 200",
    "/ended,               403, 403, 403, 403, 403, 403, 403",
    "/actuator/env,        403, 403, 403, 403, 403, 403, 403",
    "/nowhere,             403, 403, 403, 403, 403, 403, 403",
  })
  void eachRoleOpensWhatIsItsOwn(
      String route,
      int dpo,
      int head,
      int lead,
      int governor,
      int board,
      int analyst,
      int operator) {
    Map<Role, Integer> expected =
        Map.of(
            Role.DPO, dpo,
            Role.HEAD, head,
            Role.DATA_LEAD, lead,
            Role.GOVERNOR, governor,
            Role.BOARD, board,
            Role.ANALYST, analyst,
            Role.OPERATOR, operator);
    expected.forEach(
        (role, status) ->
            assertThat(as(role).get(filled(route, ours)).statusCode())
                .as("%s for %s", route, role)
                .isEqualTo(status));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/runs/{run}",
        "/imports/{import}",
        "/imports/{import}/returns",
        "/papers/{governors}",
        "/papers/{board}",
        "/papers/{working}",
        "/papers/{pack}",
        "/alerts/{alert}",
        "/alerts/{alert}/pack",
        "/signals/{signal}",
        "/trends?school={school}",
        "/incidents/{incident}",
        "/incidents/{incident}/complete",
        "/schools/{school}/change",
        "/imports/{import}/undo",
        "/imports/result?import={import}"
      })
  void anotherTrustsNumbersAreNotThere(String route) {
    assertThat(filled(route, theirs)).isNotEqualTo(filled(route, ours));
    HttpResponse<String> answer = as(Role.DPO).get(filled(route, theirs));

    assertThat(answer.statusCode()).isEqualTo(404);
    if (!route.endsWith("returns")) {
      assertThat(answer.body()).contains("Page not found");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/link", "/block", "/unblock", "/second-factor"})
  void anotherTrustsPeopleAreNotThere(String step) {
    Browser operator = as(Role.OPERATOR);
    String page = "/people/" + theirs.person;

    assertThat(theirs.person).isNotEqualTo(ours.person);
    assertThat(operator.get(page).statusCode()).isEqualTo(404);
    assertThat(operator.submit("/password", page + step, Map.of()).statusCode()).isEqualTo(404);
  }

  /** Each form × every role: taken and shown again, refused as 403, or not there. */
  @ParameterizedTest
  @CsvSource({
    "/incidents/new,                          200, 200, 200, 403, 403, 403, 403",
    "/incidents/{incident}/complete,          200, 200, 200, 403, 403, 403, 403",
    "/incidents/{otherIncident}/complete,     200, 404, 404, 403, 403, 403, 403",
    "/incidents/999999/complete,              404, 404, 404, 403, 403, 403, 403",
    "/incidents/{incident}/type,              302, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/decision,          302, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/close,             302, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/reopen,            302, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/score,             302, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/review,            302, 403, 403, 403, 403, 403, 403",
    "/incidents/999999/score,                 404, 403, 403, 403, 403, 403, 403",
    "/incidents/{incident}/actions/new,       302, 302, 302, 403, 403, 403, 403",
    "/incidents/{incident}/actions/99/done,   302, 302, 302, 403, 403, 403, 403",
    "/incidents/{otherIncident}/actions/new,  302, 404, 404, 403, 403, 403, 403",
    "/incidents/999999/close,                 404, 403, 403, 403, 403, 403, 403",
    "/types/confirm,                          302, 403, 403, 403, 403, 403, 403",
    "/types/learned/off,                      302, 403, 403, 403, 403, 403, 403",
    "/types/learned/999999/on,                404, 403, 403, 403, 403, 403, 403",
    "/imports/waiting/0123456789abcdef0123456789abcdef/confirm, 302, 403, 403, 403, 403, 403, 403",
    "/imports/waiting/0123456789abcdef0123456789abcdef/columns, 404, 403, 403, 403, 403, 403, 403",
    "/imports/waiting/0123456789abcdef0123456789abcdef/cancel,  302, 403, 403, 403, 403, 403, 403",
    "/imports/999999/undo,                    404, 403, 403, 403, 403, 403, 403",
    "/signals/{signal}/about,                 302, 403, 403, 403, 403, 302, 403",
    "/signals/{signal}/promote,               302, 403, 403, 403, 403, 302, 403",
    "/signals/{signal}/dismiss,               302, 403, 403, 403, 403, 302, 403",
    "/people/new,                             403, 403, 403, 403, 403, 403, 302",
    "/people/{person},                        403, 403, 403, 403, 403, 403, 302",
    "/people/{person}/link,                   403, 403, 403, 403, 403, 403, 302",
    "/people/{person}/block,                  403, 403, 403, 403, 403, 403, 302",
    "/jobs/nightly/stop,                      403, 403, 403, 403, 403, 403, 302",
    "/jobs/nightly/again,                     403, 403, 403, 403, 403, 403, 302",
    "/jobs/nowhere/run,                       403, 403, 403, 403, 403, 403, 404",
    "/operation/mail,                         403, 403, 403, 403, 403, 403, 302",
    "/operation/messages,                     403, 403, 403, 403, 403, 403, 302",
    "/operation/backup,                       403, 403, 403, 403, 403, 403, 302",
    "/people/{person}/unblock,                403, 403, 403, 403, 403, 403, 302",
    "/people/{person}/second-factor,          403, 403, 403, 403, 403, 403, 302",
    "/people/999999/block,                    403, 403, 403, 403, 403, 403, 404",
    "/account/second-factor/confirm,          302, 302, 302, 302, 302, 302, 302",
    "/account/second-factor/codes,            302, 302, 302, 302, 302, 302, 302",
    "/account/second-factor/off,              302, 302, 302, 302, 302, 302, 302",
  })
  void eachFormIsForThoseWhoMayUseIt(
      String route,
      int dpo,
      int head,
      int lead,
      int governor,
      int board,
      int analyst,
      int operator) {
    Map<Role, Integer> expected =
        Map.of(
            Role.DPO, dpo,
            Role.HEAD, head,
            Role.DATA_LEAD, lead,
            Role.GOVERNOR, governor,
            Role.BOARD, board,
            Role.ANALYST, analyst,
            Role.OPERATOR, operator);
    expected.forEach(
        (role, status) ->
            assertThat(as(role).submit("/password", filled(route, ours), Map.of()).statusCode())
                .as("%s for %s", route, role)
                .isEqualTo(status));
    assertThat(as(Role.DPO).post(filled(route, ours), "").statusCode())
        .as("without its token")
        .isEqualTo(403);
    assertThat(
            as(Role.DPO)
                .submit("/password", "/incidents/" + theirs.incident + "/actions/new", Map.of())
                .statusCode())
        .as("another trust's incident")
        .isEqualTo(404);
  }

  @Test
  void whatPeopleWroteIsForTheDpoOnly() {
    String page = "/incidents/" + ours.incident;
    assertThat(as(Role.DPO).get(page).body())
        .contains("A letter for Quillon Farr lay on the bus", "the words lay on the bus");
    for (Role role : new Role[] {Role.HEAD, Role.DATA_LEAD}) {
      assertThat(as(role).get(page).body())
          .contains("RP-001", "4 May 2026", "is for the Data Protection Officer only")
          .doesNotContain("Quillon", "on the bus");
    }
    assertThat(as(Role.HEAD).get("/incidents").body())
        .contains("RP-001")
        .doesNotContain("AH-001", "Alder");
  }

  @Test
  void returnedRowsOutsideTheHomeAreNotHandedOut() throws Exception {
    Path outside = Files.writeString(home.resolveSibling("outside.csv"), "secret");
    try {
      long imported =
          database.inTransaction(
              () ->
                  database
                      .jdbc()
                      .sql(
                          """
                          insert into import_file (file_name, sha256, byte_count, status,
                              returns_file, as_of, started_at, policy)
                          values ('x', 'x', 1, 'refused', '../outside.csv', now(), now(), 'x')
                          returning import_id
                          """)
                      .query(Long.class)
                      .single());
      assertThat(as(Role.DPO).get("/imports/" + imported + "/returns").statusCode()).isEqualTo(404);
    } finally {
      Files.delete(outside);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs",
        "/imports",
        "/papers",
        "/alerts",
        "/signals",
        "/signals/{signal}",
        "/trends",
        "/password",
        "/nowhere"
      })
  void noPageHoldsScriptOrInlineStyle(String route) {
    assertThat(as(Role.DPO).get(filled(route, ours)).body())
        .contains("<html lang=\"en-GB\"")
        .doesNotContain("<script", "<style", "style=\"", "onclick", "javascript:");
  }

  @Test
  void aRoleWithoutPapersIsToldWhatBringsThem() {
    assertThat(as(Role.ANALYST).get("/papers").body())
        .contains("Alert: Lost in transit, Rowan Primary School")
        .doesNotContain("Governor report");
    assertThat(as(Role.OPERATOR).get("/papers").body()).contains("No paper is published for you");
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneWaits() {
    account("throttled", false);
    Browser browser = new Browser(port);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(Browser.path(browser.signIn("throttled", "wrong"))).isEqualTo("/sign-in?wrong");
    }

    assertThat(Browser.path(browser.signIn("Throttled", SampleRecord.PASSWORD)))
        .isEqualTo("/sign-in?wait");
    assertThat(browser.get("/sign-in?wait").body()).contains("Wait a few minutes and try again.");
    assertThat(Browser.path(browser.signIn("dpo", SampleRecord.PASSWORD))).isEqualTo("/");
  }

  @Test
  void aPasswordSetBySomebodyElseIsChangedFirst() {
    account("newcomer", true);
    Browser browser = new Browser(port);
    browser.signIn("newcomer", SampleRecord.PASSWORD);
    assertThat(Browser.path(browser.get("/"))).isEqualTo("/password");

    assertThat(change(browser, "wrong", "four quite odd words").body())
        .contains("The current password is not right");
    assertThat(change(browser, SampleRecord.PASSWORD, "short").body())
        .contains("Enter a password of at least 10 characters");
    assertThat(Browser.path(change(browser, SampleRecord.PASSWORD, "four quite odd words")))
        .isEqualTo("/sign-in?changed");
    assertThat(Browser.path(browser.signIn("newcomer", SampleRecord.PASSWORD)))
        .isEqualTo("/sign-in?wrong");
    browser.signIn("newcomer", "four quite odd words");
    assertThat(browser.get("/").statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> change(Browser browser, String current, String chosen) {
    return browser.submit(
        "/password", "/password", Map.of("current", current, "chosen", chosen, "again", chosen));
  }

  private static void account(String name, boolean mustChange) {
    application
        .getBean(AccountStore.class)
        .create(name, Role.DPO, null, name, SampleRecord.PASSWORD, mustChange);
  }

  private static Browser as(Role role) {
    return BROWSERS.computeIfAbsent(role, one -> Browser.signedIn(port, one.code()));
  }

  private static String filled(String route, SampleRecord record) {
    return route
        .replace("{signal}", Long.toString(record.signal))
        .replace("{school}", Integer.toString(record.school))
        .replace("{otherSchool}", Integer.toString(record.otherSchool))
        .replace("{incident}", Long.toString(record.incident))
        .replace("{otherIncident}", Long.toString(record.otherIncident))
        .replace("{person}", Long.toString(record.person))
        .replace("{run}", Long.toString(record.run))
        .replace("{import}", Long.toString(record.imported))
        .replace("{governors}", Long.toString(record.governors))
        .replace("{others}", Long.toString(record.otherGovernors))
        .replace("{board}", Long.toString(record.board))
        .replace("{working}", Long.toString(record.working))
        .replace("{pack}", Long.toString(record.pack))
        .replace("{alert}", Long.toString(record.alert));
  }
}
