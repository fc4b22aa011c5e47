package org.breachledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.WhatFilesSay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Names and sentences are uploaded, typed, searched for and taken away from the packaged program
 * while it serves, and it is killed: its log, its metrics, its temporary files, and the tables of
 * the job framework and the schedule hold none of them.
 */
class NobodyIsNamedServingIT {

  private static final String SAID = "Quillfeather Brambleworth zanzibarian";
  private static final List<String> CANARIES =
      List.of("quillfeather", "brambleworth", "zanzibarian");
  private static final String TOKEN = "a-token-of-the-installation";

  @TempDir private Path folder;

  private Path home;
  private Path temporary;
  private Served served;

  @BeforeEach
  void serve() throws Exception {
    home = ReadyHome.of(folder, "Elm School").folder();
    temporary = Files.createDirectories(folder.resolve("temporary"));
    served =
        Served.start(
            folder,
            home,
            Map.of(
                "JDK_JAVA_OPTIONS",
                "-Djava.io.tmpdir=" + temporary,
                "BREACHLEDGER_METRICS_TOKEN",
                TOKEN));
  }

  @AfterEach
  void stop() throws Exception {
    served.close();
  }

  @Test
  void whatServesAndIsKilledNamesNobody() throws Exception {
    Browser dpo = served.signedIn("dpo");
    new Browser(served.port).signIn(SAID, SAID);
    String preview = upload(dpo, "log.xlsx");
    assertThat(dpo.get(preview).body()).contains("1 ");
    dpo.submit(preview, preview + "/confirm", Map.of());
    String list = Served.until(dpo, "/incidents", "/incidents/1\"");
    assertThat(list).contains("R1");
    for (String words : CANARIES) {
      dpo.get("/incidents?q=" + words);
      dpo.get("/nowhere/" + words);
      dpo.get("/incidents/" + words);
      new Browser(served.port).get("/static/" + words);
    }
    assertThat(dpo.get("/incidents/1").body().toLowerCase(Locale.ROOT)).contains(CANARIES);
    Map<String, String> typed =
        Map.of("kind", SAID, "what", SAID, "why", SAID, "reason", SAID, "owner", SAID);
    for (String form : List.of("type", "decision", "close", "score", "review", "actions/new")) {
      dpo.submit("/incidents/1", "/incidents/1/" + form, typed);
    }
    Browser operator = served.signedIn("operator");
    operator.submit("/jobs", "/jobs/nightly/run", Map.of());
    Served.until(operator, "/runs", "done");
    assertThat(dpo.get("/incidents/table?as=xlsx").statusCode()).isEqualTo(200);
    upload(dpo, "left.xls");
    String metrics =
        new Browser(served.port).get(MetricsDoor.PAGE, "Authorization", "Bearer " + TOKEN).body();
    assertThat(metrics).contains("breachledger_messages");
    served.kill();

    Map<String, String> naming = new TreeMap<>();
    note(naming, "metrics", metrics);
    note(naming, "log", served.said());
    inFiles(naming);
    inTables(naming);
    assertThat(naming).isEmpty();
  }

  private String upload(Browser dpo, String name) throws IOException {
    Path log =
        Sheets.book()
            .sheet(SAID.substring(0, 31))
            .row("Reference", "School", "Date of incident", "Type of breach", "Description", SAID)
            .row("R1", "Elm School", "2026-03-02", "Lost in transit", "A letter to " + SAID, SAID)
            .write(folder.resolve(name));
    String waiting =
        Browser.path(dpo.upload(Map.of(SAID + name, Files.readAllBytes(log)), Map.of()));
    assertThat(waiting).startsWith("/imports/waiting/");
    return waiting;
  }

  /** An upload that waits is what was sent; it waits in the home, for its sender only. */
  private void inFiles(Map<String, String> naming) throws IOException {
    List<Path> seen = new ArrayList<>();
    try (Stream<Path> files = Stream.concat(Files.walk(home), Files.walk(temporary))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.matches("home/(archive|returns|waiting|postgres)/.*")) {
          seen.add(file);
          note(naming, name, WhatFilesSay.in(file));
        }
      }
    }
    assertThat(seen).isNotEmpty();
    try (Stream<Path> logs = Files.list(home.resolve("postgres/log"))) {
      for (Path log : logs.toList()) {
        note(naming, log.toString(), Files.readString(log, StandardCharsets.ISO_8859_1));
      }
    }
  }

  private void inTables(Map<String, String> naming) throws IOException {
    Map<String, Integer> rows = new TreeMap<>();
    try (Installation installation =
        Installation.open(new Home(home), home.resolve("jobs"), false, false)) {
      JdbcClient jdbc = installation.get(JdbcClient.class);
      installation
          .get(TransactionTemplate.class)
          .executeWithoutResult(
              status ->
                  jdbc.sql(
                          "select tablename from pg_tables where schemaname = current_schema()"
                              + " and (tablename like 'batch%' or tablename like 'qrtz%'"
                              + " or tablename in ('job_manifest', 'audit_entry'))")
                      .query(String.class)
                      .list()
                      .forEach(
                          table -> {
                            List<String> all =
                                jdbc.sql("select t::text from " + table + " t")
                                    .query(String.class)
                                    .list();
                            rows.put(table, all.size());
                            note(naming, table, String.join("\n", all));
                          }));
    }
    assertThat(rows.get("batch_job_execution_params")).isPositive();
    assertThat(rows.get("batch_step_execution_context")).isPositive();
    assertThat(rows.get("qrtz_triggers")).isPositive();
    assertThat(rows.get("audit_entry")).isPositive();
  }

  private static void note(Map<String, String> naming, String place, String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    for (String canary : CANARIES) {
      int at = lower.indexOf(canary);
      if (at >= 0) {
        naming.put(place, lower.substring(Math.max(0, at - 60), Math.min(lower.length(), at + 60)));
      }
    }
  }
}
