package org.breachledger.reporting.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table being written to a file, row by row.
 *
 * <p>A cell is null or empty (nothing known), an {@link Outside} text (from outside, guarded), or a
 * text, number or truth value of ours; no text begins a formula.
 */
public interface TableFile extends Closeable {

  /** Text from outside: a spreadsheet must never run it. */
  record Outside(String text) {
    @Override
    public String toString() {
      return "Outside[" + text.length() + " characters]";
    }
  }

  /**
   * Writes one row; as many cells as columns.
   *
   * @throws TooManyRows where the format holds no more
   */
  void row(List<? extends @Nullable Object> cells) throws IOException;

  /** Says that all rows are written: the file is whole. */
  void done() throws IOException;

  /** The formats a table can be written in. */
  enum Format {
    CSV,
    XLSX,
    JSON
  }

  /**
   * Begins a file with its columns; missing folders are made. It is there, in the place of an older
   * one, when it is {@link #done}; closed before that, the older one is left as it was.
   */
  static TableFile create(Path file, Format format, String name, List<String> columns)
      throws IOException {
    return switch (format) {
      case CSV -> new CsvTable(file, columns);
      case XLSX -> new WorkbookTable(file, name, columns);
      case JSON -> new JsonTable(file, columns);
    };
  }
}
