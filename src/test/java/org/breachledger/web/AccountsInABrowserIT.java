package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breachledger.access.Role;
import org.breachledger.access.Totp;
import org.breachledger.access.store.AccountStore;
import org.breachledger.access.store.SecondFactors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Inviting, choosing a password, a second factor and a forgotten password, in a real browser on a
 * desk and on a phone; every page and error on the way meets WCAG 2.2 A and AA.
 */
class AccountsInABrowserIT extends InABrowser {

  private static final Pattern LINK = Pattern.compile("/choose-password/[A-Za-z0-9_-]{43}");
  private static final String CHOSEN = "four quite odd words";
  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  private static final int LOOKS = 50;

  @TempDir static Path home;

  @BeforeAll
  static void start() {
    MAIL.start();
    open(
        home,
        "--breachledger.smtp.host=127.0.0.1",
        "--breachledger.smtp.port=" + MAIL.getSmtp().getPort(),
        "--breachledger.smtp.starttls=false",
        "--breachledger.mail.from=log@example.org",
        "--breachledger.base.url=https://log.example.org");
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void anInvitedHeadChoosesAPasswordAndSignsIn(int width) throws Exception {
    String email = "head" + width + "@example.org";
    signIn("operator", SampleRecord.PASSWORD, width);
    chromium.open(root + "/people", width);
    look("people", width);
    chromium.open(root + "/people/new", width);
    look("person-new", width);
    chromium.submit("label", "Quillon Farr");
    look("person-new-wrong", width);
    chromium.submit("email", email, "role", "Head", "school", "Rowan Primary School");
    assertThat(chromium.text()).contains("The link is on its way by mail.", "Quillon Farr");
    look("person-invited", width);

    chromium.forget();
    chromium.open(root + newestLink(email), width);
    look("choose-password", width);
    chromium.submit("chosen", "short", "again", "short");
    look("choose-password-wrong", width);
    chromium.submit("chosen", CHOSEN, "again", CHOSEN);
    assertThat(chromium.text()).contains("Your password is set. Sign in with it.");
    look("sign-in-chosen", width);
    chromium.submit("name", email, "password", CHOSEN);
    assertThat(chromium.address()).isEqualTo(root + "/");
    chromium.open(root + newestLink(email), width);
    look("choose-password-used", width);
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void aSecondFactorIsSetUpAndAskedFor(int width) throws Exception {
    String name = "lead" + width;
    application
        .getBean(AccountStore.class)
        .create(name, Role.DPO, null, "Second DPO", SampleRecord.PASSWORD, false);
    signIn(name, SampleRecord.PASSWORD, width);
    chromium.open(root + "/account", width);
    look("account", width);
    chromium.open(root + FactorPages.PAGE, width);
    look("second-factor-off", width);
    chromium.click("main form button");
    look("second-factor-scan", width);
    byte[] secret = waiting(name);
    chromium.submit("code", "000 00");
    look("second-factor-wrong", width);
    chromium.submit("code", code(secret, 0));
    assertThat(chromium.text()).contains("Keep these recovery codes");
    look("second-factor-codes", width);
    chromium.open(root + FactorPages.PAGE, width);
    look("second-factor-on", width);

    chromium.forget();
    signIn(name, SampleRecord.PASSWORD, width);
    assertThat(chromium.address()).isEqualTo(root + "/sign-in/code");
    look("sign-in-code", width);
    chromium.submit("code", "000000");
    look("sign-in-code-wrong", width);
    chromium.submit("code", code(secret, 1));
    assertThat(chromium.address()).isEqualTo(root + "/");
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void aForgottenPasswordIsChosenAnew(int width) throws Exception {
    String name = "forgetful" + width;
    application
        .getBean(AccountStore.class)
        .create(name, Role.DPO, null, "Third DPO", SampleRecord.PASSWORD, false);
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql(
                    "update user_account set email = sign_in_name || '@example.org'"
                        + " where sign_in_name = ?")
                .param(name)
                .update());
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    look("sign-in", width);
    chromium.open(root + "/forgotten", width);
    look("forgotten", width);
    chromium.submit("email", "");
    look("forgotten-empty", width);
    chromium.submit("email", name + "@example.org");
    look("forgotten-sent", width);
    chromium.open(root + newestLink(name + "@example.org"), width);
    chromium.submit("chosen", CHOSEN, "again", CHOSEN);
    chromium.submit("name", name, "password", CHOSEN);
    assertThat(chromium.address()).isEqualTo(root + "/");
  }

  @Test
  void aFormWhoseSessionHasEndedIsNotLost() throws Exception {
    signIn("dpo", SampleRecord.PASSWORD, 500);
    chromium.open(root + "/alerts/1", 500);
    chromium.forget();
    chromium.submit("why", "The letter came back unopened.");
    assertThat(chromium.text()).contains("You were signed out", "The letter came back unopened.");
    look("ended", 500);
  }

  private static void signIn(String name, String password, int width) {
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", name, "password", password);
  }

  private static byte[] waiting(String name) {
    return application
        .getBean(SecondFactors.class)
        .waiting(application.getBean(AccountStore.class).find(name).orElseThrow())
        .orElseThrow();
  }

  private static String code(byte[] secret, int later) {
    return Totp.code(secret, Totp.step(Clock.systemUTC().instant()) + later);
  }

  /** The link of the newest mail to an address that brings one; other mails may come between. */
  private static String newestLink(String address) throws Exception {
    for (int look = 0; look < LOOKS; look++) {
      MimeMessage[] mails = MAIL.getReceivedMessages();
      for (int i = mails.length - 1; i >= 0; i--) {
        Matcher link = LINK.matcher(mails[i].getContent().toString());
        boolean here =
            mails[i].getRecipients(Message.RecipientType.TO)[0].toString().equals(address);
        if (here && link.find()) {
          return link.group();
        }
      }
      Thread.sleep(200);
    }
    throw new AssertionError("no mail with a link came to " + address);
  }
}
