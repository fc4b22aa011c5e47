package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.breachledger.incident.store.ImportTurn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who waits for a job, an import or other files for too long is told so, and loses nothing. */
class TurnedAwayInABrowserIT extends InABrowser {

  private static final String WORDS = "Practise with \"quotes\" <and> a second line";
  private static final byte[] LOG =
      ("Reference,School,Date of incident,Type of breach,What happened\r\n"
              + "TA-1,Rowan Primary School,12/05/2026,Lost in transit,A bag\r\n")
          .getBytes(StandardCharsets.UTF_8);

  @TempDir static Path home;

  @BeforeAll
  static void start() throws Exception {
    Files.createDirectories(home.resolve("returns"));
    open(home);
  }

  @Test
  void whatIsSentBesideAnImportIsSentAgainFromThePageThatSaysSo() throws Exception {
    signIn();
    String page = "/incidents/" + sample.incident;
    chromium.open(root + page, 1280);
    chromium.click("#add summary");
    database.beside(
        () -> ImportTurn.await(database.jdbc()),
        () -> {
          chromium.submit("kind", "training", "what", WORDS);
          assertThat(chromium.text())
              .contains("Nothing was stored: a job or an import is at work")
              .contains("nothing was stored and nothing was changed", "Send it again");
          look("turned-away-409", 1280);
          chromium.narrow(500);
          look("turned-away-409", 500);
        });
    assertThat(actions()).isZero();
    chromium.click("main button");
    assertThat(chromium.text()).contains("The action is added.", WORDS);
    assertThat(chromium.address()).contains(page);
    assertThat(actions()).isEqualTo(1);
  }

  @Test
  void aPreviewThatWaitsForOthersSaysSoAndIsShownLater() throws Exception {
    Browser dpo =
        Browser.signedIn(Integer.parseInt(root.substring(root.lastIndexOf(':') + 1)), "dpo");
    String first = Browser.path(dpo.upload(Map.of("one.csv", LOG), Map.of()));
    signIn();
    chromium.open(root + first, 1280);
    assertThat(chromium.text()).contains("one.csv");
    FutureTask<Integer> others = new FutureTask<>(() -> dpo.get(first).statusCode());
    FutureTask<Integer> more = new FutureTask<>(() -> dpo.get(first).statusCode());
    database.beside(
        () -> database.jdbc().sql("lock table import_file in access exclusive mode").update(),
        () -> {
          new Thread(others).start();
          new Thread(more).start();
          Thread.sleep(2_000);
          chromium.open(root + first, 1280);
          assertThat(chromium.text())
              .contains("Other files are being read")
              .contains("Nothing was stored and nothing was changed", "kept for a day");
          look("turned-away-503", 1280);
          chromium.narrow(500);
          look("turned-away-503", 500);
        });
    others.get(1, TimeUnit.MINUTES);
    more.get(1, TimeUnit.MINUTES);
    chromium.click("main a.button");
    assertThat(chromium.text()).contains("one.csv");
    assertThat(chromium.address()).isEqualTo(root + first);
  }

  private static void signIn() {
    chromium.forget();
    chromium.open(root + "/sign-in", 1280);
    chromium.submit("name", "dpo", "password", SampleRecord.PASSWORD);
  }

  private static int actions() {
    return database.inTransaction(
        () ->
            database.jdbc().sql("select count(*) from case_action").query(Integer.class).single());
  }
}
