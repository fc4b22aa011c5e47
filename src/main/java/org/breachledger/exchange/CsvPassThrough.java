package org.breachledger.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Passes every row of a CSV file on, in order and with all its columns, and adds columns of ours
 * behind them.
 */
public final class CsvPassThrough {

  private CsvPassThrough() {}

  /** A file that cannot be passed through; the message says what, where, what to do. */
  public static final class UnreadableFile extends Exception {
    private static final long serialVersionUID = 1L;

    /** Refuses a file with a sentence. */
    public UnreadableFile(String sentence) {
      super(sentence);
    }
  }

  /**
   * What became of a file's rows.
   *
   * @param rows how many were passed on
   * @param returned a sentence for each that was not, with its line and what to do
   */
  public record Passed(long rows, List<String> returned) {
    /** Copies the sentences. */
    public Passed {
      returned = List.copyOf(returned);
    }
  }

  /**
   * Reads {@code in}, adds columns and writes {@code out}, which must be another file. A row with
   * more cells than there are columns is returned: nobody knows which column each is of.
   *
   * @param required columns that must be in the heading row
   * @param added the headings of the added columns
   * @param compute gives the added cells of a row, from its stripped cells by column name; a column
   *     that is not there is the empty text
   * @throws UnreadableFile where the file is missing, empty, no CSV or lacks a required column
   */
  public static Passed run(
      Path in,
      Path out,
      List<String> required,
      List<String> added,
      Function<UnaryOperator<String>, List<String>> compute)
      throws UnreadableFile, IOException {
    check(in, out);
    long rows = 0;
    List<String> returned = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = reader(in)) {
      @Nullable SafeCsv writer = null;
      List<String> headings = List.of();
      try {
        for (CsvRecord line : reader) {
          if (writer == null) {
            headings = line.getFields().stream().map(String::strip).toList();
            demand(in, headings, required);
            List<String> shown = headings.stream().map(SafeCsv::guarded).toList();
            writer = SafeCsv.create(out, joined(shown, added));
            continue;
          }
          Optional<String> wrong = tooMany(line, headings.size());
          if (wrong.isPresent()) {
            returned.add(leftOut(in, line.getStartingLineNumber(), wrong.get()));
            continue;
          }
          writer.row(
              joined(
                  padded(line.getFields(), headings.size()), compute.apply(cells(headings, line))));
          rows++;
        }
        if (writer != null) {
          writer.done();
        }
      } finally {
        if (writer != null) {
          writer.close();
        }
      }
      if (writer == null) {
        throw new UnreadableFile(
            in + ": the file is empty; it needs a heading row with " + required);
      }
    } catch (TextEncoding.Unfit e) {
      throw new UnreadableFile(in + ": " + e.getMessage());
    } catch (CsvParseException e) {
      throw new UnreadableFile(
          in + ": this is not a readable CSV file; save it as CSV in UTF-8 and try again");
    }
    return new Passed(rows, returned);
  }

  /**
   * Reads a CSV file by its encoding; rows may have fewer or more cells than columns.
   *
   * @throws TextEncoding.Unfit where it has none that is read here
   */
  public static CsvReader<CsvRecord> reader(Path in) throws IOException {
    TextEncoding encoding = TextEncoding.find(in);
    return CsvReader.builder()
        .detectBomHeader(true)
        .allowMissingFields(true)
        .allowExtraFields(true)
        .ofCsvRecord(encoding.open(in), encoding.charset());
  }

  /**
   * What is wrong with a row of more cells than there are columns; blank ones at its end do not
   * count.
   */
  public static Optional<String> tooMany(CsvRecord line, int columns) {
    int cells = filled(line);
    return cells <= columns
        ? Optional.empty()
        : Optional.of(
            "it has "
                + cells
                + " cells where there are "
                + columns
                + " columns; put a text with a comma in it in quotation marks and pass the row again");
  }

  /** How many cells a row has to its last that is filled in. */
  private static int filled(CsvRecord line) {
    int count = line.getFieldCount();
    while (count > 0 && line.getField(count - 1).isBlank()) {
      count--;
    }
    return count;
  }

  private static String leftOut(Path in, long line, String wrong) {
    return in + ", line " + line + ": this row was left out, because " + wrong;
  }

  private static void check(Path in, Path out) throws UnreadableFile, IOException {
    if (!Files.isRegularFile(in)) {
      throw new UnreadableFile(in + ": there is no such file; check the path");
    }
    if (!Files.isReadable(in)) {
      throw new UnreadableFile(in + ": the file cannot be read; check its permissions");
    }
    if (Files.exists(out) && Files.isSameFile(in, out)) {
      throw new UnreadableFile(out + ": --out must be another file than the one read");
    }
  }

  private static void demand(Path in, List<String> headings, List<String> required)
      throws UnreadableFile {
    for (String column : required) {
      if (!headings.contains(column)) {
        throw new UnreadableFile(
            in + ", row 1: there is no column \"" + column + "\"; the columns are " + headings);
      }
    }
  }

  private static UnaryOperator<String> cells(List<String> headings, CsvRecord line) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < headings.size() && i < line.getFieldCount(); i++) {
      cells.putIfAbsent(headings.get(i), line.getField(i).strip());
    }
    return column -> cells.getOrDefault(column, "");
  }

  private static List<String> padded(List<String> fields, int size) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      cells.add(i < fields.size() ? SafeCsv.guarded(fields.get(i)) : "");
    }
    return cells;
  }

  private static List<String> joined(List<String> first, List<String> second) {
    List<String> all = new ArrayList<>(first);
    all.addAll(second);
    return all;
  }
}
