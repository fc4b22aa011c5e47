package org.breachledger.pipeline.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breachledger.intake.LogSummary;
import org.breachledger.intake.ReadRow;
import org.breachledger.intake.excel.ReturnsFile;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Writes the rows that go back to their sender, in a file named by the import's number only. */
public final class ReturnedRows {

  /**
   * Begins to collect the returned rows of an import.
   *
   * @param folder where the file will lie; made with the first row
   */
  public Collected begin(Path folder, long importId, LogSummary summary) {
    return new Collected(folder, importId, summary);
  }

  /** The returned rows of one import, on disk and without a name until they are finished. */
  public static final class Collected implements AutoCloseable {

    private final Path folder;
    private final long importId;
    private final LogSummary summary;
    private @Nullable ReturnsFile file;

    private Collected(Path folder, long importId, LogSummary summary) {
      this.folder = folder;
      this.importId = importId;
      this.summary = summary;
    }

    /** Adds a returned row, in the order of the log. */
    public void add(ReadRow row) {
      if (file == null) {
        try {
          Files.createDirectories(folder);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        file = new ReturnsFile(folder, summary, importId);
      }
      file.add(row);
    }

    /**
     * Writes the file and says where it is; null where no row came back. In a transaction that is
     * not committed after all, the file goes with it.
     */
    public @Nullable String finish() {
      if (file == null) {
        return null;
      }
      Path written = folder.resolve("returns-import-" + importId + ".xlsx");
      try {
        file.write(written);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (TransactionSynchronizationManager.isSynchronizationActive()) {
        TransactionSynchronizationManager.registerSynchronization(new Withdrawn(written));
      }
      return written.toString();
    }

    @Override
    public void close() {
      if (file != null) {
        try {
          file.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  /** Takes the file away again where its import was not stored. */
  private record Withdrawn(Path file) implements TransactionSynchronization {

    @Override
    public void afterCompletion(int status) {
      if (status == STATUS_ROLLED_BACK) {
        try {
          Files.deleteIfExists(file);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }
}
