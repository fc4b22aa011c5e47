package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.excel.ReturnsFile;

/** Writes the rows that go back to their sender, named by the import's number only. */
public final class ReturnedRows {

  /** Writes the returned rows of an import below a folder and says where. */
  public String write(Path folder, long importId, LogSummary summary, List<ReadRow> returned) {
    Path file = folder.resolve("returns-import-" + importId + ".xlsx");
    try {
      Files.createDirectories(folder);
      ReturnsFile.write(file, summary, returned);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file.toString();
  }
}
