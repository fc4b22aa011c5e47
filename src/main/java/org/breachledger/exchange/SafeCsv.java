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

  private SafeCsv(CsvWriter writer) {
    this.writer = writer;
  }

  /** Opens a file anew with its heading row; missing folders are made. */
  public static SafeCsv create(Path file, List<String> headings) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      return to(Files.newBufferedWriter(file, StandardCharsets.UTF_8), headings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to {@code out}, beginning with the heading row. */
  public static SafeCsv to(Writer out, List<String> headings) {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .quoteStrategy(QuoteStrategies.REQUIRED)
            .build(out);
    writer.writeRecord(headings);
    return new SafeCsv(writer);
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

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
