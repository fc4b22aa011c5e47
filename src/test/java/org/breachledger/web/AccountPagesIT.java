package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.access.Role;
import org.breachledger.access.Totp;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.SecondFactors;
import org.breachledger.record.AuditTrail;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Second factors, invitations and forgotten passwords, on a real server and a real mail server. */
class AccountPagesIT {

  private static final String CHOSEN = "four quite odd words";
  private static final Pattern MARK = Pattern.compile("name=\"mark\" value=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile("https://log\\.example\\.org(/choose-password/[A-Za-z0-9_-]{43})");

  @TempDir static Path home;

  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private static TestDatabase database;
  private static SampleRecord record;
  private static ConfigurableApplicationContext application;
  private static int port;

  @BeforeAll
  static void start() {
    MAIL.start();
    database = TestDatabase.fresh();
    record = new SampleRecord(database);
    record.accounts();
    application =
        PagesApplication.start(
            database,
            home.toString(),
            0,
            "--breachledger.smtp.host=127.0.0.1",
            "--breachledger.smtp.port=" + MAIL.getSmtp().getPort(),
            "--breachledger.smtp.starttls=false",
            "--breachledger.mail.from=log@example.org",
            "--breachledger.base.url=https://log.example.org/",
            "--breachledger.second.factor.required=board");
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
  }

  @BeforeEach
  void emptyPostbox() throws Exception {
    MAIL.purgeEmailFromAllMailboxes();
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
    MAIL.stop();
  }

  @Test
  void aSecondFactorIsSetUpAskedForAndSwitchedOff() {
    Browser browser = fresh("ada");
    assertThat(browser.get("/account").body()).contains("Set up a second factor");
    browser.submit(FactorPages.PAGE, FactorPages.PAGE + "/begin", Map.of());
    byte[] secret = waiting("ada");
    String page = browser.get(FactorPages.PAGE).body();
    assertThat(page)
        .contains("<svg", "otpauth://totp/Breachledger:ada?secret=")
        .contains("issuer=Breachledger&amp;algorithm=SHA1&amp;digits=6&amp;period=30")
        .containsPattern("<code>([A-Z2-7]{4} ){7}[A-Z2-7]{4}</code>");

    assertThat(confirm(browser, "000000")).contains("The code is not right, or was used already");
    String used = code(secret, 0);
    String shown = confirm(browser, used);
    assertThat(shown).contains("Keep these recovery codes");
    List<String> codes = codes(shown);
    assertThat(codes).hasSize(10);
    assertThat(browser.get(FactorPages.PAGE).body())
        .as("they are shown once")
        .contains("10 recovery codes are left.")
        .doesNotContain(codes.get(0))
        .doesNotContain("otpauth");

    Browser other = new Browser(port);
    assertThat(Browser.path(other.signIn("ada", SampleRecord.PASSWORD))).isEqualTo("/sign-in/code");
    assertThat(Browser.path(other.get("/")))
        .as("the password alone opens nothing")
        .startsWith("/sign-in");
    assertThat(Browser.path(code(other, "code", used))).isEqualTo("/sign-in/code?wrong");
    assertThat(other.get("/sign-in/code?wrong").body())
        .contains("The code is not right, or was used");
    String before = other.session();
    assertThat(Browser.path(code(other, "code", code(secret, 1))))
        .as("the page that was asked for")
        .isEqualTo("/?continue");
    assertThat(other.session()).as("a session of a new number").isNotEqualTo(before);
    assertThat(other.get("/").statusCode()).isEqualTo(200);

    Browser third = new Browser(port);
    third.signIn("ada", SampleRecord.PASSWORD);
    assertThat(Browser.path(code(third, "code", code(secret, 1))))
        .as("a used code")
        .isEqualTo("/sign-in/code?wrong");
    assertThat(Browser.path(code(third, "recovery", codes.get(0)))).isEqualTo("/");

    third.submit(
        FactorPages.PAGE,
        FactorPages.PAGE + "/off",
        Map.of("password", "wrong", "code", codes.get(1)));
    assertThat(third.get(FactorPages.PAGE).body())
        .contains("The password or the code is not right");
    third.submit(
        FactorPages.PAGE,
        FactorPages.PAGE + "/off",
        Map.of("password", SampleRecord.PASSWORD, "code", codes.get(1)));
    assertThat(third.get(FactorPages.PAGE).body()).contains("The second factor is switched off.");
    assertThat(Browser.path(new Browser(port).signIn("ada", SampleRecord.PASSWORD))).isEqualTo("/");
    assertThat(said("account " + number("ada")))
        .containsSubsequence(
            "ada sign-in",
            "ada second-factor-on",
            "breachledger refuse-sign-in",
            "ada sign-in",
            "breachledger refuse-sign-in",
            "ada recovery-code",
            "ada sign-in",
            "ada second-factor-off");
  }

  @Test
  void afterFiveWrongCodesEvenTheRightOneWaits() {
    Browser setUp = fresh("eve");
    byte[] secret = on(setUp, "eve");
    Browser browser = new Browser(port);
    browser.signIn("eve", SampleRecord.PASSWORD);
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(Browser.path(code(browser, "code", "1"))).isEqualTo("/sign-in/code?wrong");
    }
    assertThat(Browser.path(code(browser, "code", code(secret, 1))))
        .isEqualTo("/sign-in/code?wait");

    Browser elsewhere = new Browser(port);
    elsewhere.signIn("eve", SampleRecord.PASSWORD);
    assertThat(Browser.path(code(elsewhere, "recovery", "x"))).isEqualTo("/sign-in/code?wait");
    assertThat(elsewhere.get("/sign-in/code?wait").body()).contains("too many wrong codes");
  }

  @Test
  void signsBeforeANameMakeItNoOtherName() {
    fresh("sly");
    for (String sign : List.of("\u0001", "\u0002", "\u001f", "\0", " ")) {
      assertThat(Browser.path(new Browser(port).signIn(sign + "sly", "a guess")))
          .isEqualTo("/sign-in?wrong");
    }

    assertThat(Browser.path(new Browser(port).signIn("sly", SampleRecord.PASSWORD)))
        .isEqualTo("/sign-in?wait");
    assertThat(
            Browser.path(
                new Browser(port)
                    .submit(
                        "/sign-in",
                        "/sign%2Din",
                        Map.of("name", "sly", "password", SampleRecord.PASSWORD))))
        .as("the same address, written otherwise")
        .isEqualTo("/sign-in?wait");
    assertThat(Browser.path(new Browser(port).signIn("s\0ly", "a guess")))
        .isEqualTo("/sign-in?wrong");
    assertThat(said("account " + number("sly")))
        .filteredOn("breachledger refuse-sign-in"::equals)
        .hasSize(5);
  }

  @Test
  void guessingAtAnUnlockedScreenWaitsAndIsOnRecord() {
    Browser browser = fresh("away");
    for (int attempt = 1; attempt <= 5; attempt++) {
      assertThat(newPassword(browser, "guess " + attempt).body())
          .contains("The current password is not right");
    }

    assertThat(newPassword(browser, SampleRecord.PASSWORD).body())
        .contains("There were too many wrong passwords");
    assertThat(said("account " + number("away")))
        .filteredOn("breachledger refuse-sign-in"::equals)
        .hasSize(5);
    assertThat(Browser.path(new Browser(port).signIn("away", SampleRecord.PASSWORD)))
        .as("the old password still stands")
        .isEqualTo("/");
  }

  @Test
  void linksEndWithTheAddressTheyWereSentToAndWithThePassword() throws Exception {
    withAddress("mistyped", "stranger@example.org");
    Browser stranger = new Browser(port);
    forgotten(stranger, "stranger@example.org");
    assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
    String first = link(onlyMail());
    Browser operator = Browser.signedIn(port, "operator");
    String page = "/people/" + number("mistyped");
    change(
        operator,
        page,
        Map.of("label", "M", "email", "stranger@example.org", "role", "dpo", "school", ""));
    assertThat(stranger.get(first).body())
        .as("the address is the same")
        .contains("Choose your password");
    change(
        operator,
        page,
        Map.of("label", "M", "email", "right@example.org", "role", "dpo", "school", ""));
    assertThat(stranger.get(first).body()).contains("This link does not work any more");

    assertThat(MAIL.waitForIncomingEmail(10_000, 2)).isTrue();
    MAIL.purgeEmailFromAllMailboxes();
    forgotten(stranger, "right@example.org");
    assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
    String second = link(onlyMail());
    Browser owner = Browser.signedIn(port, "mistyped");
    newPassword(owner, SampleRecord.PASSWORD);
    assertThat(stranger.get(second).body()).contains("This link does not work any more");
  }

  private static HttpResponse<String> newPassword(Browser browser, String current) {
    return browser.submit(
        "/password", "/password", Map.of("current", current, "chosen", CHOSEN, "again", CHOSEN));
  }

  @Test
  void aCodeNeedsItsPasswordFirst() {
    Browser browser = new Browser(port);

    assertThat(Browser.path(browser.get("/sign-in/code"))).isEqualTo("/sign-in?again");
    assertThat(Browser.path(browser.submit("/sign-in", "/sign-in/code", Map.of("code", "123456"))))
        .isEqualTo("/sign-in?again");
  }

  @Test
  void aRoleThatNeedsASecondFactorSetsItUpBeforeAnythingElse() {
    Browser board = new Browser(port);
    board.signIn("board", SampleRecord.PASSWORD);

    assertThat(Browser.path(board.get("/"))).isEqualTo(FactorPages.PAGE);
    assertThat(board.get(FactorPages.PAGE).body()).contains("Your role needs a second factor");
    on(board, "board");
    assertThat(board.get("/").statusCode()).isEqualTo(200);
  }

  @Test
  void anInvitationBringsALinkByWhichAPasswordIsChosenOnce() throws Exception {
    Browser operator = Browser.signedIn(port, "operator");
    HttpResponse<String> answer =
        operator.submit("/people/new", "/people/new", person("head@example.org", "head"));
    String page = Browser.path(answer);
    assertThat(page).matches("/people/\\d+");
    assertThat(operator.get(page).body())
        .contains("The link is on its way by mail.", "invited", "Quillon Farr")
        .doesNotContain("/choose-password/");
    MimeMessage mail = onlyMail();
    assertThat(mail.getRecipients(Message.RecipientType.TO)[0]).hasToString("head@example.org");
    assertThat(mail.getSubject()).isEqualTo("Your account in Breachledger");
    assertThat(mail.getContent().toString()).doesNotContain("Quillon");
    String link = link(mail);

    Browser head = new Browser(port);
    assertThat(head.get(link).body()).contains("Choose your password");
    assertThat(head.get(link).body())
        .as("looking uses nothing up")
        .contains("Choose your password");
    assertThat(choose(head, link, "short", "short").body()).contains("at least 10 characters");
    assertThat(choose(head, link, CHOSEN, "other").body()).contains("was not repeated as it was");
    assertThat(Browser.path(choose(head, link, CHOSEN, CHOSEN))).isEqualTo("/sign-in?chosen");
    assertThat(head.get(link).body()).contains("This link does not work any more");
    assertThat(choose(head, "/sign-in", link, CHOSEN, CHOSEN).body())
        .contains("This link does not work any more");
    assertThat(Browser.path(head.signIn("Head@example.org", CHOSEN))).isEqualTo("/");
    assertThat(head.get("/incidents").body()).contains("RP-001").doesNotContain("AH-001");
    assertThat(operator.get("/people").body()).contains("head@example.org", "Rowan Primary School");
    long id = Long.parseLong(page.substring("/people/".length()));
    assertThat(said("account " + id))
        .containsExactly(
            "operator add-account",
            "operator invite",
            "user-" + id + " choose-password",
            "user-" + id + " sign-in");
    assertThat(lastOf(2)).contains("its password was changed, on ");
  }

  @ParameterizedTest
  @CsvSource({
    "label, '', head@example.net, head, 1, Enter the name",
    "email, Q, '', head, 1, Enter a mail address such as head@example.org",
    "email, Q, nobody, head, 1, Enter a mail address such as head@example.org",
    "role, Q, head@example.net, '', '', Choose a role",
    "role, Q, head@example.net, king, '', Choose a role",
    "school, Q, head@example.net, head, '', Choose the school this role is about",
    "school, Q, head@example.net, governor, 999999, Choose the school this role is about",
    "school, Q, head@example.net, board, 1, Choose no school",
  })
  void anInvitationThatCannotBeSentSaysWhyAndLosesNothing(
      String field, String name, String email, String role, String school, String sentence) {
    Browser operator = Browser.signedIn(port, "operator");
    Map<String, String> typed =
        Map.of("label", name, "email", email, "role", role, "school", school);

    assertThat(Browser.path(operator.submit("/people/new", "/people/new", typed)))
        .isEqualTo("/people/new");
    assertThat(operator.get("/people/new").body())
        .contains(sentence, "href=\"#" + field + "\"", "value=\"" + name + "\"")
        .contains("value=\"" + email + "\"");
  }

  @Test
  void anAddressIsInvitedOnce() {
    Browser operator = Browser.signedIn(port, "operator");
    operator.submit("/people/new", "/people/new", person("twice@example.org", "head"));
    operator.submit("/people/new", "/people/new", person("TWICE@example.org", "head"));

    assertThat(operator.get("/people/new").body())
        .contains("Another account has this mail address");
  }

  @Test
  void aForgottenPasswordIsAnsweredAlikeWhetherOrNotThereIsAnAccount() throws Exception {
    withAddress("forgetful", "forgetful@example.org");
    Browser browser = new Browser(port);
    HttpResponse<String> known = forgotten(browser, "Forgetful@example.org");
    HttpResponse<String> unknown = forgotten(browser, "nobody@example.org");

    assertThat(Browser.path(known)).isEqualTo("/forgotten?sent");
    assertThat(Browser.path(unknown)).isEqualTo("/forgotten?sent");
    assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
    String link = link(onlyMail());
    Browser signedIn = new Browser(port);
    signedIn.signIn("forgetful", SampleRecord.PASSWORD);
    assertThat(signedIn.get("/").statusCode()).isEqualTo(200);

    assertThat(Browser.path(choose(browser, link, CHOSEN, CHOSEN))).isEqualTo("/sign-in?chosen");
    assertThat(Browser.path(signedIn.get("/"))).as("other sessions end").isEqualTo("/sign-in?over");
    assertThat(Browser.path(new Browser(port).signIn("forgetful", SampleRecord.PASSWORD)))
        .isEqualTo("/sign-in?wrong");
    assertThat(Browser.path(new Browser(port).signIn("forgetful", CHOSEN))).isEqualTo("/");
    assertThat(lastOf(2)).contains("its password was changed, on ");
  }

  @Test
  void anOwnerIsToldWhatWasChangedAtTheAddressOfBefore() throws Exception {
    withAddress("owner", "owner@example.org");
    Browser owner = Browser.signedIn(port, "owner");
    on(owner, "owner");
    assertThat(lastOf(1))
        .contains("a second factor was switched on, on ")
        .contains("If\nnot, tell your operator at once")
        .doesNotContain("owner@", "Owner");
    String page = "/people/" + number("owner");
    Browser operator = Browser.signedIn(port, "operator");
    operator.submit(page, page + "/second-factor", Map.of());
    assertThat(lastOf(2)).contains("an operator reset its second factor");
    change(
        operator,
        page,
        Map.of("label", "owner", "email", "thief@example.org", "role", "dpo", "school", ""));
    assertThat(lastOf(3)).contains("an operator changed its mail address");
    change(
        operator,
        page,
        Map.of("label", "Owen", "email", "thief@example.org", "role", "analyst", "school", ""));
    assertThat(lastOf(4)).contains("an operator changed its role or school");
    assertThat(
            Arrays.stream(MAIL.getReceivedMessages())
                .map(mail -> String.valueOf(recipient(mail)))
                .toList())
        .containsExactly(
            "owner@example.org", "owner@example.org", "owner@example.org", "thief@example.org");
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getRecipients(Message.RecipientType.TO)[0].toString();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the newest of so many mails says. */
  private static String lastOf(int mails) throws Exception {
    assertThat(MAIL.waitForIncomingEmail(10_000, mails)).isTrue();
    assertThat(MAIL.getReceivedMessages()).hasSize(mails);
    return MAIL.getReceivedMessages()[mails - 1].getContent().toString().replace("\r", "");
  }

  @Test
  void linksAreNotMailedOverAndOver() throws Exception {
    withAddress("often", "often@example.org");
    Browser browser = new Browser(port);
    for (int time = 1; time <= 5; time++) {
      assertThat(Browser.path(forgotten(browser, "often@example.org")))
          .isEqualTo("/forgotten?sent");
    }
    assertThat(Browser.path(forgotten(browser, "often@example.org"))).isEqualTo("/forgotten?wait");
    withAddress("after", "after@example.org");
    forgotten(browser, "after@example.org");
    assertThat(MAIL.waitForIncomingEmail(10_000, 2)).isTrue();
    assertThat(MAIL.getReceivedMessages()).hasSize(2);
  }

  @Test
  void anOperatorHelpsBackInAndEveryStepIsOnRecord() throws Exception {
    Browser stuck = fresh("stuck");
    on(stuck, "stuck");
    long id = number("stuck");
    String page = "/people/" + id;
    Browser operator = Browser.signedIn(port, "operator");
    assertThat(operator.get(page).body()).contains("Reset the second factor", "Block the account");

    operator.submit(page, page + "/second-factor", Map.of());
    assertThat(operator.get(page).body()).contains("The second factor is reset");
    operator.submit(page, page + "/link", Map.of());
    String shown = operator.get(page).body();
    assertThat(shown).contains("No mail address is known for this account.", "Shown this once");
    Matcher link = LINK.matcher(shown);
    assertThat(link.find()).isTrue();
    assertThat(operator.get(page).body()).as("once").doesNotContain("/choose-password/");
    assertThat(Browser.path(choose(new Browser(port), link.group(1), CHOSEN, CHOSEN)))
        .isEqualTo("/sign-in?chosen");
    assertThat(Browser.path(stuck.get("/"))).isEqualTo("/sign-in?over");

    Browser again = new Browser(port);
    again.signIn("stuck", CHOSEN);
    operator.submit(page, page + "/block", Map.of());
    assertThat(Browser.path(again.get("/"))).isEqualTo("/sign-in?over");
    assertThat(Browser.path(new Browser(port).signIn("stuck", CHOSEN))).isEqualTo("/sign-in?wrong");
    operator.submit(page, page + "/link", Map.of());
    assertThat(operator.get(page).body()).contains("The account is blocked: open it again first");
    operator.submit(page, page + "/unblock", Map.of());
    change(operator, page, Map.of("label", "Stuck", "email", "", "role", "analyst", "school", ""));
    assertThat(operator.get(page).body())
        .contains("The account is changed.", "ICT security analyst");
    assertThat(said("account " + id))
        .containsSubsequence(
            "operator second-factor-reset",
            "operator reset-link",
            "stuck choose-password",
            "operator block",
            "breachledger refuse-sign-in",
            "operator unblock",
            "operator change-role");
  }

  @Test
  void whatAnotherOperatorChangedMeanwhileIsNotWrittenOver() {
    fresh("twoways");
    String page = "/people/" + number("twoways");
    Browser first = Browser.signedIn(port, "operator");
    String seen = mark(first, page);
    change(first, page, Map.of("label", "T", "email", "", "role", "board", "school", ""));
    String changed = mark(first, page);
    assertThat(changed).isNotEqualTo(seen);

    first.submit(
        page,
        page,
        Map.of("mark", seen, "label", "Tess", "email", "", "role", "dpo", "school", ""));

    assertThat(first.get(page).body())
        .contains("Somebody changed this account meanwhile.")
        .doesNotContain("Tess");
    assertThat(mark(first, page)).isEqualTo(changed);
  }

  /** Sends the form on a person's page as it stands there, filled in so. */
  private static void change(Browser operator, String page, Map<String, String> typed) {
    Map<String, String> all = new HashMap<>(typed);
    all.put("mark", mark(operator, page));
    operator.submit(page, page, all);
  }

  private static String mark(Browser operator, String page) {
    Matcher mark = MARK.matcher(operator.get(page).body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  @Test
  void nobodyBlocksOrDemotesThemselves() {
    Browser operator = Browser.signedIn(port, "operator");
    String page = "/people/" + number("operator");

    assertThat(operator.get(page).body()).doesNotContain("Block the account");
    operator.submit(page, page + "/block", Map.of());
    assertThat(operator.get(page).body()).contains("Another operator must block your own account");
    change(operator, page, Map.of("label", "Op", "email", "", "role", "dpo", "school", ""));
    assertThat(operator.get(page).body()).contains("Another operator must change your own role");
  }

  @Test
  void whatWasTypedWhenASessionEndedStandsOnThePage() {
    String cookie = "breachledger-session=0123456789ABCDEF0123456789ABCDEF";
    String body = "why=The+letter+came+back+%3Cb%3E&password=a+secret&_csrf=x";
    String page = "/incidents/" + record.incident + "/close";
    HttpResponse<String> own =
        new Browser(port).post(page, body, "Cookie", cookie, "Origin", "http://localhost:" + port);
    HttpResponse<String> foreign =
        new Browser(port).post(page, body, "Cookie", cookie, "Origin", "https://example.com");

    assertThat(own.statusCode()).isEqualTo(403);
    assertThat(own.body())
        .contains("You were signed out", "Nothing of what you sent was saved", "<dt>Why</dt>")
        .contains("The letter came back &lt;b&gt;")
        .doesNotContain("a secret");
    assertThat(foreign.body()).contains("You were signed out").doesNotContain("came back");
  }

  @Test
  void aBlockedAccountsFormIsAnsweredLikeThat() {
    Browser browser = fresh("leaver");
    String token = browser.token("/password");
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update user_account set disabled = true where sign_in_name = 'leaver'")
                .update());
    HttpResponse<String> answer =
        browser.post(
            "/incidents/" + record.incident + "/decision",
            "lesson=Lock+the+bag&_csrf=" + token,
            "Origin",
            "http://localhost:" + port);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("You were signed out", "Lock the bag");
    assertThat(Browser.path(browser.get("/"))).startsWith("/sign-in");
  }

  @Test
  void aSignInGetsASessionOfANewNumberAndASignOutLeavesNone() {
    Browser browser = new Browser(port);
    browser.get("/sign-in");
    String before = browser.session();
    browser.signIn("dpo", SampleRecord.PASSWORD);

    assertThat(browser.session()).isNotEqualTo(before);
    browser.submit("/password", "/sign-out", Map.of());
    assertThat(Browser.path(browser.get("/"))).isEqualTo("/sign-in");
  }

  @Test
  void noMailAddressIsInTheAuditTrail() {
    Browser operator = Browser.signedIn(port, "operator");
    operator.submit("/people/new", "/people/new", person("trail@example.org", "governor"));
    forgotten(new Browser(port), "trail@example.org");
    new Browser(port).signIn("trail@example.org", "wrong password");

    List<String> all = new ArrayList<>();
    application.getBean(AuditTrail.class).each(entry -> all.add(entry.toString()));
    assertThat(all).isNotEmpty().noneMatch(line -> line.contains("@") || line.contains("Quillon"));
    assertThat(application.getBean(AuditTrail.class).verify().whole()).isTrue();
  }

  private static Map<String, String> person(String email, String role) {
    return Map.of(
        "label", "Quillon Farr", "email", email, "role", role, "school", "" + record.school);
  }

  private static Browser fresh(String name) {
    application
        .getBean(AccountStore.class)
        .create(name, Role.DPO, null, name, SampleRecord.PASSWORD, false);
    return Browser.signedIn(port, name);
  }

  private static void withAddress(String name, String email) {
    fresh(name);
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update user_account set email = ? where sign_in_name = ?")
                .params(email, name)
                .update());
  }

  private static byte[] on(Browser browser, String name) {
    browser.submit(FactorPages.PAGE, FactorPages.PAGE + "/begin", Map.of());
    byte[] secret = waiting(name);
    assertThat(confirm(browser, code(secret, 0))).contains("Keep these recovery codes");
    return secret;
  }

  private static String confirm(Browser browser, String code) {
    browser.submit(FactorPages.PAGE, FactorPages.PAGE + "/confirm", Map.of("code", code));
    return browser.get(FactorPages.PAGE).body();
  }

  private static HttpResponse<String> code(Browser browser, String field, String code) {
    return browser.submit("/sign-in/code", "/sign-in/code", Map.of(field, code));
  }

  private static HttpResponse<String> choose(Browser browser, String link, String one, String two) {
    return choose(browser, link, link, one, two);
  }

  private static HttpResponse<String> choose(
      Browser browser, String form, String link, String one, String two) {
    return browser.submit(form, link, Map.of("chosen", one, "again", two));
  }

  private static HttpResponse<String> forgotten(Browser browser, String email) {
    return browser.submit("/forgotten", "/forgotten", Map.of("email", email));
  }

  private static byte[] waiting(String name) {
    return application
        .getBean(SecondFactors.class)
        .waiting(application.getBean(AccountStore.class).find(name).orElseThrow())
        .orElseThrow();
  }

  private static long number(String name) {
    return application.getBean(AccountStore.class).find(name).orElseThrow().userId();
  }

  private static String code(byte[] secret, int later) {
    return Totp.code(secret, Totp.step(Clock.systemUTC().instant()) + later);
  }

  private static List<String> codes(String page) {
    return Pattern.compile("<code>([A-Z2-7-]{19})</code>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static MimeMessage onlyMail() {
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    return MAIL.getReceivedMessages()[0];
  }

  private static String link(MimeMessage mail) throws Exception {
    Matcher link = LINK.matcher(mail.getContent().toString());
    assertThat(link.find()).isTrue();
    return link.group(1);
  }

  private static List<String> said(String subject) {
    List<String> said = new ArrayList<>();
    application
        .getBean(AuditTrail.class)
        .each(
            entry -> {
              if (entry.subject().equals(subject)) {
                said.add(entry.who() + " " + entry.action());
              }
            });
    return said;
  }
}
