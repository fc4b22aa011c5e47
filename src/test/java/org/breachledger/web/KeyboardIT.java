package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** Everything on the pages is reached by the keyboard, shows it, and works without a pointer. */
class KeyboardIT extends InABrowser {

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(home.resolve("inbox"));
    open(home);
  }

  @ParameterizedTest
  @CsvSource({
    "dpo, / /incidents /incidents/{incident} /imports /imports/new /imports/1 /schools /types"
        + " /papers /alerts /alerts/{alert} /signals /trends /runs /account /password",
    "head, / /incidents /incidents/{incident} /papers /trends",
    "governor, / /papers /trends",
    "analyst, / /alerts /alerts/{alert} /signals /trends",
    "operator, / /jobs?still=true /operation /people /people/new /runs /imports",
  })
  void everythingOnAPageIsReachedAndShowsIt(String account, String pages) throws Exception {
    signIn(account);
    for (String page : pages.split(" ", -1)) {
      String at =
          page.replace("{incident}", "" + sample.incident).replace("{alert}", "" + sample.alert);
      chromium.open(root + at, 1280);
      assertThat(chromium.outOfReach()).as(account + " at " + at).isEmpty();
    }
  }

  @Test
  void anActionIsAddedWithoutAPointer() throws Exception {
    signIn("dpo");
    chromium.press(Keys.TAB);
    assertThat(chromium.focused()).as("the first stop leads past the menu").contains("#main");
    chromium.open(root + "/incidents", 1280);
    chromium.tabTo("tbody th a");
    chromium.press(Keys.ENTER);
    chromium.tabTo("#add summary");
    chromium.press(Keys.ENTER);
    chromium.tabTo("#kind");
    chromium.press("training");
    chromium.tabTo("#what");
    chromium.press("Practise without a mouse");
    chromium.tabTo("#add button");
    chromium.press(Keys.ENTER);
    assertThat(chromium.text()).contains("The action is added.", "Practise without a mouse");
  }

  private static void signIn(String account) throws Exception {
    chromium.forget();
    chromium.open(root + "/sign-in", 1280);
    chromium.tabTo("#name");
    chromium.press(account);
    chromium.press(Keys.TAB);
    chromium.press(SampleRecord.PASSWORD);
    chromium.press(Keys.ENTER);
    assertThat(chromium.text()).contains("Sign out");
  }
}
