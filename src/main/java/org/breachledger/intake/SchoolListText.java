package org.breachledger.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.breachledger.incident.FoldedText;
import org.breachledger.intake.SchoolList.Entry;
import org.jspecify.annotations.Nullable;

/**
 * The text of the list of schools with a row put in, replaced, or all rows replaced; comments stay
 * where they are, and columns in their order. Empty lines are left out.
 */
public final class SchoolListText {

  private final List<CsvRecord> lines;
  private List<String> columns = List.of();

  private SchoolListText(List<CsvRecord> lines) {
    this.lines = lines;
    for (CsvRecord line : lines) {
      if (columns.isEmpty() && !line.isComment()) {
        columns = line.getFields().stream().map(String::strip).toList();
      }
    }
  }

  /**
   * The list with a school's row.
   *
   * @param text a list that can be read
   * @param name of the row to replace; null to add one
   */
  public static String with(String text, @Nullable String name, Entry school) {
    return of(text).write(name == null ? null : FoldedText.of(name), List.of(school), false);
  }

  /** The list with these schools and no other. */
  public static String only(String text, List<Entry> schools) {
    return of(text).write(null, schools, true);
  }

  /** Heading and rows of some schools, without a comment; empty where there are none. */
  public static String plain(List<Entry> schools) {
    return schools.isEmpty() ? "" : only("name,urn,aliases,colour\n", schools);
  }

  private static SchoolListText of(String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.READ)
            .allowExtraFields(true)
            .allowMissingFields(true)
            .ofCsvRecord(text)) {
      return new SchoolListText(reader.stream().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(@Nullable String replaced, List<Entry> schools, boolean only) {
    StringWriter text = new StringWriter();
    try (CsvWriter rows = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      write(rows, replaced, schools, only);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private void write(CsvWriter rows, @Nullable String replaced, List<Entry> schools, boolean only) {
    boolean widen =
        !columns.contains(SchoolList.COLOUR)
            && schools.stream().anyMatch(school -> school.colour() != null);
    List<Entry> left = new ArrayList<>(schools);
    boolean heading = true;
    for (CsvRecord line : lines) {
      if (line.isComment()) {
        rows.writeComment(line.getField(0));
      } else if (heading) {
        heading = false;
        columns = widen ? more(columns, SchoolList.COLOUR) : columns;
        rows.writeRecord(columns);
      } else if (nameOf(line).equals(replaced)) {
        rows.writeRecord(cells(left.remove(0)));
      } else if (!only) {
        rows.writeRecord(widen ? more(line.getFields(), "") : line.getFields());
      }
    }
    left.forEach(school -> rows.writeRecord(cells(school)));
  }

  private String nameOf(CsvRecord line) {
    return FoldedText.of(line.getField(columns.indexOf("name")));
  }

  private List<String> cells(Entry school) {
    return columns.stream().map(column -> cell(school, column)).toList();
  }

  private static String cell(Entry school, String column) {
    return switch (column) {
      case "name" -> school.name();
      case "urn" -> school.urn();
      case "aliases" -> String.join(";", school.aliases());
      default -> school.colour() == null ? "" : school.colour().written();
    };
  }

  private static List<String> more(List<String> cells, String last) {
    List<String> wider = new ArrayList<>(cells);
    wider.add(last);
    return wider;
  }
}
