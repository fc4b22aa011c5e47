package org.breachledger.independent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.breachledger.independent.RealCounts.Key;
import org.breachledger.independent.RealCounts.Layout;
import org.breachledger.testing.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealCountsTest {

  private static final LocalDate ANCHOR_WEDNESDAY_1_JULY_2026 = LocalDate.of(2026, 7, 1);

  @Test
  void eachEdgeBelongsToOneWindow(@TempDir Path folder) {
    Path file =
        Sheets.csv(
            folder.resolve("log.csv"),
            ',',
            List.of("Name of Covered Entity", "Breach Submission Date", "Type"),
            List.of("Alder, School", "2025-06-30", "A"),
            List.of("Alder, School", "2025-07-01", "A"),
            List.of("Alder School", "12/31/2025", "A"),
            List.of("Alder School", "2026 Jan 01 12:00:00 AM", "A"),
            List.of("Alder School", "2026-06-30", ""),
            List.of("Alder School", "2026-07-01", "A"),
            List.of("Birch \"B\" School", "2026-01-02", "A"));
    Map<Key, int[]> counts =
        RealCounts.counts(
            file,
            ANCHOR_WEDNESDAY_1_JULY_2026,
            Layout.HHS,
            row -> row.getOrDefault("Type", "").isEmpty() ? null : row.get("Type"));
    assertThat(counts)
        .hasSize(8)
        .containsEntry(new Key("alderschool", "A"), new int[] {2, 1})
        .containsEntry(new Key("alderschool", "UNTYPED"), new int[] {0, 1})
        .containsEntry(new Key("alderschool", "*"), new int[] {2, 2})
        .containsEntry(new Key("birchbschool", "A"), new int[] {0, 1})
        .containsEntry(new Key("birchbschool", "*"), new int[] {0, 1})
        .containsEntry(new Key("*", "A"), new int[] {2, 2})
        .containsEntry(new Key("*", "UNTYPED"), new int[] {0, 1})
        .containsEntry(new Key("*", "*"), new int[] {2, 3});
  }

  @Test
  void theRealFilesAreReadToTheirLastRow() {
    String folder = System.getProperty("breachledger.real-data", "");
    assumeTrue(!folder.isEmpty(), "-Dbreachledger.real-data=DIR is not set: no real file is read");
    Path sheets = Path.of(folder, "sheets");
    assertThat(PlainRows.read(sheets.resolve("hhs-breach-report.xls"))).hasSize(868);
    assertThat(PlainRows.read(sheets.resolve("hhs-breach-report-2023-2024.csv"))).hasSize(853);
    assertThat(PlainRows.read(sheets.resolve("washington-breach-notifications.csv"))).hasSize(1618);
  }
}
