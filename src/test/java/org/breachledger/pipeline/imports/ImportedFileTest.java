package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.breachledger.intake.store.ImportRecords.Finished;
import org.breachledger.intake.store.RowSum;
import org.breachledger.pipeline.imports.ImportedFile.Status;
import org.junit.jupiter.api.Test;

/** What the command line says of a file that was taken in. */
class ImportedFileTest {

  private static final String WHERE =
      "  Each gap is named on the page of this import (/imports/7); before a file is taken in,"
          + " import --dry-run names them.";

  @Test
  void whereThereAreGapsItSaysWhereTheyAreNamed() {
    assertThat(imported(new RowSum(3, 2, 1, 0, 0, 0, 0)).sentences()).contains(WHERE);
  }

  @Test
  void whereThereAreNoneItDoesNot() {
    assertThat(imported(new RowSum(3, 3, 0, 0, 0, 0, 0)).sentences())
        .noneMatch(line -> line.contains("gap is named"));
  }

  private static ImportedFile imported(RowSum rows) {
    Finished done =
        new Finished("dpo-log", "Log", 1, rows, Map.of(), List.of(), List.of(), List.of(), null);
    return new ImportedFile(
        Path.of("log.csv"), 7L, "cafe", Status.IMPORTED, null, done, null, List.of(), 0.1);
  }
}
