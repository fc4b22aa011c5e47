package org.breachledger.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;

/**
 * Makes small logs for tests: {@code Sheets.book().sheet("Log").row("School", "Date").row("Example
 * School", LocalDate.of(2026, 3, 4)).write(file)}.
 *
 * <p>The file's ending says whether it becomes .xlsx or .xls. Cells are text, numbers, true or
 * false, days ({@link LocalDate}), days with a time ({@link LocalDateTime}); null and the empty
 * text make no cell.
 */
public final class Sheets {

  private record Tab(String name, List<List<@Nullable Object>> rows, List<int[]> merged) {}

  private final List<Tab> tabs = new ArrayList<>();

  private static final List<String> HEADINGS =
      List.of(
          "Reference",
          "School",
          "Date of incident",
          "Date identified",
          "Date aware",
          "Date registered",
          "Type of breach",
          "Description",
          "Reporter",
          "Number of individuals",
          "Factors",
          "Data types",
          "ICO decision",
          "Lessons learned",
          "Action owner",
          "Notes");

  private Sheets() {}

  /** Headings for every kind of fact, then some more. */
  public static List<String> headings(String... more) {
    return Stream.concat(HEADINGS.stream(), Stream.of(more)).toList();
  }

  /** A workbook without a sheet yet. */
  public static Sheets book() {
    return new Sheets();
  }

  /** Begins a sheet, to which the rows that follow belong. */
  public Sheets sheet(String name) {
    tabs.add(new Tab(name, new ArrayList<>(), new ArrayList<>()));
    return this;
  }

  /** Adds a row below the last; no cells make it a blank row. */
  public Sheets row(@Nullable Object... cells) {
    last().rows().add(new ArrayList<>(Arrays.asList(cells)));
    return this;
  }

  /** Adds a row with one text, merged over so many columns. */
  public Sheets title(String words, int columns) {
    last().merged().add(new int[] {last().rows().size(), columns});
    return row(words);
  }

  private Tab last() {
    return tabs.get(tabs.size() - 1);
  }

  /** Writes the workbook and gives the file back. */
  public Path write(Path file) {
    boolean old = file.getFileName().toString().endsWith(".xls");
    try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      CellStyle day = style(book, "dd/mm/yyyy");
      CellStyle moment = style(book, "dd/mm/yyyy hh:mm");
      for (Tab tab : tabs) {
        fill(book.createSheet(tab.name()), tab, day, moment);
      }
      book.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void fill(Sheet sheet, Tab tab, CellStyle day, CellStyle moment) {
    for (int i = 0; i < tab.rows().size(); i++) {
      Row row = sheet.createRow(i);
      List<@Nullable Object> cells = tab.rows().get(i);
      for (int column = 0; column < cells.size(); column++) {
        Object value = cells.get(column);
        if (value != null && !value.equals("")) {
          set(row.createCell(column), value, day, moment);
        }
      }
    }
    for (int[] merged : tab.merged()) {
      sheet.addMergedRegion(new CellRangeAddress(merged[0], merged[0], 0, merged[1] - 1));
    }
  }

  private static void set(Cell cell, Object value, CellStyle day, CellStyle moment) {
    if (value instanceof LocalDateTime at) {
      cell.setCellValue(at);
      cell.setCellStyle(moment);
    } else if (value instanceof LocalDate on) {
      cell.setCellValue(on);
      cell.setCellStyle(day);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value instanceof Boolean truth) {
      cell.setCellValue(truth);
    } else {
      cell.setCellValue(value.toString());
    }
  }

  private static CellStyle style(Workbook book, String format) {
    CellStyle style = book.createCellStyle();
    style.setDataFormat(book.createDataFormat().getFormat(format));
    return style;
  }

  /** Writes a CSV file in UTF-8 from rows of cells; null is an empty cell. */
  @SafeVarargs
  public static Path csv(Path file, char separator, List<? extends @Nullable Object>... rows) {
    String text =
        Arrays.stream(rows)
            .map(row -> line(row, separator))
            .collect(Collectors.joining("\r\n", "", "\r\n"));
    try {
      return Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<? extends @Nullable Object> cells, char separator) {
    return cells.stream()
        .map(cell -> cell == null ? "" : cell.toString())
        .map(cell -> quoted(cell, separator))
        .collect(Collectors.joining(String.valueOf(separator)));
  }

  private static String quoted(String cell, char separator) {
    boolean plain =
        cell.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
