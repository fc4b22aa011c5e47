package org.breachledger.pipeline.types;

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
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.breachledger.exchange.CsvPassThrough;
import org.breachledger.exchange.CsvPassThrough.UnreadableFile;
import org.breachledger.exchange.TextEncoding;
import org.breachledger.pipeline.types.ConfirmationLine.Place;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file of confirmed breach types. An export of incidents, cut to the lines that were
 * looked at and with the types put right, is such a file; columns without a use are passed over.
 */
public final class ConfirmationFile {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");
  private static final List<String> REQUIRED = List.of("school", "reference");

  private ConfirmationFile() {}

  /**
   * Reads all lines below the heading row; blank ones are passed over, and one with more cells than
   * there are columns carries its fault.
   *
   * @param withdrawal whether confirmations are withdrawn, so that no type is needed
   * @throws UnreadableFile where the file is missing, empty, no CSV or lacks a column
   */
  public static List<ConfirmationLine> read(Path file, boolean withdrawal)
      throws UnreadableFile, IOException {
    if (!Files.isRegularFile(file)) {
      throw new UnreadableFile(file + ": there is no such file; check the path");
    }
    List<ConfirmationLine> lines = new ArrayList<>();
    List<String> headings = null;
    try (CsvReader<CsvRecord> reader = CsvPassThrough.reader(file)) {
      for (CsvRecord record : reader) {
        if (headings == null) {
          headings = record.getFields().stream().map(String::strip).toList();
          demand(file, headings, withdrawal);
        } else {
          lines.add(line(headings, record));
        }
      }
    } catch (TextEncoding.Unfit e) {
      throw new UnreadableFile(file + ": " + e.getMessage());
    } catch (CsvParseException e) {
      throw new UnreadableFile(
          file + ": this is not a readable CSV file; save it as CSV in UTF-8 and try again");
    }
    if (headings == null) {
      throw new UnreadableFile(file + ": the file is empty; it needs a heading row");
    }
    return lines;
  }

  private static void demand(Path file, List<String> headings, boolean withdrawal)
      throws UnreadableFile {
    List<String> needed = new ArrayList<>(REQUIRED);
    if (!withdrawal) {
      needed.add("breach_type");
    }
    for (String column : needed) {
      if (!headings.contains(column)) {
        throw new UnreadableFile(
            file + ", line 1: there is no column \"" + column + "\"; it needs " + needed);
      }
    }
  }

  private static Map<String, String> cells(List<String> headings, CsvRecord record) {
    Map<String, String> cells = new HashMap<>();
    for (int at = 0; at < headings.size() && at < record.getFieldCount(); at++) {
      cells.putIfAbsent(headings.get(at), record.getField(at).strip());
    }
    return cells;
  }

  private static ConfirmationLine line(List<String> headings, CsvRecord record) {
    Map<String, String> cells = cells(headings, record);
    return new ConfirmationLine(
        record.getStartingLineNumber(),
        cells.getOrDefault("school", ""),
        cells.getOrDefault("reference", ""),
        place(cells),
        cells.getOrDefault("breach_type", ""),
        cells.getOrDefault("sub_type", ""),
        cells.getOrDefault("reason", ""),
        CsvPassThrough.tooMany(record, headings.size()).orElse(""));
  }

  private static @Nullable Place place(Map<String, String> cells) {
    OptionalLong importId = number(cells.get("import_id"));
    return importId.isEmpty()
        ? null
        : new Place(
            importId.getAsLong(),
            cells.getOrDefault("source_sheet", ""),
            (int) number(cells.get("source_row")).orElse(0));
  }

  private static OptionalLong number(@Nullable String cell) {
    return cell != null && NUMBER.matcher(cell).matches()
        ? OptionalLong.of(Long.parseLong(cell))
        : OptionalLong.empty();
  }
}
