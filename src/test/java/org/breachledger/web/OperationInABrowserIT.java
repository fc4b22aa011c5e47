package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator's main path in a real browser, on a desk and on a phone. */
class OperationInABrowserIT extends InABrowser {

  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    MAIL.start();
    Files.createDirectories(home.resolve("inbox"));
    open(
        home,
        "--breachledger.smtp.host=127.0.0.1",
        "--breachledger.smtp.port=" + MAIL.getSmtp().getPort(),
        "--breachledger.smtp.starttls=false",
        "--breachledger.mail.from=log@example.org");
  }

  @AfterAll
  static void stop() {
    MAIL.stop();
  }

  /**
   * Start a job, start it again, see it work, find its end; then the mail test, wrong and right.
   */
  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void fromTheJobToTheTestMail(int width) throws Exception {
    address(null);
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", "operator", "password", SampleRecord.PASSWORD);

    try (Connection busy = database.dataSource().getConnection()) {
      busy.createStatement()
          .execute(
              "select pg_advisory_lock(" + database.trustId() + ", hashtext('breachledger work'))");
      chromium.open(root + "/jobs?still=true", width);
      look("jobs", width);
      chromium.click("#nightly .run");
      assertThat(chromium.text()).contains("Nightly run is started.");
      chromium.open(root + "/jobs?still=true", width);
      look("jobs-waiting", width);
      busy.createStatement().execute("select pg_advisory_unlock_all()");
    }
    chromium.open(root + "/jobs", width);
    chromium.click("#nightly .run");
    chromium.open(root + "/jobs?still=true", width);
    assertThat(chromium.text()).contains("Every day at 03:00", "edition 1");

    chromium.open(root + "/operation", width);
    assertThat(chromium.text()).contains("Answers: PostgreSQL", "GB free", "0 given up");
    chromium.click("#test-mail");
    assertThat(chromium.text()).contains("Your account has no mail address");
    look("operation-problem", width);
    address("operator" + width + "@example.org");
    int before = MAIL.getReceivedMessages().length;
    chromium.click("#test-mail");
    assertThat(chromium.text()).contains("The mail server 127.0.0.1:", "took the test mail");
    look("operation", width);
    assertThat(MAIL.waitForIncomingEmail(10_000, before + 1)).isTrue();
  }

  private static void address(@Nullable String address) {
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update user_account set email = ? where sign_in_name = 'operator'")
                .param(address)
                .update());
  }
}
