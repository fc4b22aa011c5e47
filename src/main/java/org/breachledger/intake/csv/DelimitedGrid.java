package org.breachledger.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.intake.FileNote;
import org.breachledger.intake.Grid;
import org.breachledger.intake.GridCell;
import org.breachledger.intake.GridRow;
import org.breachledger.intake.GridSheet;
import org.breachledger.intake.Refusal;
import org.breachledger.intake.RefusedFile;
import org.jspecify.annotations.Nullable;

/** A delimited text file as one sheet; a record is a row, whatever line breaks its cells hold. */
final class DelimitedGrid implements Grid {

  private final Path file;
  private final TextEncoding encoding;
  private final Separator separator;

  DelimitedGrid(Path file, TextEncoding encoding, Separator separator) {
    this.file = file;
    this.encoding = encoding;
    this.separator = separator;
  }

  @Override
  public List<GridSheet> sheets() {
    return List.of(new GridSheet(1, "", false));
  }

  @Override
  public void read(GridSheet sheet, RowVisitor visitor) throws RefusedFile, IOException {
    int number = 0;
    try (CsvReader<CsvRecord> reader = reader()) {
      Iterator<CsvRecord> records = reader.iterator();
      while (true) {
        CsvRecord next = next(records, number);
        if (next == null) {
          return;
        }
        number++;
        boolean declaration = number == 1 && separator.declared();
        if (!declaration && !visitor.visit(row(number, next))) {
          return;
        }
      }
    }
  }

  /**
   * People put quotation marks into quoted cells; that is mended where the row still ends. One that
   * never ends would swallow all rows after it and is refused.
   */
  @SuppressWarnings("removal") // the option has no successor yet
  private CsvReader<CsvRecord> reader() throws IOException {
    CsvReader.CsvReaderBuilder builder =
        CsvReader.builder()
            .fieldSeparator(separator.sign())
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .detectBomHeader(true);
    builder =
        separator.spaced()
            ? builder.trimWhitespacesAroundQuotes(true)
            : builder.allowExtraCharsAfterClosingQuote(true);
    return builder.ofCsvRecord(encoding.open(file), encoding.charset());
  }

  private static @Nullable CsvRecord next(Iterator<CsvRecord> records, int row)
      throws RefusedFile, IOException {
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException e) {
      throw new RefusedFile(Refusal.BROKEN_TEXT.saying(broken(e, row)), e);
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  private static String broken(CsvParseException fault, int row) {
    boolean tooLong = String.valueOf(fault.getMessage()).contains("max");
    return tooLong
        ? "Row "
            + (row + 1)
            + " holds more columns or longer texts than a log does; a line end or a quotation mark may"
            + " be missing there. Mend the row, or save the log again as CSV."
        : "The text breaks off after row "
            + row
            + ": a quotation mark is opened and never closed; mend it, or save the log again as CSV.";
  }

  private static GridRow row(int number, CsvRecord csv) throws RefusedFile {
    List<GridCell> cells = new ArrayList<>(csv.getFieldCount());
    for (int i = 0; i < csv.getFieldCount(); i++) {
      String field = csv.getField(i);
      if (field.length() > GridCell.LONGEST) {
        throw new RefusedFile(
            Refusal.BROKEN_TEXT.saying(
                "Row "
                    + number
                    + " holds a text of more than 262,144 characters, far more than a spreadsheet's cell"
                    + " can hold; a quotation mark may be missing there. Mend the row, or save the"
                    + " log again as CSV."));
      }
      cells.add(GridCell.text(field));
    }
    return new GridRow(number, cells, false);
  }

  @Override
  public boolean dates1904() {
    return false;
  }

  @Override
  public List<FileNote> notes() {
    return List.of();
  }

  @Override
  public void close() {
    // every reading opens and closes the file itself
  }
}
