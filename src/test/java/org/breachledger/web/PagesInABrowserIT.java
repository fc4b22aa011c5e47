package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.access.Role;
import org.breachledger.testing.Chromium;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Every page meets WCAG 2.2 A and AA in a real browser, on a desk and on a phone. */
class PagesInABrowserIT {

  private static final int[] WIDTHS = {1280, 500};

  @TempDir static Path home;

  private static Chromium chromium;
  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static String root;

  @BeforeAll
  static void start() throws Exception {
    chromium = Chromium.start();
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    Files.createDirectories(home.resolve("returns"));
    application = PagesApplication.start(database, home.toString(), 0);
    root =
        "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
      application.close();
      database.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-in?wrong"})
  void theSignIn(String page) {
    chromium.open(root + page, 1280);
    chromium.forget();
    look(page);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageOfARole(Role role) {
    chromium.forget();
    chromium.open(root + "/sign-in", 1280);
    chromium.submit("name", role.code(), "password", SampleRecord.PASSWORD);
    assertThat(chromium.address()).isEqualTo(root + "/");
    for (String page :
        new String[] {
          "/",
          "/runs",
          "/runs/1",
          "/imports",
          "/imports/1",
          "/papers",
          "/alerts",
          "/alerts/1",
          "/incidents",
          "/incidents/1",
          "/imports/new",
          "/password",
          "/nowhere"
        }) {
      look(page);
    }
  }

  private static void look(String page) {
    for (int width : WIDTHS) {
      chromium.open(root + page, width);
      assertThat(chromium.objections()).as(page + " at " + width).isEmpty();
      assertThat(chromium.overhang()).as(page + " at " + width).isZero();
    }
  }
}
