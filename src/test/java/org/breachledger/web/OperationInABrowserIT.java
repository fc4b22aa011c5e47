package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import org.breachledger.testing.Chromium;
import org.breachledger.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** The operator's main path in a real browser, on a desk and on a phone. */
class OperationInABrowserIT {

  private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

  @TempDir static Path home;

  private static Chromium chromium;
  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    MAIL.start();
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    Files.createDirectories(home.resolve("inbox"));
    application =
        PagesApplication.start(
            database,
            home.toString(),
            0,
            "--breachledger.smtp.host=127.0.0.1",
            "--breachledger.smtp.port=" + MAIL.getSmtp().getPort(),
            "--breachledger.smtp.starttls=false",
            "--breachledger.mail.from=log@example.org");
    root =
        "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      application.close();
      database.close();
      MAIL.stop();
    }
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

  private static void look(String name, int width) throws Exception {
    String pictures = System.getProperty("breachledger.pictures", "");
    if (!pictures.isEmpty()) {
      chromium.picture(Path.of(pictures, name + "-" + width + ".png"));
    }
    assertThat(chromium.objections()).as(name + " at " + width).isEmpty();
    assertThat(chromium.overhang()).as(name + " at " + width).isZero();
  }
}
