package org.breachledger.pipeline.replay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.breachledger.reporting.sheet.TableFile;
import org.jspecify.annotations.Nullable;

/** One table of a replay, being written as CSV. */
final class ReplayedFile implements AutoCloseable {

  private final TableFile out;

  /**
   * Begins a table.
   *
   * @param name of the file, without its ending
   */
  ReplayedFile(Path folder, String name, List<String> columns) {
    try {
      this.out =
          TableFile.create(folder.resolve(name + ".csv"), TableFile.Format.CSV, name, columns);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void row(List<? extends @Nullable Object> cells) {
    try {
      out.row(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says that all rows are written: the file is whole. */
  void done() {
    try {
      out.done();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
