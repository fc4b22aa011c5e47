package org.breachledger.pipeline.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.intake.LogFile;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.Reading;
import org.breachledger.intake.ReadingOptions;
import org.breachledger.intake.store.IncomingRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The rows of a log on their way to the register. */
class LogRowsTest {

  @TempDir private Path folder;

  /** A file is read a second time where known rows are in doubt. */
  @Test
  void aRowGoesBackToItsSenderOnceHoweverOftenTheFileIsRead() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("log.csv"),
            """
            School,Date of incident,Type of breach,Description
            Elm School,2026-02-03,Lost in transit,A letter
            Elm School,about Easter,,
            """);
    List<ReadRow> returned = new ArrayList<>();
    List<IncomingRow> sent = new ArrayList<>();
    try (LogFile log = (LogFile) Reading.reader().open(file, ReadingOptions.none())) {
      LogRows rows = new LogRows(log, returned::add);
      rows.sendTo(sent::add);
      rows.sendTo(sent::add);
    }
    assertThat(returned).hasSize(1);
    assertThat(sent).hasSize(4);
  }
}
