package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.breachledger.independent.SampleCounts;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.demo.Demo;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.sheet.TableFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    installation = Installation.open(home, home.jobs(), false, false);
    first = installation.get(Demo.class).run(home);
  }

  @AfterAll
  static void close() {
    installation.close();
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
    compare("reporting.txt", text.toString().replaceAll("Record [0-9a-f]{16}", "Record ·"));
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
