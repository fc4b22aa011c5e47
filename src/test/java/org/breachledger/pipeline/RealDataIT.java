package org.breachledger.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breachledger.calendar.AsOf;
import org.breachledger.independent.RealCounts;
import org.breachledger.independent.RealCounts.Key;
import org.breachledger.independent.RealCounts.Layout;
import org.breachledger.independent.RealLegalClock;
import org.breachledger.normalise.TypeRules;
import org.breachledger.pipeline.boot.Installation;
import org.breachledger.pipeline.exports.Exports;
import org.breachledger.pipeline.home.Home;
import org.breachledger.pipeline.imports.FileImporter;
import org.breachledger.pipeline.imports.ImportOptions;
import org.breachledger.pipeline.imports.ImportedFile;
import org.breachledger.pipeline.jobs.Assessment;
import org.breachledger.pipeline.jobs.RunOutcome;
import org.breachledger.pipeline.jobs.RunRequest;
import org.breachledger.pipeline.jobs.Runs;
import org.breachledger.reporting.sheet.TableFile;
import org.breachledger.testing.ReadyHome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files nobody here wrote, through the whole line: every row accounted for, and the comparison
 * equal to one counted by other code. Set {@code -Dbreachledger.real-data=DIR} to the folder of the
 * files.
 */
class RealDataIT {

  private static final AsOf AS_OF = AsOf.parse("2026-11-01T03:00");

  /** A real file, its number of rows and an anchor with incidents in both halves before it. */
  enum RealFile {
    HHS_XLS(
        "hhs-breach-report.xls",
        868,
        LocalDate.of(2023, 1, 1),
        Layout.HHS,
        List.of("Type of Breach"),
        List.of("Web Description", "Location of Breached Information")),
    HHS_CSV(
        "hhs-breach-report-2023-2024.csv",
        853,
        LocalDate.of(2024, 7, 1),
        Layout.HHS,
        List.of("Type of Breach"),
        List.of("Web Description", "Location of Breached Information")),
    WASHINGTON(
        "washington-breach-notifications.csv",
        1618,
        LocalDate.of(2023, 10, 1),
        Layout.WASHINGTON,
        List.of("CyberattackType", "DataBreachCause"),
        List.of());

    private final String name;
    private final int rows;
    private final LocalDate anchor;
    private final Layout layout;
    private final List<String> category;
    private final List<String> words;

    RealFile(
        String name,
        int rows,
        LocalDate anchor,
        Layout layout,
        List<String> category,
        List<String> words) {
      this.name = name;
      this.rows = rows;
      this.anchor = anchor;
      this.layout = layout;
      this.category = category;
      this.words = words;
    }
  }

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void theComparisonEqualsOneCountedByOtherCode(RealFile real) throws Exception {
    Path file = file(real);
    Home home = ReadyHome.in(folder);
    try (Installation installation = Installation.open(home, home.jobs(), false, false)) {
      ImportedFile taken = take(installation, home, file);
      assertThat(taken.status()).isEqualTo(ImportedFile.Status.IMPORTED);
      assertThat(taken.rows().read()).isEqualTo(real.rows);
      assertThat(taken.rows().returned() + taken.rows().skipped()).isZero();

      RunOutcome run =
          installation.get(Runs.class).run(new RunRequest("half-yearly", AS_OF, real.anchor));
      assertThat(run.status()).isEqualTo(RunOutcome.Status.DONE);
      assertThat(papers(home)).isNotEmpty();

      Map<Key, List<Integer>> exported = exported(installation);
      assertThat(exported)
          .containsExactlyInAnyOrderEntriesOf(
              independent(file, real, installation.get(TypeRules.class)));
      assertThat(exported).containsKey(new Key(RealCounts.ALL, "TECHNICAL_SECURITY_FAILING"));
      if (real == RealFile.WASHINGTON) {
        Map<String, String> expected = RealLegalClock.verdicts(file);
        Map<String, String> judged = legalClock(installation);
        assertThat(judged.keySet()).isEqualTo(expected.keySet());
        judged.entrySet().removeIf(entry -> entry.getValue().equals(expected.get(entry.getKey())));
        assertThat(judged).as("verdicts that differ").isEmpty();
      }
      theSameAgainAddsNothing(installation, home, file, real);
    }
  }

  private void theSameAgainAddsNothing(
      Installation installation, Home home, Path file, RealFile real) throws Exception {
    assertThat(take(installation, home, file).status())
        .isEqualTo(ImportedFile.Status.ALREADY_IMPORTED);
    if (real.name.endsWith(".csv")) {
      Path other = folder.resolve("other-bytes-" + real.name);
      Files.writeString(other, Files.readString(file) + "\n");
      ImportedFile again = take(installation, home, other);
      assertThat(again.rows().unchanged()).isEqualTo(real.rows);
    }
  }

  private static Path file(RealFile real) {
    String data = System.getProperty("breachledger.real-data", "");
    assumeTrue(!data.isEmpty(), "-Dbreachledger.real-data=DIR is not set: no real file is read");
    return Path.of(data, "sheets", real.name);
  }

  private static ImportedFile take(Installation installation, Home home, Path file)
      throws Exception {
    ImportedFile taken =
        installation.get(FileImporter.class).take(file, ImportOptions.at(AS_OF, home.returns()));
    installation.get(Assessment.class).run(AS_OF);
    return taken;
  }

  private static List<Path> papers(Home home) throws IOException {
    try (Stream<Path> papers = Files.walk(home.reports())) {
      return papers.filter(paper -> paper.toString().endsWith("board.pdf")).toList();
    }
  }

  /** Whole types with at least one incident, school names folded and summed. */
  private Map<Key, List<Integer>> exported(Installation installation) throws IOException {
    Map<Key, int[]> sums = new HashMap<>();
    for (NamedCsvRecord row : export(installation, Exports.Table.RECURRENCE)) {
      if (row.getField("sub_type").isEmpty()) {
        String school = row.getField("school");
        int[] sum =
            sums.computeIfAbsent(
                new Key(
                    school.equals(RealCounts.ALL) ? school : RealCounts.fold(school),
                    row.getField("breach_type")),
                key -> new int[2]);
        sum[0] += Integer.parseInt(row.getField("previous"));
        sum[1] += Integer.parseInt(row.getField("current"));
      }
    }
    return happened(sums);
  }

  private static Map<Key, List<Integer>> independent(Path file, RealFile real, TypeRules rules) {
    Map<Key, int[]> counts =
        RealCounts.counts(
            file,
            real.anchor,
            real.layout,
            row -> rules.decide(joined(row, real.category), joined(row, real.words)).breachType());
    counts.keySet().removeIf(key -> key.type().equals(RealCounts.EVERY_TYPE));
    return happened(counts);
  }

  private static @Nullable String joined(Map<String, String> row, List<String> columns) {
    String text =
        columns.stream()
            .map(column -> row.getOrDefault(column, "").strip())
            .filter(cell -> !cell.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }

  private static Map<Key, List<Integer>> happened(Map<Key, int[]> counts) {
    Map<Key, List<Integer>> lists = new HashMap<>();
    counts.forEach(
        (key, pair) -> {
          if (pair[0] + pair[1] > 0) {
            lists.put(key, List.of(pair[0], pair[1]));
          }
        });
    return lists;
  }

  private Map<String, String> legalClock(Installation installation) throws IOException {
    Map<String, String> verdicts = new TreeMap<>();
    for (NamedCsvRecord row : export(installation, Exports.Table.DEADLINES)) {
      if (row.getField("duty").equals("ico_legal_clock")) {
        verdicts.put(row.getField("reference"), row.getField("verdict"));
      }
    }
    return verdicts;
  }

  private List<NamedCsvRecord> export(Installation installation, Exports.Table table)
      throws IOException {
    Path out = folder.resolve(table + ".csv");
    installation.get(Exports.class).write(table, TableFile.Format.CSV, out, AS_OF);
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(out)) {
      return reader.stream().toList();
    }
  }
}
