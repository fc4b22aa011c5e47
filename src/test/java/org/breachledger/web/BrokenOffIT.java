package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.breachledger.access.Role;
import org.breachledger.access.store.AccountStore;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What is broken off on the way, or overtaken by somebody else, stores nothing and loses nothing.
 */
class BrokenOffIT {

  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]+)\"");
  private static final String LOG =
      "Reference,School,Date of incident,Type of breach,What happened,No. of people affected\r\n"
          + "BO-1,Rowan Primary School,12/05/2026,Lost in transit,A bag,12\r\n";

  @TempDir static Path home;

  private static TestDatabase database;
  private static SampleRecord sample;
  private static ConfigurableApplicationContext application;
  private static int port;
  private static Browser dpo;
  private static Browser second;

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    sample = new SampleRecord(database);
    sample.accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    application
        .getBean(AccountStore.class)
        .create("second", Role.DPO, null, "Second", SampleRecord.PASSWORD, false);
    dpo = Browser.signedIn(port, "dpo");
    second = Browser.signedIn(port, "second");
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  /** Half of what was announced, then silence, or the line is cut. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aHalfSentUploadStoresNothing(boolean cut) throws Exception {
    int before = number("select count(*) from import_file");
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + java.net.URLDecoder.decode(dpo.token("/password"), StandardCharsets.UTF_8)
            + "\r\n--cut\r\nContent-Disposition: form-data; name=\"files\";"
            + " filename=\"log.csv\"\r\n\r\n"
            + LOG;
    Socket line = new Socket("localhost", port);
    try {
      OutputStream out = line.getOutputStream();
      out.write(
          ("POST /imports/new HTTP/1.1\r\nHost: localhost\r\nContent-Type: multipart/form-data;"
                  + " boundary=cut\r\nContent-Length: 500000\r\nCookie: breachledger-session="
                  + dpo.session()
                  + "\r\n\r\n"
                  + body)
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      if (cut) {
        line.close();
      }
      assertThat(dpo.get("/imports").statusCode()).as("the pages stay up").isEqualTo(200);
      String waiting =
          Browser.path(
              second.upload(Map.of("log.csv", LOG.getBytes(StandardCharsets.UTF_8)), Map.of()));
      assertThat(waiting).as("the next upload works").matches("/imports/waiting/[0-9a-f]{32}");
      second.submit("/password", waiting + "/cancel", Map.of());
      assertThat(left()).as("no upload waits").noneMatch(name -> !name.endsWith(".tmp"));
      assertThat(number("select count(*) from import_file")).isEqualTo(before);
    } finally {
      line.close();
    }
    assertThat(dpo.get("/imports").statusCode()).isEqualTo(200);
    for (int i = 0; i < 100 && !left().isEmpty(); i++) {
      Thread.sleep(100);
    }
    assertThat(left()).as("what had arrived is gone with its line").isEmpty();
  }

  private static List<String> left() throws IOException {
    try (Stream<Path> inside = Files.walk(home.resolve("waiting"))) {
      return inside.skip(1).map(Path::toString).toList();
    }
  }

  /** Whoever comes second is told, keeps what was typed, and nothing of it is stored. */
  @ParameterizedTest
  @CsvSource({
    "score,  score-why,  people=12;score-by=dpo",
    "review, note,       signed-by=dpo",
    "reopen, reopen-why, reopened-by=Headteacher",
  })
  void whoComesSecondIsTold(String form, String field, String others) {
    String page = "/incidents/" + sample.incident;
    if (form.equals("review") || form.equals("reopen")) {
      standing(form);
    }
    String old = version(second, page);
    Map<String, String> action =
        Map.of("version", version(dpo, page), "kind", "training", "what", "Before " + form);
    dpo.submit(page, page + "/actions/new", action);
    assertThat(dpo.get(page).body()).contains("The action is added.");

    int before = number("select count(*) from case_decision");
    Map<String, String> typed = new HashMap<>(Map.of("version", old, field, "Mine <b>"));
    for (String other : others.split(";")) {
      typed.put(other.split("=")[0], other.split("=")[1]);
    }
    assertThat(Browser.path(second.submit(page, page + "/" + form, typed))).isEqualTo(page);
    String told = second.get(page).body();
    assertThat(told)
        .contains("has changed since you opened this page", "<title>Error: Incident")
        .contains("Mine &lt;b&gt;");
    assertThat(number("select count(*) from case_decision")).isEqualTo(before);
  }

  private static void standing(String form) {
    String fact =
        form.equals("review") ? "{\"registered\": \"2025-06-20\"}" : "{\"closed\": \"2026-06-10\"}";
    database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("update incident set facts = facts || ?::jsonb where incident_id = ?")
                .params(fact, sample.incident)
                .update());
  }

  private static String version(Browser browser, String page) {
    Matcher found = VERSION.matcher(browser.get(page).body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static int number(String sql) {
    return database.inTransaction(() -> database.jdbc().sql(sql).query(Integer.class).single());
  }
}
