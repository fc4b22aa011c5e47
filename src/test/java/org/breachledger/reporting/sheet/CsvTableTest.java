package org.breachledger.reporting.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTableTest {

  @TempDir private static Path folder;

  @Test
  void numbersAreWrittenOut() throws IOException {
    Path file = folder.resolve("table.csv");
    try (TableFile table =
        TableFile.create(file, TableFile.Format.CSV, "table", List.of("p", "n", "none"))) {
      table.row(Arrays.asList(0.00042, 12, null));
      table.row(Arrays.asList(12_345_678.5, 0, ""));
      table.done();
    }
    assertThat(Files.readString(file)).contains("0.00042,12,").contains("12345678.5,0,");
  }
}
