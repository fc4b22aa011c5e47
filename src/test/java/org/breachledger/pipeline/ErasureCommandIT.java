package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breachledger.pipeline.database.EmbeddedPostgres;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.Archive;
import org.breachledger.testing.Program;
import org.breachledger.testing.ReadyHome;
import org.breachledger.testing.Sheets;
import org.breachledger.testing.WhatFilesSay;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged program destroys what a confirmed list names, and redacts what stays: afterwards no
 * table and no file of the home holds a word of it, and nothing the program printed did. The
 * database stays up meanwhile, so that each command joins it.
 */
class ErasureCommandIT {

  private static final String SAID = "Quillfeather Brambleworth zanzibarian";
  private static final List<String> CANARIES =
      List.of("quillfeather", "brambleworth", "zanzibarian");
  private static final String AS_OF = "2020-07-01";

  @TempDir private Path folder;

  private Path home;
  private EmbeddedPostgres server;
  private SingleConnectionDataSource session;
  private final StringBuilder printed = new StringBuilder();

  @BeforeEach
  void layOut() throws Exception {
    Home ready = ReadyHome.of(folder, "Elm School", "Oak School");
    home = ready.folder();
    server = EmbeddedPostgres.start(home);
    session = new SingleConnectionDataSource(server.loader(), true);
    query("select set_config('app.trust', (select min(trust_id) from trust)::text, false)");
  }

  @AfterEach
  void close() {
    session.destroy();
    server.close();
  }

  @Test
  void whatWasDestroyedIsNowhere() throws Exception {
    everythingSaidOfA1();
    imported("other", row("B1", "2010-03-01", "2019-01-15", "a plain word"));
    run(0, "run", "nightly");
    assertThat(naming()).isNotEmpty();
    answer(0, "retention", "set", "--years", "6", "--by", "dpo");

    JsonNode due = answer(0, "retention", "due");
    String list = listOf(due);
    assertThat(refused("retention", "destroy", list, "--by", "dpo"))
        .startsWith("No confirmed list of that name waits for destruction.");
    answer(0, "retention", "confirm", list, "--by", "dpo");
    assertThat(refused("retention", "confirm", list, "--by", "dpo"))
        .isEqualTo("List " + list + " is confirmed already.");

    run(0, "retention", "hold", "Elm School", "A1", "--why", SAID, "--by", "dpo");
    assertThat(refused("retention", "destroy", list, "--by", "dpo"))
        .startsWith("Nothing is destroyed, since what was confirmed has changed: A1, Elm School.");
    run(0, "retention", "lift", "Elm School", "A1", "--why", SAID, "--by", "dpo");

    JsonNode plan = answer(0, "retention", "destroy", list, "--by", "dpo", "--dry-run");
    assertThat(said(plan))
        .isEqualTo(
            "1 incident would be destroyed for good, and 2 files of the archive with them; nothing"
                + " is destroyed now.");
    assertThat(count("incident")).isEqualTo(2);

    JsonNode done = answer(0, "retention", "destroy", list, "--by", "dpo");
    assertThat(said(done))
        .isEqualTo(
            "1 incident is destroyed, and 2 files of the archive with them. Certificate 1 says so.");
    assertThat(naming()).isEmpty();
    assertThat(count("incident")).isEqualTo(1);
    assertThat(archived()).isEqualTo(1);
    assertThat(
            query(
                "select month || ' ' || breach_type || ' ' || counted_as || ' ' || incidents"
                    + " from destroyed_count"))
        .containsExactly("2010-01-01 DISCLOSED_IN_ERROR incident 1");
    Path certificate = Path.of(done.get("outputs").get(0).asString());
    assertThat(WhatFilesSay.in(certificate))
        .contains("Certificate of destruction 1", "A1", "Disclosed in error", "6 years")
        .contains("Nobody said how long", "backups are kept");
    assertThat(rows(answer(0, "retention", "certificates").get("certificates"), "incidents", "by"))
        .containsExactly("1 dpo");
    answer(0, "retention", "certificates", "1", "--out", folder.resolve("again").toString());
    assertThat(folder.resolve("again/destruction-certificate-0001.pdf"))
        .hasSameBinaryContentAs(certificate);
    assertThat(query("select details from audit_entry where action = 'incidents_destroyed'"))
        .singleElement()
        .asString()
        .contains("\"certificate\":1", "\"incidents\":1", "\"originals\":2");
    assertThat(salted()).isEqualTo("0 of A1, which had 0");
    assertThat(said(answer(0, "verify-audit", "--record", "1")))
        .startsWith("Incident 1 was taken out of the register: record ");
    run(0, "verify-audit");
    run(0, "run", "nightly");
    assertThat(naming()).isEmpty();
    assertThat(CANARIES).noneMatch(printed.toString().toLowerCase(Locale.ROOT)::contains);
  }

  @Test
  void whatWasRedactedStaysCountedAndSaysNothing() throws Exception {
    everythingSaidOfA1();
    imported("other", row("B1", "2010-03-01", "", "a plain word"));
    run(0, "run", "nightly");
    Path words = Files.writeString(folder.resolve("request.txt"), "QUILLFEATHER bramble\n");
    List<String> found =
        rows(
            answer(0, "retention", "find", "--words", words.toString()).get("found"),
            "subject",
            "place");
    assertThat(found)
        .contains(
            "A1, Elm School the facts of the incident",
            "A1, Elm School its reporter",
            "A1, Elm School its history",
            "A1, Elm School columns without a field",
            "A1, Elm School gaps of its rows",
            "A1, Elm School decisions",
            "A1, Elm School lessons",
            "A1, Elm School actions",
            "import 1 its original",
            "import 2 its original")
        .noneMatch(line -> line.contains("B1") || line.contains("import 3"));

    List<String> before = counted();
    String[] redact = {
      "retention", "redact", "Elm School", "A1", "--why", "Request 5", "--by", "dpo"
    };
    List<String> dry = new ArrayList<>(List.of(redact));
    dry.add("--dry-run");
    assertThat(said(answer(0, dry.toArray(String[]::new))))
        .isEqualTo(
            "1 incident would lose every free text and name, and 2 files of the archive would go;"
                + " nothing is redacted now.");
    assertThat(naming()).isNotEmpty();
    run(0, "retention", "hold", "Elm School", "A1", "--why", SAID, "--by", "dpo");
    assertThat(refused(redact))
        .isEqualTo(
            "Nothing is redacted, since what would go is under legal hold, itself or with the log"
                + " that speaks of it too: A1, Elm School. Lift the hold first, where it may be"
                + " lifted.");
    run(0, "retention", "lift", "Elm School", "A1", "--why", SAID, "--by", "dpo");
    assertThat(said(answer(0, redact)))
        .isEqualTo(
            "1 incident is redacted: type, dates, severity and deadlines stay; 2 files of the"
                + " archive went, their hashes stay.");
    assertThat(naming()).isEmpty();
    assertThat(counted()).isEqualTo(before);
    assertThat(answer(0, "retention", "find", "--words", words.toString()).get("found")).isEmpty();
    assertThat(archived()).isEqualTo(1);

    judgeEverythingAgain();
    assertThat(counted()).isEqualTo(before);
    assertThat(naming()).isEmpty();
    assertThat(salted()).isEqualTo("3 of A1, which had 3");
    run(0, "verify-audit");
    run(0, "run", "nightly", "--as-of", "2020-07-02");
    run(0, "report", "working-group", "--out", folder.resolve("papers").toString());
    assertThat(CANARIES).noneMatch(printed.toString().toLowerCase(Locale.ROOT)::contains);
  }

  /** Contents of the first incident that can be told by trying, and those on record of it. */
  private String salted() {
    return query(
            """
            select (select count(*) from audit_leaves(array[1::bigint])
                where part in ('facts', 'recorded', 'past')
                  and salt <> decode(repeat('00', 16), 'hex'))
              || ' of A1, which had '
              || (select count(*) from incident where incident_id = 1)
                + (select count(*) from incident where incident_id = 1 and recorded_facts <> '{}')
                + (select count(*) from incident_history where incident_id = 1)
            """)
        .get(0);
  }

  /** Refused or undone: none of them is an incident that could be named. */
  @Test
  void whatAnImportSaidOnWhichNothingRestsIsNowhereAfterItsRedaction() throws Exception {
    imported("a log", row("A1", "2010-01-02", "2010-02-01", "the office"));
    imported(
        SAID,
        row("A1", "2010-01-02", "2010-02-01", "the office"),
        row("A2", "2010-01-03", "2010-02-02", SAID));
    Path refusedLog = Files.writeString(folder.resolve("page.csv"), "Notes\n" + SAID + "\n");
    answer(1, "import", refusedLog.toString());

    String[] redact = {"retention", "redact-import", "2", "--why", "Request 6", "--by", "dpo"};
    assertThat(refused(redact))
        .startsWith(
            "Nothing is redacted, since import 2, or one that tells of the same, is evidence of what"
                + " stands on the register: A1, Elm School; A2, Elm School. Redact these first,");
    run(0, "undo", "2");
    assertThat(naming()).isNotEmpty();
    JsonNode originals = answer(0, "retention", "originals");
    assertThat(said(originals))
        .isEqualTo(
            "3 originals are kept; 1 is evidence of nothing on the register, so no period takes"
                + " it.");
    assertThat(rows(originals.get("originals"), "import_id", "status", "held", "kept"))
        .containsExactly("3 refused false until: retention redact-import 3");
    assertThat(
            rows(
                answer(0, "retention", "originals", "--all").get("originals"),
                "import_id",
                "status",
                "kept"))
        .startsWith(
            "1 imported until the last of 1 incident it is evidence of is destroyed",
            "2 undone until the last of 1 incident it is evidence of is destroyed");
    run(0, "retention", "hold", "Elm School", "--why", "A court", "--by", "dpo");
    assertThat(refused(redact))
        .startsWith("Nothing is redacted, since the import spoke of a school");
    run(0, "retention", "lift", "Elm School", "--why", "A court", "--by", "dpo");
    List<String> dry = new ArrayList<>(List.of(redact));
    dry.add("--dry-run");
    assertThat(said(answer(0, dry.toArray(String[]::new))))
        .isEqualTo(
            "1 file of the archive would go, and what was kept of 1 incident no longer on the"
                + " register; nothing is redacted now.");
    assertThat(said(answer(0, redact)))
        .isEqualTo(
            "Import 2 is redacted: 1 file of the archive went, and every free text and name of 1"
                + " incident no longer on the register; hash and row sums stay.");
    redact[2] = "3";
    assertThat(said(answer(0, redact)))
        .startsWith("Import 3 is redacted: 1 file of the archive went, and");
    redact[2] = "99";
    assertThat(refused(redact)).startsWith("There is no import 99;");
    assertThat(naming()).isEmpty();
    assertThat(archived()).isEqualTo(1);
    assertThat(CANARIES).noneMatch(printed.toString().toLowerCase(Locale.ROOT)::contains);
    run(0, "verify-audit");
    run(0, "run", "nightly");
  }

  @Test
  void anOriginalStaysUntilTheLastIncidentItIsEvidenceOf() throws Exception {
    imported(
        "two",
        row("C1", "2010-01-01", "2010-02-01", "of the first"),
        row("C2", "2010-01-02", "2012-02-01", "of the second"));
    run(0, "retention", "hold", "Elm School", "C2", "--why", "Request 7", "--by", "dpo");
    assertThat(
            refused("retention", "redact", "Elm School", "C1", "--why", "Request 5", "--by", "dpo"))
        .contains("under legal hold", ": C2, Elm School.");
    run(0, "retention", "lift", "Elm School", "C2", "--why", "Request 7", "--by", "dpo");
    answer(0, "retention", "set", "--years", "6", "--by", "dpo");
    destroyAt("2016-02-01");
    assertThat(archived()).isEqualTo(1);
    assertThat(query("select reference from incident")).containsExactly("C2");
    assertThat(said(answer(0, "retention", "due", "--as-of", "2018-01-31")))
        .isEqualTo("No incident is due.");
    destroyAt("2018-02-01");
    assertThat(archived()).isZero();
    assertThat(query("select file_name from import_file where sha256 <> ''"))
        .containsExactly("removed");
    assertThat(query("select number || ': ' || originals from destruction_certificate order by 1"))
        .containsExactly("1: 0", "2: 1");
  }

  /** A program killed after the commit leaves the files, and the next start removes them. */
  @Test
  void whatACrashLeftIsRemovedAtTheNextStart() throws Exception {
    imported("one", row("C1", "2010-01-01", "2010-02-01", SAID));
    String original = archiveFiles().get(0).getFileName().toString();
    Path copy = Files.createDirectories(home.resolve("waiting/upload/x1")).resolve("log.xlsx");
    try (InputStream plain = new Archive(new Home(home)).open(original)) {
      Files.copy(plain, copy);
    }
    query(
        "insert into file_to_remove (file, sha256, asked_at) select 'archive/' || left(sha256, 2)"
            + " || '/' || sha256, sha256, now() from import_file returning file");
    run(0, "retention", "holds");
    assertThat(archiveFiles()).extracting(file -> file.getFileName().toString()).contains(original);
    query(
        "with gone as (update import_file set original_gone_at = now() returning 1),"
            + " again as (update file_to_remove set removed_at = null returning 1)"
            + " select 'x' from gone, again");
    run(0, "retention", "holds");
    assertThat(archiveFiles()).isEmpty();
    assertThat(copy).doesNotExist();
    assertThat(query("select 'x' from file_to_remove where removed_at is null")).isEmpty();
  }

  /** As where the disk is full: what is stored is told, and what is left to do. */
  @Test
  void whereTheCertificateCannotBeWrittenTheAnswerSaysThatAllIsDestroyed() throws Exception {
    imported("one", row("C1", "2010-01-01", "2010-02-01", SAID));
    run(0, "retention", "set", "--years", "6", "--by", "dpo");
    String list = listOf(answer(0, "retention", "due"));
    run(0, "retention", "confirm", list, "--by", "dpo");
    Files.createDirectories(home.resolve("reports"));
    Path inTheWay = Files.createFile(home.resolve("reports/certificates"));

    JsonNode done = answer(1, "retention", "destroy", list, "--by", "dpo");

    assertThat(done.get("outputs")).isEmpty();
    assertThat(done.get("messages").values())
        .extracting(JsonNode::asString)
        .startsWith(
            "1 incident is destroyed, and 1 file of the archive with them. Certificate 1 says so.",
            "The certificate is on record, and could not be written into the home's reports; this"
                + " writes it: breachledger retention certificates 1 --out DIR")
        .contains(
            "Rows to fix that were written elsewhere with --returns, originals that archive give"
                + " wrote, and papers that were sent or printed are yours to delete.");
    assertThat(count("incident")).isZero();
    assertThat(naming()).isEmpty();
    Files.delete(inTheWay);
    answer(0, "retention", "certificates", "1", "--out", folder.resolve("again").toString());
    assertThat(folder.resolve("again/destruction-certificate-0001.pdf")).isNotEmptyFile();
  }

  @Test
  void theSearchSaysWhichOriginalsItCouldNotLookThrough() throws Exception {
    imported("one", row("C1", "2010-01-01", "2010-02-01", SAID));
    Path original = archiveFiles().get(0);
    byte[] bytes = Files.readAllBytes(original);
    bytes[bytes.length - 1] ^= 1;
    Files.write(original, bytes);
    imported("two", row("C2", "2010-01-02", "2010-02-02", SAID));
    Path words = Files.writeString(folder.resolve("request.txt"), "quillfeather\n");

    JsonNode answer = answer(1, "retention", "find", "--words", words.toString());

    assertThat(answer.get("status").asString()).isEqualTo("incomplete");
    assertThat(answer.get("messages").values())
        .extracting(JsonNode::asString)
        .containsExactly(
            "Not looked through: the original of import 1, sha256 "
                + original.getFileName().toString().substring(0, 12)
                + ".",
            "Words may stand there. Bring what is missing or damaged in archive/, or the key"
                + " secrets/archive.key, back from a backup and search again; where that is of no"
                + " help, look by hand through the sender's own file.",
            "Found in:");
    assertThat(rows(answer.get("found"), "subject", "place"))
        .contains("C1, Elm School the facts of the incident", "import 2 its original")
        .doesNotContain("import 1 its original");
  }

  private void destroyAt(String day) throws Exception {
    String list = listOf(answer(0, "retention", "due", "--as-of", day));
    answer(0, "retention", "confirm", list, "--by", "dpo", "--as-of", day);
    answer(0, "retention", "destroy", list, "--by", "dpo", "--as-of", day);
  }

  /** Two logs, and everything persons may say beside them. */
  private void everythingSaidOfA1() throws Exception {
    imported(SAID, row("A1", "2010-01-02", "2010-02-01", SAID));
    imported(SAID + " again", row("A1", "2010-01-02", "2010-02-02", SAID + " and more"));
    run(
        0,
        "case",
        "decide",
        "Elm School",
        "A1",
        "--about",
        "individuals",
        "--outcome",
        "told",
        "--why",
        SAID,
        "--by",
        "dpo",
        "--when",
        "2010-03-01");
    run(
        0,
        "case",
        "score",
        "Elm School",
        "A1",
        "--individuals",
        "20-30",
        "--why",
        SAID,
        "--by",
        "dpo",
        "--when",
        "2010-03-01");
    run(
        0,
        "case",
        "action",
        "add",
        "Elm School",
        "A1",
        "--kind",
        "training",
        "--what",
        SAID,
        "--owner",
        SAID,
        "--due",
        "2010-08-01",
        "--by",
        "dpo");
    run(
        0,
        "case",
        "close",
        "Elm School",
        "A1",
        "--finding",
        "incident",
        "--lesson",
        SAID,
        "--by",
        "dpo",
        "--even-so",
        SAID,
        "--when",
        "2010-03-02");
    run(0, "retention", "hold", "Elm School", "A1", "--why", SAID, "--by", "dpo");
    run(0, "retention", "lift", "Elm School", "A1", "--why", SAID, "--by", "dpo");
    Path types =
        Files.writeString(
            folder.resolve("types.csv"),
            "school,reference,breach_type,sub_type,reason\nElm School,A1,DISCLOSED_IN_ERROR,,"
                + SAID
                + "\n");
    run(0, "confirm-types", types.toString(), "--by", "dpo");
  }

  private static List<String> row(String reference, String day, String closed, String words) {
    return List.of(
        reference,
        "Elm School",
        day,
        "on " + words,
        day,
        day,
        "Disclosed in error",
        "E-mail about " + words + " to the wrong parent",
        words,
        "12",
        "DISTRESS",
        words + " medical records",
        "not notified",
        words,
        words,
        words,
        closed,
        words);
  }

  @SafeVarargs
  private void imported(String name, List<String>... rows) throws Exception {
    Path file = folder.resolve(name + ".xlsx");
    Sheets book =
        Sheets.book()
            .sheet(name.substring(0, Math.min(31, name.length())))
            .row(Sheets.headings("Date closed", "Pupil name").toArray());
    Stream.of(rows).forEach(row -> book.row(row.toArray()));
    book.write(file);
    Program.Result result = program("import", file.toString(), "--as-of", AS_OF);
    assertThat(result.code()).as(result.err()).isZero();
  }

  /** What is counted of every incident. */
  private List<String> counted() {
    return query(
        """
        select concat_ws(' ', reference, day, counted_as, breach_type, sub_type, baseline,
          adjustment, score, category_level, label, factors, provisional,
          facts ->> 'individuals', (select string_agg((d ->> 'duty') || (d ->> 'verdict')
            || coalesce(d ->> 'due', '') || coalesce(d ->> 'done', ''), ' ')
            from jsonb_array_elements(duties) d))
        from incident order by incident_id
        """);
  }

  private void judgeEverythingAgain() throws Exception {
    query(
        "with all_of_it as (update incident set stale_type = true, stale_score = true,"
            + " stale_duties = true returning 1) select 'x' from all_of_it");
    run(0, "run", "nightly", "--as-of", "2020-07-01T04:00");
    assertThat(query("select 'x' from incident where stale_type or stale_score or stale_duties"))
        .isEmpty();
  }

  private int count(String table) {
    return query("select 'x' from " + table).size();
  }

  private int archived() throws IOException {
    return archiveFiles().size();
  }

  private List<Path> archiveFiles() throws IOException {
    try (Stream<Path> files = Files.walk(home.resolve("archive"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  /** Every table, and every file of the home but the database's own, that holds a canary. */
  private Map<String, String> naming() throws IOException {
    Map<String, String> naming = new TreeMap<>();
    for (String table : tables()) {
      query("select lower(t::text) from %s t".formatted(table))
          .forEach(row -> note(naming, table, row));
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = home.relativize(file).toString();
        if (!name.startsWith("postgres")) {
          boolean original = name.startsWith("archive/");
          note(
              naming,
              name,
              original
                  ? WhatFilesSay.lower(new Archive(new Home(home)), file)
                  : WhatFilesSay.lower(file));
        }
      }
    }
    return naming;
  }

  private static void note(Map<String, String> naming, String place, String words) {
    for (String canary : CANARIES) {
      int at = words.indexOf(canary);
      if (at >= 0) {
        naming.put(place, words.substring(Math.max(0, at - 60), Math.min(words.length(), at + 60)));
      }
    }
  }

  private List<String> tables() {
    return query("select tablename from pg_catalog.pg_tables where schemaname = current_schema()");
  }

  private List<String> query(String question) {
    return administrator().sql(question).query(String.class).list();
  }

  private JdbcClient administrator() {
    return JdbcClient.create(session);
  }

  private static String listOf(JsonNode due) {
    String sentence = due.get("messages").get(1).asString();
    assertThat(sentence).startsWith("List ");
    return sentence.substring(5, 17);
  }

  private String refused(String... arguments) throws Exception {
    return said(answer(1, arguments));
  }

  private JsonNode answer(int code, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.add("--json");
    return JsonMapper.builder().build().readTree(run(code, line.toArray(String[]::new)));
  }

  /** At one as-of, unless a line names another. */
  private String run(int code, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(arguments));
    if (!line.contains("--as-of")) {
      line.addAll(List.of("--as-of", AS_OF));
    }
    Program.Result result = program(line.toArray(String[]::new));
    assertThat(result.code()).as(result.out() + result.err()).isEqualTo(code);
    printed.append(result.out()).append(result.err());
    return result.out();
  }

  private Program.Result program(String... arguments) throws IOException {
    List<String> line = new ArrayList<>(List.of(arguments));
    line.addAll(List.of("--home", home.toString()));
    return Program.answer(line.toArray(String[]::new));
  }

  private static String said(JsonNode answer) {
    return answer.get("messages").get(0).asString();
  }

  private static List<String> rows(JsonNode rows, String... columns) {
    List<String> lines = new ArrayList<>();
    for (JsonNode row : rows) {
      List<String> cells = new ArrayList<>();
      for (String column : columns) {
        cells.add(row.get(column).asString());
      }
      lines.add(String.join(" ", cells));
    }
    return lines;
  }
}
