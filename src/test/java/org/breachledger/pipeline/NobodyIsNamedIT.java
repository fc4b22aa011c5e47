package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.home.Home;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.WhatFilesSay;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The name of a reporter, the name of a pupil and a sentence stand in every column of a log, in its
 * file name, its sheets' names, its comments and properties. Every job is run, every paper printed,
 * every message sent: only the returns, the archived original and the register itself may hold
 * them.
 */
class NobodyIsNamedIT {

  private static final List<String> CANARIES =
      List.of("quillfeather", "brambleworth", "zanzibarian");
  private static final String SAID = "Quillfeather Brambleworth zanzibarian";
  private static final String AS_OF = "2026-07-01T03:00";

  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "School",
          "Incident status",
          "Date of incident",
          "Date identified",
          "Date aware",
          "Date reported to DPO",
          "Date registered",
          "Type of breach",
          "Sub-type",
          "Description",
          "Reporter",
          "Number of individuals",
          "Factors",
          "Declared score",
          "Medium",
          "Encrypted",
          "Form A received",
          "ICO decision",
          "ICO notified",
          "Individuals told",
          "Date closed",
          "Closure finding",
          "Lessons learned",
          "Actions",
          "Action owner",
          "Action due date",
          "Notes",
          "Pupil name");

  private static final List<String> LIKE_ANY =
      List.of(
          "R",
          "Elm School",
          "Incident",
          "2026-03-02",
          "2026-03-02",
          "2026-03-02",
          "2026-03-02",
          "2026-03-03",
          "Disclosed in error",
          "",
          "Letter sent to " + SAID,
          SAID,
          "150",
          "DISTRESS",
          "3",
          "Paper",
          "No",
          "2026-03-03",
          "Notify",
          "2026-03-20",
          "2026-03-21",
          "",
          "",
          SAID,
          "Train " + SAID,
          SAID,
          "2026-05-01",
          SAID,
          SAID);

  /** The register, what came in, what a person wrote in it, and its comparison by school. */
  private static final List<String> OF_THE_REGISTER =
      List.of(
          "incident",
          "incident_reporter",
          "incident_extra",
          "incident_glance",
          "incident_history",
          "import_row",
          "import_file",
          "reporter_said",
          "extra_said",
          "remembered_mapping",
          "school",
          "school_alias",
          "legal_hold_reason",
          "recurrence_result",
          "case_action",
          "case_closure",
          "case_decision",
          "case_review");

  @TempDir private static Path folder;
  private static Path home;
  private static final StringBuilder PRINTED = new StringBuilder();

  @BeforeAll
  static void doEverything() throws Exception {
    Home ready = ReadyHome.of(folder, "Elm School");
    home = ready.folder();
    Files.writeString(
        ready.recipients(),
        "role,school,address,paper\nhead,,head@example.org,attachment\nboard,,board@example.org,"
            + "attachment\ndpo,,dpo@example.org,attachment\n");
    run("import", log().toString());
    for (String job :
        List.of(
            "nightly", "half-yearly", "working-group-report", "watch-deadlines", "learn-types")) {
      run("run", job);
    }
    run(
        "case",
        "close",
        "Elm School",
        "R",
        "--finding",
        "incident",
        "--lesson",
        SAID,
        "--by",
        "dpo",
        "--even-so",
        SAID);
    run(
        "case",
        "action",
        "add",
        "Elm School",
        "R",
        "--kind",
        "training",
        "--what",
        SAID,
        "--owner",
        SAID,
        "--due",
        "2026-08-01",
        "--by",
        "dpo");
    run("retention", "set", "--years", "1", "--by", "dpo");
    run("retention", "hold", "Elm School", "R", "--why", SAID, "--by", "dpo");
    run("run", "deliver-papers");
    Path out = folder.resolve("papers");
    for (String paper : List.of("governors", "board", "working-group")) {
      run("report", paper, "--format", "html", "--out", out.toString());
      run("report", paper, "--format", "xlsx", "--out", out.toString());
    }
    run("report", "decisions", "--out", out.toString());
    run("report", "retention", "--format", "html", "--out", out.toString());
    run("report", "reviews", "--format", "html", "--out", out.toString());
    run("report", "board", "--format", "xlsx", "--trace", "--out", out.toString());
    run("verify-audit");
    run("messages");
    run("alerts");
  }

  /** What every command prints goes to a screen, or to a log by the one who starts it. */
  private static void run(String... arguments) throws IOException {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--home", home.toString(), "--as-of", AS_OF));
    Program.Result result = Program.answer(all.toArray(String[]::new));
    assertThat(result.code()).as(result.err()).isZero();
    PRINTED.append(result.err());
    if (!arguments[0].equals("import")) {
      PRINTED.append(result.out());
    }
  }

  @Test
  void noFileBesideTheReturnsNamesAnybody() throws IOException {
    Map<String, String> seen = new TreeMap<>();
    try (Stream<Path> files =
        Stream.concat(Files.walk(home), Files.walk(folder.resolve("papers")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString();
        if (!name.matches("home/(returns|postgres)/.*")) {
          seen.put(name, WhatFilesSay.lower(file));
        }
      }
    }
    assertThat(seen.keySet()).hasSizeGreaterThan(15);
    Map<String, String> naming = new TreeMap<>();
    seen.forEach(
        (name, words) ->
            CANARIES.stream()
                .filter(words::contains)
                .forEach(canary -> naming.put(name, around(words, words.indexOf(canary)))));
    assertThat(naming).isEmpty();
  }

  private static String around(String words, int at) {
    return words.substring(Math.max(0, at - 60), Math.min(words.length(), at + 60));
  }

  @Test
  void nothingThatIsPrintedNamesAnybody() {
    String words = PRINTED.toString().toLowerCase(Locale.ROOT);
    assertThat(words).isNotEmpty();
    assertThat(CANARIES.stream().filter(words::contains)).as(words).isEmpty();
  }

  @Test
  void noTableBesideTheRegistersNamesAnybody() throws IOException {
    Map<String, Integer> naming = new TreeMap<>();
    Map<String, Integer> rows = new TreeMap<>();
    try (Installation installation =
        Installation.open(new Home(home), home.resolve("jobs"), false, false)) {
      JdbcClient jdbc = installation.get(JdbcClient.class);
      installation
          .get(TransactionTemplate.class)
          .executeWithoutResult(
              status -> {
                for (String table : tables(jdbc)) {
                  List<String> all =
                      jdbc.sql("select lower(t::text) from %s t".formatted(table))
                          .query(String.class)
                          .list();
                  rows.put(table, all.size());
                  all.stream()
                      .filter(row -> CANARIES.stream().anyMatch(row::contains))
                      .forEach(row -> naming.merge(table, 1, Integer::sum));
                }
              });
    }
    assertThat(rows.get("batch_job_execution")).isPositive();
    assertThat(rows.get("outbox_message")).isPositive();
    naming.keySet().removeAll(OF_THE_REGISTER);
    assertThat(naming).isEmpty();
  }

  private static List<String> tables(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select c.relname from pg_catalog.pg_class c
            join pg_catalog.pg_namespace n on n.oid = c.relnamespace
            where n.nspname = current_schema() and c.relkind = 'r'
              and has_table_privilege(c.oid, 'SELECT')
            """)
        .query(String.class)
        .list();
  }

  /** One incident with everything as it should be, then one for each column that names somebody. */
  private static Path log() throws IOException {
    Path file = folder.resolve(SAID + ".xlsx");
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      XSSFSheet sheet = book.createSheet(SAID.substring(0, 31));
      row(sheet, HEADINGS);
      row(sheet, LIKE_ANY);
      for (int column = 0; column < HEADINGS.size(); column++) {
        List<String> cells = new ArrayList<>(LIKE_ANY);
        cells.set(0, "R" + column);
        cells.set(column, SAID);
        row(sheet, cells);
      }
      for (int column = 0; column < HEADINGS.size(); column++) {
        List<String> cells = new ArrayList<>(LIKE_ANY);
        cells.set(0, "S" + column);
        cells.set(column, cells.get(column) + " " + SAID);
        row(sheet, cells);
      }
      comment(book, sheet);
      sheet.getHeader().setCenter(SAID);
      book.createName().setNameName("Quillfeather");
      book.getName("Quillfeather").setRefersToFormula("'" + sheet.getSheetName() + "'!$A$1");
      book.getProperties().getCoreProperties().setCreator(SAID);
      book.getProperties().getCoreProperties().setTitle(SAID);
      book.getProperties().getCoreProperties().setKeywords(SAID);
      book.getProperties().getCustomProperties().addProperty("Pupil", SAID);
      book.write(out);
    }
    return file;
  }

  private static void row(XSSFSheet sheet, List<String> cells) {
    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
    for (int column = 0; column < cells.size(); column++) {
      row.createCell(column).setCellValue(cells.get(column));
    }
  }

  private static void comment(XSSFWorkbook book, XSSFSheet sheet) {
    ClientAnchor place = book.getCreationHelper().createClientAnchor();
    var comment = sheet.createDrawingPatriarch().createCellComment(place);
    comment.setString(book.getCreationHelper().createRichTextString(SAID));
    comment.setAuthor(SAID);
    Cell cell = sheet.getRow(1).getCell(0);
    cell.setCellComment(comment);
  }
}
