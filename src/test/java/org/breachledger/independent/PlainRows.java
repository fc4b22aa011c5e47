package org.breachledger.independent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;

/**
 * Reads a log whose first row is its headings, cell by cell and without any of the program's
 * readers.
 */
final class PlainRows {

  private PlainRows() {}

  /** The rows below the headings, each by heading; rows without any text are left out. */
  static List<Map<String, String>> read(Path file) {
    try {
      List<List<String>> rows =
          file.getFileName().toString().endsWith(".xls")
              ? workbook(file)
              : csv(Files.readString(file, StandardCharsets.UTF_8));
      return named(rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<List<String>> workbook(Path file) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    DataFormatter formatter = new DataFormatter();
    try (InputStream in = Files.newInputStream(file);
        HSSFWorkbook book = new HSSFWorkbook(in)) {
      HSSFSheet sheet = book.getSheetAt(0);
      for (int i = 0; i <= sheet.getLastRowNum(); i++) {
        List<String> cells = new ArrayList<>();
        Row row = sheet.getRow(i);
        for (int column = 0; row != null && column < row.getLastCellNum(); column++) {
          cells.add(formatter.formatCellValue(row.getCell(column)));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  /** Splits RFC 4180 text character by character. */
  static List<List<String>> csv(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = text.startsWith("\uFEFF") ? 1 : 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        boolean doubled = c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          i++;
        }
        if (c != '"' || doubled) {
          cell.append(c);
        } else {
          quoted = false;
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        cells.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(cells);
          cells = new ArrayList<>();
        }
      } else if (c != '\r') {
        cell.append(c);
      }
    }
    if (!cells.isEmpty() || cell.length() > 0) {
      cells.add(cell.toString());
      rows.add(cells);
    }
    return rows;
  }

  private static List<Map<String, String>> named(List<List<String>> rows) {
    List<String> headings = rows.get(0).stream().map(String::strip).toList();
    List<Map<String, String>> named = new ArrayList<>();
    for (List<String> row : rows.subList(1, rows.size())) {
      Map<String, String> cells = new LinkedHashMap<>();
      for (int i = 0; i < headings.size(); i++) {
        cells.put(headings.get(i), i < row.size() ? row.get(i).strip() : "");
      }
      if (cells.values().stream().anyMatch(cell -> !cell.isEmpty())) {
        named.add(cells);
      }
    }
    return named;
  }
}
