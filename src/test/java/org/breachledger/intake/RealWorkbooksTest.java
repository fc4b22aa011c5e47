package org.breachledger.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Awkward and hostile workbooks of another project, none of them an incident log: each gets its
 * verdict within ten seconds, and the flags of the manifest say which. Skipped where {@code
 * -Dbreachledger.real-data} is not set.
 */
class RealWorkbooksTest {

  private static final Duration LIMIT = Duration.ofSeconds(10);

  /** Excel 95, which no other tool of the manifest reads either. */
  private static final Set<String> OLD = Set.of("spreadsheet__64130.xls");

  private static Path folder() {
    String data = System.getProperty("breachledger.real-data", "");
    Path folder = Path.of(data, "workbooks");
    assumeTrue(
        !data.isEmpty() && Files.isDirectory(folder),
        "skipped: set -Dbreachledger.real-data to a folder with workbooks/");
    return folder;
  }

  private static List<NamedCsvRecord> manifest() throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder().resolve("MANIFEST.csv"))) {
      return reader.stream().toList();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyWorkbookHasItsVerdict() throws IOException {
    Path files = folder().resolve("files");
    return manifest().stream()
        .map(
            line ->
                DynamicTest.dynamicTest(
                    line.getField("file"),
                    () ->
                        assertTimeoutPreemptively(
                            LIMIT,
                            () ->
                                verdict(
                                    files.resolve(line.getField("file")),
                                    line.getField("flags"),
                                    line.getField("oracle_error")))));
  }

  private static void verdict(Path file, String flags, String oracleError) {
    Opened opened = Reading.reader().open(file, ReadingOptions.none());
    assertThat(opened).isInstanceOf(Refused.class);
    Refusal why = ((Refused) opened).why();
    if (flags.contains("encrypted")) {
      assertThat(why).isEqualTo(Refusal.PASSWORD);
    } else if (flags.contains("xlsb")) {
      assertThat(why).isEqualTo(Refusal.BINARY_WORKBOOK);
    } else if (flags.contains("doctype")) {
      assertThat(why).isEqualTo(Refusal.DOCTYPE);
    } else if (flags.contains("bad_zip") || flags.contains("duplicate_zip")) {
      assertThat(why).isEqualTo(Refusal.BROKEN);
    } else if (OLD.contains(file.getFileName().toString())) {
      assertThat(why).isEqualTo(Refusal.OLD_WORKBOOK);
    } else if (oracleError.isEmpty() && file.toString().matches(".*\\.xls[xm]?")) {
      assertThat(why).isEqualTo(Refusal.NO_LOG);
    } else {
      assertThat(why).isIn(Refusal.NO_LOG, Refusal.BROKEN, Refusal.NOT_A_WORKBOOK);
    }
  }

  @Test
  void theVerdictsAreCounted() throws IOException {
    Path files = folder().resolve("files");
    Map<Refusal, Integer> verdicts = new TreeMap<>();
    for (NamedCsvRecord line : manifest()) {
      Opened opened =
          Reading.reader().open(files.resolve(line.getField("file")), ReadingOptions.none());
      verdicts.merge(((Refused) opened).why(), 1, Integer::sum);
    }
    assertThat(verdicts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(203);
    assertThat(verdicts)
        .containsEntry(Refusal.BINARY_WORKBOOK, 8)
        .containsEntry(Refusal.DOCTYPE, 4)
        .containsEntry(Refusal.OLD_WORKBOOK, 1);
  }
}
