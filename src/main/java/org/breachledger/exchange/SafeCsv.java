package org.breachledger.exchange;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file in UTF-8 without a byte order mark, comma, RFC 4180, one heading row; text from
 * outside is guarded, so that no spreadsheet takes it for a formula.
 */
public final class SafeCsv implements Closeable {

  /** Wide ones too: some spreadsheets take them for the narrow. */
  private static final String BEGINS_A_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  /** One, or a stretch from one to another. */
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d+(\\.\\d+)?(\\.\\.[+-]?\\d+(\\.\\d+)?)?");

  private final CsvWriter writer;
  private final @Nullable WholeFile file;
  private boolean open = true;

  private SafeCsv(CsvWriter writer, @Nullable WholeFile file) {
    this.writer = writer;
    this.file = file;
  }

  /**
   * Begins a file with its heading row; missing folders are made. It is there when it is {@link
   * #done}; closed before that, an older one is left as it was.
   */
  public static SafeCsv create(Path file, List<String> headings) {
    try {
      WholeFile whole = WholeFile.begin(file);
      Writer out = Files.newBufferedWriter(whole.path(), StandardCharsets.UTF_8);
      return new SafeCsv(begun(out, headings), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to {@code out}, beginning with the heading row. */
  public static SafeCsv to(Writer out, List<String> headings) {
    return new SafeCsv(begun(out, headings), null);
  }

  private static CsvWriter begun(Writer out, List<String> headings) {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.REQUIRED)
            .build(out);
    writer.writeRecord(headings);
    return writer;
  }

  /** Writes one row as it stands; guard what came from outside with {@link #guarded} first. */
  public void row(List<String> cells) {
    writer.writeRecord(cells);
  }

  /**
   * Text from outside with a leading apostrophe where a spreadsheet would take it for a formula: it
   * begins with {@code = + - @}, narrow or wide, a tab or a line end and is not a plain number.
   */
  public static String guarded(String text) {
    if (text.isEmpty() || BEGINS_A_FORMULA.indexOf(text.charAt(0)) < 0) {
      return text;
    }
    return NUMBER.matcher(text).matches() ? text : "'" + text;
  }

  /** Says that all rows are written: the file is whole. */
  public void done() throws IOException {
    end();
    if (file != null) {
      file.done();
    }
  }

  @Override
  public void close() throws IOException {
    try (file) {
      end();
    }
  }

  /** A writer that is closed already takes another closing for a fault. */
  private void end() throws IOException {
    if (open) {
      open = false;
      writer.close();
    }
  }
}
