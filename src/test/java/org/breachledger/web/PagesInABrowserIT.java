package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.access.Role;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page meets WCAG 2.2 A and AA in a real browser, on a desk and on a phone. */
class PagesInABrowserIT extends InABrowser {

  private static final int[] WIDTHS = {1280, 500};

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(home.resolve("returns"));
    open(home);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-in?wrong"})
  void theSignIn(String page) throws Exception {
    chromium.open(root + page, 1280);
    chromium.forget();
    lookAtAll(page);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void everyPageOfARole(Role role) throws Exception {
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
      lookAtAll(page);
    }
  }

  private static void lookAtAll(String page) throws Exception {
    for (int width : WIDTHS) {
      lookAt(page, width);
    }
  }
}
