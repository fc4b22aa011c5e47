package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.independent.SampleCounts;
import org.breachledger.normalise.BreachTypes;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.demo.Demo;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.web.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The whole line over {@code sample-data} at its fixed as-of, compared stage by stage with {@code
 * sample-data/expected}.
 *
 * <p>Where a rule was changed on purpose, run with {@code -Dbreachledger.accept=true}, read what
 * changed in {@code sample-data/expected} line by line, and put it into CHANGELOG.md under Rules.
 */
class GoldenRunIT {

  private static final Path EXPECTED = Path.of("sample-data", "expected");

  @TempDir private static Path folder;
  private static Home home;
  private static Installation installation;
  private static Demo.Outcome first;

  @BeforeAll
  static void runTheDemo() throws Exception {
    home = new Home(folder.resolve("home"));
    System.setProperty("PORT", "0");
    installation = Installation.open(home, home.jobs(), true, false);
    first = installation.get(Demo.class).run(home);
  }

  @AfterAll
  static void close() {
    installation.close();
    System.clearProperty("PORT");
  }

  @ParameterizedTest
  @CsvSource({
    "intake, IMPORTS, started_at finished_at",
    "normalise, INCIDENTS, individuals factors baseline score category_level declared_score repeat_of",
    "severity, INCIDENTS, occurred identified aware reported registered closed reported_type type_confidence",
    "deadline, DEADLINES, ''",
    "recurrence, RECURRENCE, ''",
    "alerting, ALERTS, alert_id raised_at"
  })
  void theStageComesOutAsExpected(String stage, Exports.Table table, String left) throws Exception {
    Path file = folder.resolve(stage + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, Demo.AS_OF);
    compare(stage + ".csv", without(file, List.of(left.split(" "))));
  }

  /** The generator knows what it put in; nothing of ours computed that. */
  @Test
  void theComparisonEqualsTheGeneratorsOwnTable() throws Exception {
    Path file = folder.resolve("compared.csv");
    installation
        .get(Exports.class)
        .write(Exports.Table.RECURRENCE, TableFile.Format.CSV, file, Demo.AS_OF);
    Map<SampleCounts.Key, SampleCounts.Counts> counts = new TreeMap<>();
    Map<SampleCounts.Key, String> verdicts = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : reader) {
        SampleCounts.Key key =
            new SampleCounts.Key(row.getField("school"), row.getField("breach_type"));
        if (row.getField("sub_type").isEmpty()) {
          counts.put(key, counts(row));
          if (!key.school().equals(SampleCounts.ALL)) {
            verdicts.put(key, row.getField("verdict"));
          }
        }
      }
    }
    assertThat(happened(counts)).isEqualTo(happened(SampleCounts.counts()));
    Map<SampleCounts.Key, String> planned = new TreeMap<>(SampleCounts.verdicts());
    verdicts.keySet().removeIf(key -> key.type().equals("UNTYPED"));
    assertThat(planned).hasSizeGreaterThan(60);
    assertThat(verdicts).isEqualTo(planned);
  }

  private static SampleCounts.Counts counts(NamedCsvRecord row) {
    return new SampleCounts.Counts(
        Integer.parseInt(row.getField("previous")),
        Integer.parseInt(row.getField("current")),
        Integer.parseInt(row.getField("near_misses_previous")),
        Integer.parseInt(row.getField("near_misses_current")));
  }

  private static Map<SampleCounts.Key, SampleCounts.Counts> happened(
      Map<SampleCounts.Key, SampleCounts.Counts> counts) {
    Map<SampleCounts.Key, SampleCounts.Counts> some = new TreeMap<>(counts);
    some.values().removeIf(new SampleCounts.Counts(0, 0, 0, 0)::equals);
    return some;
  }

  private static final Pattern COMPARED =
      Pattern.compile("Compared: \\d+ schools?, (\\d+) before, (\\d+) now;.*");

  /**
   * Whoever asks for the same half is told the same numbers, wherever they look; an alert names
   * those its verdict compares.
   */
  @Test
  void exportsPapersAlertsAndMessagesAgree() throws Exception {
    Map<String, String> counts = new TreeMap<>();
    Map<String, String> judged = new TreeMap<>();
    for (NamedCsvRecord row : exported(Exports.Table.RECURRENCE)) {
      if (row.getField("sub_type").isEmpty()) {
        String key = row.getField("school") + "|" + row.getField("breach_type");
        counts.put(key, row.getField("previous") + " " + row.getField("current"));
        Matcher some = COMPARED.matcher(row.getField("evidence"));
        judged.put(key, some.matches() ? some.group(1) + " " + some.group(2) : counts.get(key));
      }
    }
    counts.values().removeIf("0 0"::equals);
    assertThat(counts).hasSizeGreaterThan(40);
    assertThat(countedInTheRegister()).isEqualTo(counts);
    String board = flat(home.reports(), "board.pdf");
    Map<String, String> titles = titles();
    counts.forEach(
        (key, numbers) -> {
          String school = key.substring(0, key.indexOf('|'));
          String row = titles.get(key.substring(key.indexOf('|') + 1)) + " " + numbers + " ";
          String paper = school.equals("*") ? board : flat(home.reports(), slug(school));
          assertThat(paper).as(school).contains(row);
        });
    Map<String, String> alerts = new TreeMap<>();
    for (NamedCsvRecord row : exported(Exports.Table.ALERTS)) {
      String key = row.getField("school") + "|" + row.getField("breach_type");
      assertThat(row.getField("previous") + " " + row.getField("current"))
          .as(key)
          .isEqualTo(judged.get(key));
      alerts.put(
          titles.get(row.getField("breach_type")) + "|" + row.getField("school"), judged.get(key));
    }
    assertThat(judged).isNotEqualTo(counts);
    assertThat(told()).isEqualTo(alerts).hasSizeGreaterThan(5);
    assertThat(shown()).isEqualTo(alerts);
  }

  /** Counted once more from the list of incidents, by the rule of the policy. */
  private static Map<String, String> countedInTheRegister() throws IOException {
    Map<String, int[]> counted = new TreeMap<>();
    List<String> left =
        Objects.requireNonNull(
            installation
                .get(TransactionTemplate.class)
                .execute(
                    status ->
                        installation
                            .get(JdbcClient.class)
                            .sql(
                                "select concat(import_id, '/', row, '/', reference) from incident"
                                    + " where counted_as <> 'incident'")
                            .query(String.class)
                            .list()));
    assertThat(left).hasSizeGreaterThan(20);
    for (NamedCsvRecord row : exported(Exports.Table.INCIDENTS)) {
      String day =
          Stream.of("occurred", "identified", "reported")
              .map(row::getField)
              .filter(moment -> !moment.isEmpty())
              .findFirst()
              .orElse("");
      boolean counts =
          !left.contains(
              row.getField("import_id")
                  + "/"
                  + row.getField("source_row")
                  + "/"
                  + row.getField("reference"));
      int half = day.compareTo("2026-01-01") < 0 ? 0 : 1;
      if (counts && day.compareTo("2025-07-01") >= 0 && day.compareTo("2026-07-01") < 0) {
        String type = row.getField("breach_type");
        for (String school : List.of("*", row.getField("school"))) {
          String key = school + "|" + (type.isEmpty() ? "UNTYPED" : type);
          counted.computeIfAbsent(key, none -> new int[2])[half]++;
        }
      }
    }
    Map<String, String> words = new TreeMap<>();
    counted.forEach((key, both) -> words.put(key, both[0] + " " + both[1]));
    return words;
  }

  private static List<NamedCsvRecord> exported(Exports.Table table) throws IOException {
    Path file = folder.resolve("agreeing.csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, file, Demo.AS_OF);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(file)) {
      return reader.stream().toList();
    }
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new TreeMap<>(Map.of("UNTYPED", "Type not yet decided"));
    installation
        .get(BreachTypes.class)
        .list()
        .forEach(type -> titles.put(type.code(), type.title()));
    return titles;
  }

  private static String slug(String school) {
    return "governors-" + school.toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String flat(Path below, String name) {
    try (Stream<Path> files = Files.walk(below)) {
      Path paper =
          files
              .filter(file -> String.valueOf(file.getFileName()).startsWith(name))
              .findFirst()
              .orElseThrow();
      return text(paper).replaceAll("\\s+", " ");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the page of alerts shows the analyst. */
  private static Map<String, String> shown() {
    Browser browser = new Browser(installation.port());
    browser.signIn("analyst", "lanternfield-demo");
    String page = browser.get("/alerts").body().replaceAll("(?s)<(?!td|th|/td|/th)[^>]*>", "");
    String first = "<th scope=\"row\"[^>]*>\\s*([^<]*?)\\s*</th>\\s*";
    String cell = "<td[^>]*>\\s*([^<]*?)\\s*</td>\\s*";
    Matcher row = Pattern.compile(first + cell + cell + cell + cell).matcher(page);
    Map<String, String> shown = new TreeMap<>();
    while (row.find()) {
      String where = row.group(2).startsWith("all schools") ? "*" : row.group(2);
      shown.put(row.group(1) + "|" + where, row.group(4) + " " + row.group(5));
    }
    return shown;
  }

  /** What each message to the analyst says: type and school, before and now. */
  private static Map<String, String> told() throws IOException {
    Pattern said =
        Pattern.compile(
            "^Type: +(.+?)\\s*\\RWhere: +(.+?)\\s*\\RBefore: +(\\d+)(?s:.*?)\\RNow: +(\\d+)",
            Pattern.MULTILINE);
    Map<String, String> told = new TreeMap<>();
    try (Stream<Path> messages = Files.list(home.outbox())) {
      for (Path message : messages.filter(file -> file.toString().contains("alert-")).toList()) {
        Matcher found = said.matcher(Files.readString(message, StandardCharsets.ISO_8859_1));
        if (found.find()) {
          String where = found.group(2).startsWith("all schools") ? "*" : found.group(2);
          told.put(found.group(1) + "|" + where, found.group(3) + " " + found.group(4));
        }
      }
    }
    return told;
  }

  @Test
  void thePapersComeOutAsExpected() throws Exception {
    StringBuilder text = new StringBuilder();
    try (Stream<Path> papers = Files.walk(home.reports())) {
      for (Path paper :
          papers
              .filter(file -> file.toString().matches(".*(governors|board).*\\.pdf"))
              .sorted()
              .toList()) {
        text.append("# ").append(paper.getFileName()).append('\n').append(text(paper)).append('\n');
      }
    }
    compare("reporting.txt", text.toString().replaceAll("Record [0-9]+/[0-9a-f]{16}", "Record ·"));
  }

  @Test
  void everyFileWasTakenAndEveryJobCameToItsEnd() {
    assertThat(first.complete()).isTrue();
    assertThat(first.outputs()).anyMatch(file -> file.endsWith("board.pdf"));
    assertThat(first.outputs()).filteredOn(file -> file.contains("governors-")).hasSize(6);
  }

  @Test
  void askedAgainItSaysWhatWasThere() throws Exception {
    Demo.Outcome again = installation.get(Demo.class).run(home);
    assertThat(again.outputs()).isEqualTo(first.outputs());
    assertThat(again.messages())
        .contains(
            "half-yearly was already done for 2026-07-01 (edition 1) and nothing has changed"
                + " since")
        .anyMatch(line -> line.startsWith("dpo-log-2026-06.xlsx: already imported as number"));
  }

  @Test
  void aJobAskedForAgainWithNothingChangedDoesNothing() throws Exception {
    RunOutcome outcome =
        installation.get(Runs.class).run(new RunRequest("half-yearly", Demo.AS_OF, null));
    assertThat(outcome.status()).isEqualTo(RunOutcome.Status.NOTHING_CHANGED);
  }

  /** Names people only where the record keeps them apart. */
  @Test
  void noReporterReachesAPaperOrAMessage() throws Exception {
    List<String> reporters =
        CsvReader.builder()
            .ofNamedCsvRecord(home.folder().resolve("sample-data/mis-incidents-quillbrook.csv"))
            .stream()
            .map(row -> row.getField("Reporter"))
            .filter(name -> !name.isBlank() && !name.equalsIgnoreCase("anonymous"))
            .distinct()
            .toList();
    assertThat(reporters).isNotEmpty();
    for (Path file : written()) {
      String text =
          file.toString().endsWith(".pdf")
              ? text(file)
              : Files.readString(file, StandardCharsets.ISO_8859_1);
      assertThat(text).as(file.toString()).doesNotContain(reporters);
    }
  }

  private static List<Path> written() throws IOException {
    try (Stream<Path> papers = Files.walk(home.reports());
        Stream<Path> messages = Files.walk(home.outbox())) {
      return Stream.concat(papers, messages).filter(Files::isRegularFile).toList();
    }
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replace("\r\n", "\n");
    }
  }

  private static String without(Path csv, List<String> columns) throws IOException {
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      StringBuilder text = new StringBuilder();
      reader.stream()
          .forEach(
              row -> {
                List<String> kept =
                    row.getHeader().stream().filter(name -> !columns.contains(name)).toList();
                if (text.length() == 0) {
                  text.append(String.join(",", kept)).append('\n');
                }
                text.append(
                        kept.stream()
                            .map(name -> cell(row.getField(name)))
                            .collect(Collectors.joining(",")))
                    .append('\n');
              });
      return text.toString();
    }
  }

  private static String cell(String text) {
    return text.matches("[^,\"\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
  }

  private static void compare(String name, String made) throws IOException {
    Path file = EXPECTED.resolve(name);
    if (Boolean.getBoolean("breachledger.accept")) {
      Files.createDirectories(EXPECTED);
      Files.writeString(file, made);
    }
    assertThat(made.lines().toList())
        .as("sample-data/expected/" + name)
        .containsExactlyElementsOf(Files.readString(file).lines().toList());
  }
}
