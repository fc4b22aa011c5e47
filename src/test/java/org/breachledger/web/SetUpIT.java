package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.pipeline.setup.FirstStart;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** At the first start whoever holds the code sets the trust up, once, all of it or nothing. */
class SetUpIT {

  private static final String PASSWORD = "three odd words";

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static int other;
  private static int port;

  private String code = "";

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    other = database.found("Another trust");
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @BeforeEach
  void nobodyHasAnAccount() throws Exception {
    for (String table : List.of("user_account", "school_alias", "school")) {
      database.administrator().sql("delete from " + table).update();
    }
    database.administrator().sql("update trust set name = '', policy = 'category-levels'").update();
    Files.deleteIfExists(list());
    code = application.getBean(FirstStart.class).open().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/forgotten", "/schools", "/imports/new", "/nowhere"})
  void everyPageLeadsToTheSetUp(String route) {
    assertThat(Browser.path(new Browser(port).get(route))).isEqualTo("/set-up");
  }

  @Test
  void styleAndHealthAnswerMeanwhile() {
    assertThat(new Browser(port).get("/static/breachledger.css").statusCode()).isEqualTo(200);
    assertThat(new Browser(port).get("/actuator/health").body()).contains("UP");
  }

  @Test
  void thePageNamesEveryPolicyByItsOwnTitle() {
    assertThat(new Browser(port).get("/set-up").body())
        .contains(
            "Category Levels with Form A and Form B",
            "A trust whose major and critical incidents go to the DPO",
            "One Data Protection Officer for many schools",
            "A school whose Office Manager keeps the record",
            "A trust whose CEO oversees every investigation",
            "Severity: <span>minor, major, critical</span>.");
  }

  @Test
  void everythingChosenIsKeptAndThePageNeverOpensAgain() throws Exception {
    Browser browser = new Browser(port);
    int before = audited("set-up").size();
    Map<String, String> form = right();
    form.put("policy", "maintained-school");
    form.put("dpo", "me");

    assertThat(send(browser, form)).contains("Breachledger is set up", "It now starts again");
    assertThat(trust()).containsExactly("Heather Moor Trust/maintained-school");
    assertThat(accounts())
        .containsExactly(
            "dpo Ottoline Frith null true", "operator Ottoline Frith o@example.org false");
    assertThat(schools())
        .containsExactly("Alder High School null true", "Rowan Primary School 123456 true");
    assertThat(Files.readString(list()))
        .startsWith("# One row is one school of the trust")
        .endsWith(
            "name,urn,aliases,colour\nRowan Primary School,123456,Rowan;RPS,\n"
                + "Alder High School,,,\n");
    assertThat(audited("set-up")).hasSize(before + 1).containsOnly("operator trust");
    assertThat(added()).containsExactly("operator operator", "operator dpo");
    assertThat(Browser.path(browser.get("/set-up"))).isEqualTo("/sign-in");
    assertThat(Browser.path(browser.get("/"))).isEqualTo("/sign-in");
    assertThat(Browser.path(new Browser(port).signIn("o@example.org", PASSWORD))).isEqualTo("/");
    assertThat(Browser.path(new Browser(port).signIn("operator", PASSWORD))).isEqualTo("/");
    assertThat(application.getBean(FirstStart.class).open()).as("second start").isEmpty();
  }

  @Test
  void thePolicyInForceNeedsNoOtherStartAndAnEmptyListIsOne() throws Exception {
    Map<String, String> form = right();
    form.put("schools", "");

    assertThat(send(new Browser(port), form))
        .contains("Breachledger is set up")
        .doesNotContain("starts again", "second account");
    assertThat(accounts()).containsExactly("operator Ottoline Frith o@example.org false");
    assertThat(Files.readString(list())).endsWith("name,urn,aliases,colour\n");
  }

  @Test
  void anotherTrustIsNotTouched() {
    assertThat(send(new Browser(port), right())).contains("Breachledger is set up");

    assertThat(
            database
                .administrator()
                .sql("select name || '/' || policy from trust where trust_id = ?")
                .param(other)
                .query(String.class)
                .single())
        .isEqualTo("/category-levels");
    assertThat(
            database
                .administrator()
                .sql(
                    "select (select count(*) from user_account where trust_id = t.trust_id)"
                        + " + (select count(*) from school where trust_id = t.trust_id)"
                        + " from trust t where trust_id = ?")
                .param(other)
                .query(Integer.class)
                .single())
        .isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          trust   | ''             | Enter the name of the trust or school
          policy  | none-such      | Choose the policy the trust works by
          label   | ''             | Enter your name
          email   | nobody         | Enter a mail address such as
          dpo     | ''             | Choose who the Data Protection Officer is
          chosen  | short          | Enter a password of at least 10 characters
          chosen  | operator12     | Enter a password that is not made from the sign-in name
          again   | three odd word | The password was not repeated as it was
          """)
  void anEntryThatCannotBeUsedIsNamedAndNothingIsKept(String field, String typed, String said) {
    Map<String, String> form = right();
    form.put(field, typed);
    if (field.equals("chosen")) {
      form.put("again", typed);
    }
    String page = send(new Browser(port), form);

    assertThat(page)
        .contains("<title>Error: Set up Breachledger", "href=\"#" + field + "\">" + said)
        .contains("Rowan Primary School, 123456")
        .doesNotContain(PASSWORD);
    nothingIsKept();
  }

  @Test
  void everyWrongLineOfTheSchoolsIsToldByItsNumber() {
    Map<String, String> form = right();
    form.put("schools", "Rowan School, 12\n\n, 13\nElm School, twelve\nElm; School\nRowan school");

    assertThat(send(new Browser(port), form))
        .contains("Schools, line 3: there is no name")
        .contains("Schools, line 4: &quot;twelve&quot; is no number of a school")
        .contains("Schools, line 5: a name has letters or figures in it, and no semicolon")
        .contains("Schools, line 6: &quot;Rowan school&quot; stands twice")
        .doesNotContain("Schools, line 1:", "Schools, line 2:")
        .contains("Elm; School");
    nothingIsKept();
  }

  @Test
  void withoutTheRightCodeNothingElseIsLookedAt() {
    Map<String, String> form = right();
    form.put("code", "AAAA-BBBB-CCCC-DDDD");
    form.put("email", "nobody");

    assertThat(send(new Browser(port), form))
        .contains("The code is not right")
        .doesNotContain("Enter a mail address");
    nothingIsKept();
  }

  @Test
  void theCodeMayBeTypedInSmallLettersWithoutHyphens() {
    Map<String, String> form = right();
    form.put("code", " " + code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

    assertThat(send(new Browser(port), form)).contains("Breachledger is set up");
  }

  @Test
  void afterFiveWrongCodesEvenTheRightOneWaits() {
    Browser browser = new Browser(port);
    Map<String, String> form = right();
    for (int i = 0; i < 5; i++) {
      form.put("code", "wrong " + i);
      assertThat(from("203.0.113.9", browser, form)).contains("The code is not right");
    }
    form.put("code", code);
    assertThat(from("203.0.113.9", browser, form)).contains("There were too many wrong codes");
    assertThat(from("203.0.113.10", browser, form)).isEmpty();
    assertThat(accounts()).hasSize(1);
  }

  @Test
  void ofTwoWhoFinishAtOnceOneWinsAndTheOtherIsTold() throws Exception {
    List<Callable<String>> both = new ArrayList<>();
    for (String name : List.of("Ottoline Frith", "Peregrine Marl")) {
      Browser browser = new Browser(port);
      Map<String, String> form = right();
      form.put("label", name);
      String token = browser.token("/set-up");
      both.add(
          () -> {
            browser.post("/set-up", body(form) + "&_csrf=" + token);
            return browser.get("/set-up").body();
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(2);
    List<String> pages = new ArrayList<>();
    for (Future<String> page : pool.invokeAll(both)) {
      pages.add(page.get());
    }
    pool.shutdown();

    assertThat(pages).filteredOn(page -> page.contains("Breachledger is set up")).hasSize(1);
    assertThat(pages).filteredOn(page -> page.contains("Somebody else was first")).hasSize(1);
    assertThat(accounts()).hasSize(1);
  }

  @Test
  void aFormSentAfterTheTrustIsSetUpIsRefused() {
    Browser late = new Browser(port);
    String token = late.token("/set-up");
    send(new Browser(port), right());
    Map<String, String> form = right();
    form.put("label", "Peregrine Marl");
    late.post("/set-up", body(form) + "&_csrf=" + token);

    assertThat(late.get("/set-up").body()).contains("Somebody else was first");
    assertThat(accounts()).containsExactly("operator Ottoline Frith o@example.org false");
  }

  @Test
  void aFormTooLargeIsNotRead() {
    Browser browser = new Browser(port);
    Map<String, String> form = right();
    form.put("schools", "x".repeat(600_000));
    HttpResponse<String> answer =
        browser.post("/set-up", body(form) + "&_csrf=" + browser.token("/set-up"));

    assertThat(Browser.path(answer)).isEqualTo("/set-up?large");
    assertThat(browser.get("/set-up?large").body()).contains("The file is too large");
    nothingIsKept();
  }

  @Test
  void withoutACodeTheSignInIsThePage() {
    application.getBean(AccountStore.class).create("dpo", Role.DPO, PASSWORD);

    assertThat(Browser.path(new Browser(port).get("/"))).isEqualTo("/sign-in");
    assertThat(Browser.path(new Browser(port).get("/set-up"))).isEqualTo("/sign-in");
  }

  private Map<String, String> right() {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("code", code);
    form.put("trust", "Heather Moor Trust");
    form.put("policy", "category-levels");
    form.put("schools", "Rowan Primary School, 123456, Rowan; RPS\nAlder High School");
    form.put("label", "Ottoline Frith");
    form.put("email", "O@example.org");
    form.put("chosen", PASSWORD);
    form.put("again", PASSWORD);
    form.put("dpo", "other");
    return form;
  }

  /** The page after what was sent. */
  private static String send(Browser browser, Map<String, String> form) {
    HttpResponse<String> answer = browser.submit("/set-up", "/set-up", form);
    return answer.statusCode() == 302 ? browser.get(Browser.path(answer)).body() : answer.body();
  }

  private static String from(String address, Browser browser, Map<String, String> form) {
    String token = browser.token("/set-up");
    return browser
        .post("/set-up", body(form) + "&_csrf=" + token, "X-Forwarded-For", address)
        .body();
  }

  private static String body(Map<String, String> form) {
    StringBuilder body = new StringBuilder("x=");
    form.forEach(
        (name, value) ->
            body.append('&')
                .append(name)
                .append('=')
                .append(
                    java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8)));
    return body.toString();
  }

  private void nothingIsKept() {
    assertThat(accounts()).isEmpty();
    assertThat(schools()).isEmpty();
    assertThat(list()).doesNotExist();
    assertThat(trust()).containsExactly("/category-levels");
    assertThat(application.getBean(FirstStart.class).waits()).isTrue();
  }

  private static Path list() {
    return home.resolve("jobs/intake/schools.csv");
  }

  private static List<String> trust() {
    return rows("select name || '/' || policy from trust where trust_id = current_trust()");
  }

  private static List<String> accounts() {
    return rows(
        "select concat_ws(' ', sign_in_name, label, coalesce(email, 'null'),"
            + " must_change::text) from user_account order by 1");
  }

  private static List<String> schools() {
    return rows(
        "select concat_ws(' ', name, coalesce(urn, 'null'), confirmed::text) from school order by"
            + " 1");
  }

  private static List<String> audited(String action) {
    return rows("select who || ' ' || subject from audit_entry where action = '" + action + "'");
  }

  /** Who added the accounts there are, and with which role. */
  private static List<String> added() {
    return rows(
        "select e.who || ' ' || (e.details::json ->> 'role') from audit_entry e"
            + " join user_account a on e.subject = 'account ' || a.user_id"
            + " where e.action = 'add-account' order by e.seq");
  }

  private static List<String> rows(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(String.class).list());
  }
}
