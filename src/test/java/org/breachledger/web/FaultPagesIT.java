package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.breachledger.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** What fails under a page is told as a fault, by its kind only, and takes nothing with it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FaultPagesIT {

  private static final String CANARY = "Quillfeather";
  private static final byte[] LOG =
      ("Reference,School,Date of incident,Type of breach,What happened\r\n"
              + "FP-1,Rowan Primary School,12/05/2026,Lost in transit,A bag\r\n")
          .getBytes(StandardCharsets.UTF_8);

  @TempDir static Path home;

  private static TestDatabase database;
  private static ConfigurableApplicationContext application;
  private static Browser dpo;

  private final PrintStream usual = System.err;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    database = TestDatabase.fresh();
    new SampleRecord(database).accounts();
    application = PagesApplication.start(database, home.toString(), 0);
    dpo =
        Browser.signedIn(
            application.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
            "dpo");
  }

  @BeforeEach
  void listen() {
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setErr(usual);
  }

  @AfterAll
  static void end() {
    application.close();
    database.close();
  }

  @Test
  void aFileTheDiskDoesNotGiveBackKeepsItsUpload() throws Exception {
    String page = uploaded();
    Path file = folder(page).resolve("x1").resolve(CANARY + ".csv");
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file);
    Files.createDirectory(file);

    int before = imports();
    isFault(dpo.submit("/password", page + "/confirm", Map.of()));
    assertThat(imports()).isEqualTo(before);

    Files.delete(file);
    Files.write(file, bytes);
    assertThat(Browser.path(dpo.submit("/password", page + "/confirm", Map.of())))
        .startsWith("/imports/result?import=");
    assertThat(imports()).isEqualTo(before + 1);
  }

  @Test
  void aFileThatIsGoneOrAnotherOneIsNotTakenIn() throws Exception {
    int before = imports();
    String gone = uploaded();
    Files.delete(folder(gone).resolve("x1").resolve(CANARY + ".csv"));
    String another = uploaded();
    Files.writeString(folder(another).resolve("x1").resolve(CANARY + ".csv"), "Reference");
    for (String page : new String[] {gone, another}) {
      assertThat(Browser.path(dpo.submit("/password", page + "/confirm", Map.of())))
          .isEqualTo("/imports/new");
      assertThat(dpo.get("/imports/new").body()).contains("so nothing was stored");
    }
    assertThat(imports()).isEqualTo(before);
  }

  @Test
  void aDiskThatKeepsNoColumnsIsAFaultAndNoMissingPage() throws Exception {
    String page = uploaded();
    Map<String, String> said = Map.of("heading", "Reference", "field", "reference");
    Path inTheWay = Files.createDirectory(folder(page).resolve("about.json.new"));
    isFault(dpo.submit("/password", page + "/columns", said));
    Files.delete(inTheWay);
    assertThat(dpo.submit("/password", page + "/columns", said).statusCode()).isEqualTo(302);
    dpo.submit("/password", page + "/cancel", Map.of());
    assertThat(dpo.submit("/password", page + "/columns", said).statusCode()).isEqualTo(404);
  }

  /** A driver quotes what it was given. */
  @Test
  void theLogSaysTheKindOfAFaultAndNotItsMessage() throws Exception {
    database
        .administrator()
        .sql(
            "create function quote_it() returns trigger language plpgsql as"
                + " $$ begin raise exception 'no room for %', new.file_name; end $$")
        .update();
    database
        .administrator()
        .sql(
            "create trigger quote_it before insert on import_file"
                + " for each row execute function quote_it()")
        .update();
    isFault(dpo.submit("/password", uploaded() + "/confirm", Map.of()));
    database.administrator().sql("drop trigger quote_it on import_file").update();
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("org.postgresql.util.PSQLException");
  }

  /** The last: it does not come back. The page asks nothing of it. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whereTheDatabaseIsAwayThePageSaysWhatToDo() {
    database.pool().close();
    HttpResponse<String> answer = dpo.get("/imports");
    isFault(answer);
    assertThat(answer.body()).contains("look whether it was stored before you send it again");
  }

  private void isFault(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("<h1>Something went wrong</h1>").doesNotContain(CANARY);
    assertThat(log.toString(StandardCharsets.UTF_8))
        .contains("UntoldFaults - a page failed", "Exception")
        .doesNotContain(CANARY);
  }

  private static String uploaded() {
    String page = Browser.path(dpo.upload(Map.of(CANARY + ".csv", LOG), Map.of()));
    assertThat(page).matches("/imports/waiting/[0-9a-f]{32}");
    return page;
  }

  /** Where an upload lies; given back it lies there again. */
  private static Path folder(String page) throws IOException {
    try (Stream<Path> waiting = Files.list(home.resolve("waiting"))) {
      return waiting
          .filter(one -> page.endsWith(String.valueOf(one.getFileName())))
          .findFirst()
          .orElseThrow();
    }
  }

  private static int imports() {
    return database.inTransaction(
        () ->
            database
                .jdbc()
                .sql("select count(*) from import_file where status <> 'refused' and file_name = ?")
                .param(CANARY + ".csv")
                .query(Integer.class)
                .single());
  }
}
