package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.pipeline.setup.FirstStart;
import org.breachledger.testing.Chromium;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * From an empty home to a list of schools, in a real browser on a desk and on a phone; every page
 * and error on the way meets WCAG 2.2 A and AA.
 */
class SetUpInABrowserIT {

  private static final String PASSWORD = "three odd words";

  @TempDir Path home;

  private Chromium chromium;
  private TestDatabase database;
  private ConfigurableApplicationContext application;
  private String root;

  @BeforeEach
  void start() {
    chromium = Chromium.start();
    database = TestDatabase.fresh();
    application = PagesApplication.start(database, home.toString(), 0);
    root =
        "http://localhost:" + application.getEnvironment().getRequiredProperty("local.server.port");
  }

  @AfterEach
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (application != null) {
      application.close();
      database.close();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1280, 500})
  void anEmptyHomeBecomesATrustWithSchools(int width) throws Exception {
    String code = application.getBean(FirstStart.class).open().orElseThrow();
    chromium.open(root + "/", width);
    assertThat(chromium.address()).isEqualTo(root + "/set-up");
    look("set-up", width);
    chromium.submit("code", "wrong", "trust", "Heather Moor Trust");
    assertThat(chromium.text()).contains("The code is not right");
    look("set-up-code", width);
    chromium.open(root + "/set-up?large", width);
    look("set-up-large", width);

    chromium.open(root + "/set-up", width);
    chromium.submit("code", code, "schools", "Rowan School, twelve\n, 13");
    assertThat(chromium.text()).contains("Schools, line 1:", "Schools, line 2:", "Enter your name");
    look("set-up-wrong", width);

    Path file = home.resolve("schools.csv");
    Files.writeString(file, "name,urn,aliases\nRowan Primary School,123456,Rowan\n");
    chromium.click("#dpo-me");
    chromium.click("#policy-trust-ceo");
    chromium.submit(
        "trust",
        "Heather Moor Trust",
        "file",
        file.toString(),
        "label",
        "Ottoline Frith",
        "email",
        "o@example.org",
        "chosen",
        PASSWORD,
        "again",
        PASSWORD);
    assertThat(chromium.text()).contains("Breachledger is set up", "It now starts again", "dpo");
    look("set-up-done", width);
    chromium.click("main a.button");
    assertThat(chromium.address()).isEqualTo(root + "/sign-in");
    chromium.submit("name", "o@example.org", "password", PASSWORD);
    assertThat(chromium.text()).contains("Heather Moor Trust", "Ottoline Frith");
    chromium.open(root + "/set-up", width);
    assertThat(chromium.address()).isNotEqualTo(root + "/set-up");
    theDpoKeepsTheList(width);
  }

  private void theDpoKeepsTheList(int width) throws Exception {
    application
        .getBean(AccountStore.class)
        .create("second", Role.DPO, null, "DPO", PASSWORD, false);
    int waits =
        database.inTransaction(
            () ->
                database
                    .jdbc()
                    .sql(
                        "insert into school (name, name_key) values ('Rowan Prim', 'rowan prim')"
                            + " returning school_id")
                    .query(Integer.class)
                    .single());
    chromium.forget();
    chromium.open(root + "/sign-in", width);
    chromium.submit("name", "second", "password", PASSWORD);
    chromium.open(root + "/schools", width);
    assertThat(chromium.text()).contains("Rowan Primary School", "Rowan Prim", "Add a school");
    look("schools", width);
    chromium.open(root + "/schools/" + waits + "/change", width);
    look("school-confirm", width);
    chromium.click("main form button");
    assertThat(chromium.text()).contains("Choose the school this is a name of");
    look("school-other-name-wrong", width);
    chromium.submit("into", "Rowan Primary School");
    assertThat(chromium.text()).contains("What came in under another name");
    look("schools-merged", width);

    chromium.click("main a.button");
    look("school-add", width);
    chromium.submit("name", "Rowan");
    assertThat(chromium.text()).contains("Another school of the list has this name");
    look("school-add-wrong", width);
    chromium.open(root + "/schools/new", width);
    chromium.submit("name", "Alder High School", "urn", "777001", "colour", "#0B5563");
    assertThat(chromium.text()).contains("The list of schools is changed.", "Alder High School");
    Files.writeString(home.resolve("jobs/intake/schools.csv"), "name,urn\n");
    chromium.open(root + "/schools/new", width);
    assertThat(chromium.text()).contains("The list of schools cannot be read.");
    look("schools-unreadable", width);
  }

  private void look(String page, int width) throws Exception {
    String folder = System.getProperty("breachledger.pictures", "");
    if (!folder.isEmpty()) {
      Files.createDirectories(Path.of(folder));
      chromium.picture(Path.of(folder, page + "-" + width + ".png"));
    }
    assertThat(chromium.objections()).as(page + " at " + width).isEmpty();
    assertThat(chromium.overhang()).as(page + " at " + width).isZero();
  }
}
